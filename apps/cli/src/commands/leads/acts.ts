import { stat } from 'node:fs/promises';
import { type CodedError, toCodedError } from '@jianzhen/evidence';
import {
  type CustodyEvent,
  custodyWords,
  leadsOf,
  type Outcome,
  type OutcomeStatus,
  outcomeWords,
  recordAct,
  recordOutcome,
} from '@jianzhen/leads';
import { errors } from '../../errors.ts';
import { errorForPeople, errorLine, writeLine } from '../../output/lines.ts';
import { table } from '../../output/terminal.ts';
import { writeOutput } from '../../output/write.ts';
import { Status } from '../../status.ts';
import { type ActOptions, actor, withLog } from './data.ts';
import { verifyAt } from './verify.ts';

export interface HandoverOptions extends ActOptions {
  readonly recipient?: string;
  readonly purpose?: string;
  readonly authority?: string;
  /** Where to write the proof for the recipient. */
  readonly receipt?: string;
}

function fail(name: string, error: CodedError, json: boolean | undefined): Status {
  if (json) writeLine(errorLine(name, error));
  else console.error(errorForPeople(name, error));
  if (error.code === 'leads.event-needs') return Status.usage;
  return /unreadable|missing$/.test(error.code) ? Status.unreadable : Status.failed;
}

/** `jianzhen leads handover`, `jianzhen leads receive`: the package is hashed again first, and must be sound. */
export async function act(
  kind: 'handed-over' | 'received',
  path: string,
  options: HandoverOptions,
): Promise<Status> {
  try {
    const verified = await verifyAt(path, {});
    const { recipient = null, purpose = null, authority = null } = options;
    const by = { who: actor(options), at: new Date().toISOString(), recipient, purpose, authority };
    const { event, receipt } = await withLog(options, (log) => recordAct(log, kind, verified, by));
    if (options.receipt) await writeOutput(options.receipt, `${JSON.stringify(receipt, null, 2)}\n`);
    if (options.json) writeLine({ bag: path, event, receipt: options.receipt ?? receipt });
    else console.log(told(event));
    return Status.done;
  } catch (thrown) {
    return fail(path, toCodedError(thrown), options.json);
  }
}

export interface OutcomeOptions extends ActOptions {
  readonly status: OutcomeStatus;
  readonly caseNumber?: string;
  readonly reason?: readonly string[];
  readonly recipient?: string;
}

/** `jianzhen leads outcome`: what came back on a package, by its name or where it lies. */
export async function outcome(name: string, options: OutcomeOptions): Promise<Status> {
  try {
    const plain = await packageAt(name);
    const { status, caseNumber = null, reason: reasons = [], recipient = null } = options;
    const result: Outcome = { status, caseNumber, reasons };
    const by = { who: actor(options), at: new Date().toISOString(), recipient };
    const event = await withLog(options, async (log) => {
      const made = log.lines.find(({ event: each }) => each.package === plain && each.kind === 'made')?.event;
      if (!made) throw errors('cli.lead-unknown', { name: plain });
      return recordOutcome(log, made, by, result);
    });
    if (options.json) writeLine({ package: plain, event });
    else console.log(told(event));
    return Status.done;
  } catch (thrown) {
    return fail(name, toCodedError(thrown), options.json);
  }
}

/** Name of a package: of the one that lies there, or what was given is the name. */
const packageAt = async (name: string): Promise<string> =>
  (await stat(name).catch(() => null)) ? ((await verifyAt(name, {})).lead?.package ?? name) : name;

const told = ({ kind, package: name, at, recipient, outcome }: CustodyEvent) =>
  [
    name,
    `${custodyWords[kind].zh} ${custodyWords[kind].en}`,
    at,
    recipient,
    outcome && outcomeWords[outcome.status].zh,
  ]
    .filter(Boolean)
    .join(' · ');

/** `jianzhen leads list`: every package of the custody log, newest first. */
export async function list(options: ActOptions): Promise<Status> {
  const leads = await withLog(options, async (log) => leadsOf(log.lines));
  if (options.json) leads.forEach(writeLine);
  else
    console.log(
      table(
        ['证据包 package', '团伙 gang', '披露 profile', '移交 handed over', '结果 outcome'],
        leads.map(({ package: name, gang, profile, handedOver, outcome: result, exported }) => [
          exported ? name : `${name}（未完成 not finished）`,
          gang,
          profile ?? '',
          handedOver.map(({ recipient }) => recipient).join('、'),
          result ? `${outcomeWords[result.status].zh} ${result.caseNumber ?? ''}` : '',
        ]),
      ),
    );
  return Status.done;
}
