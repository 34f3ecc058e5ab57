import { rmdir } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { toCodedError } from '@jianzhen/evidence';
import {
  cleanInterrupted,
  exportLead,
  folderSink,
  httpAuthority,
  knownProfile,
  type LeadInput,
  PROFILE_NAMES,
  type Profile,
  packageName,
  parseProfile,
  zipSink,
} from '@jianzhen/leads';
import { errorForPeople, errorLine, writeLine } from '../../output/lines.ts';
import { makeFolder } from '../../output/write.ts';
import { Status } from '../../status.ts';
import { type ActOptions, actor, openHashKey, openSigner, textOf, withLog } from './data.ts';
import type { FileSourceOptions } from './files-source.ts';
import { withLead } from './gang-source.ts';

export interface ExportOptions extends ActOptions, Partial<FileSourceOptions> {
  /** The package itself: a folder that is not there yet or empty, or the name of the ZIP. */
  readonly out: string;
  readonly zip?: boolean;
  /** One of those that come along, or a file. */
  readonly profile: string;
  readonly tsa?: string;
  readonly organisation: string;
  readonly purpose: string;
  /** Data folder of the store with the gangs, where no files are given. */
  readonly records?: string;
}

/** `jianzhen leads export`: the package of one gang. */
export async function exportGang(gang: string, options: ExportOptions): Promise<Status> {
  const started = performance.now();
  try {
    const profile = await profileOf(options.profile);
    const hashes = Object.values(profile.fields).includes('hash');
    const target = resolve(options.out);
    const [folder, file] = [dirname(target), basename(target)];
    await makeFolder(folder);
    // An empty folder is as good as none; a full one is refused when the package is about to be written.
    if (!options.zip) await rmdir(target).catch(() => {});
    const left = await cleanInterrupted(folder, file);
    if (left.length > 0)
      console.error(`已清除中断的导出 · an interrupted export was cleaned away: ${left.join(', ')}`);
    const name = packageName(gang, new Date());
    const hashKey = hashes ? await openHashKey(options) : null;
    const signer = await openSigner(options);
    const { data: _, ...files } = options;
    const from = options.records === undefined ? files : { ...files, data: options.records };
    const making = async (input: LeadInput) =>
      exportLead(input, {
        name,
        sink: await (options.zip ? zipSink(folder, file, name) : folderSink(folder, file)),
        custody: (work) => withLog(options, work),
        signer,
        profile,
        hashKey,
        authority: options.tsa ? httpAuthority(options.tsa) : null,
        clock: () => new Date(),
        organisation: options.organisation,
        who: actor(options),
        purpose: options.purpose,
      });
    const made = await withLead(gang, from, commandsOf(gang, options), making);
    const { path: _path, timestamp, ...told } = made;
    const bag = options.out;
    const stamped = timestamp && { at: timestamp.at, authority: timestamp.authority };
    const elapsedMs = Math.round(performance.now() - started);
    if (options.json)
      writeLine({ gang, bag, ...told, profile: profile.profile, timestamp: stamped, elapsedMs });
    else {
      console.log(
        `${bag}\n${made.files} 个文件 files · ${made.bytes} 字节 bytes · 清单 manifest ${made.digest}`,
      );
      console.log(`密钥编号 key id ${made.keyId}`);
      for (const { file, code, message } of made.problems)
        console.error(`${file}: ${message.zh} ${message.en} [${code}]`);
    }
    return Status.done;
  } catch (thrown) {
    const error = toCodedError(thrown);
    if (options.json) writeLine({ gang, error: errorLine(gang, error).error });
    else console.error(errorForPeople(gang, error));
    return error.code === 'cli.usage'
      ? Status.usage
      : UNREADABLE.has(error.code)
        ? Status.unreadable
        : Status.failed;
  }
}

const UNREADABLE = new Set([
  'cli.file-missing',
  'cli.file-unreadable',
  'cli.gangs-unreadable',
  'cli.column-missing',
  'cli.gang-unknown',
  'engine.gang-not-stored',
]);

const profileOf = async (name: string): Promise<Profile> =>
  PROFILE_NAMES.some((known) => known === name) || !/[./\\]/.test(name)
    ? knownProfile(name)
    : parseProfile(await textOf(name));

/** What makes the gang and the package again from the same files; paths are the reader's own. */
function commandsOf(gang: string, { cases, traces, gangs, profile }: ExportOptions): string[] {
  const base = (file: string) => file.split(/[\\/]/).at(-1)!;
  const again = `jianzhen leads export ${gang} --out DIR --profile ${profile}`;
  if (!cases || !traces || !gangs) return [again];
  return [
    `jianzhen gangs mine --cases ${base(cases)} --traces ${base(traces)} --json > ${base(gangs)}`,
    `${again} --gangs ${base(gangs)} --cases ${base(cases)} --traces ${base(traces)}`,
  ];
}
