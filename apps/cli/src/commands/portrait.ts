import { portraitMismatches } from '@jianzhen/cases';
import { comparePortraits } from '@jianzhen/engine';
import { toCodedError } from '@jianzhen/evidence';
import { readInput } from '../inputs.ts';
import { errorForPeople, errorLine, writeLine } from '../output/lines.ts';
import { dim } from '../output/terminal.ts';
import { Status } from '../status.ts';

/** `jianzhen portrait ID_CARD SELFIE`: pictures of both; the error names the pair, for either may be at fault. */
export async function portrait(
  files: readonly [string, string],
  options: { readonly json?: boolean },
): Promise<Status> {
  const [card, selfie] = files;
  try {
    const compared = await comparePortraits(await readInput(card), await readInput(selfie));
    const findings = portraitMismatches(compared);
    if (options.json) writeLine({ files, ...compared, findings });
    else for (const { message } of compared.reasons) console.log(`${message.zh} ${dim(message.en)}`);
    return Status.done;
  } catch (thrown) {
    const error = toCodedError(thrown);
    if (options.json) writeLine({ ...errorLine(card, error), files });
    else console.error(errorForPeople(card, error));
    // What is missing here is no fault of the pictures.
    return error.status >= 500 ? Status.failed : Status.unreadable;
  }
}
