import { toCodedError } from '@jianzhen/evidence';
import { createGangEngine, type EngineName, type GangEngine } from '@jianzhen/gangs';
import { errorForPeople, errorLine, writeLine } from '../../output/lines.ts';
import { Status } from '../../status.ts';
import { type Rejected, rejectedRows } from './source.ts';

export interface EngineOptions {
  readonly engine: EngineName;
  readonly json?: boolean;
}

/** Memory reads no Parquet; DuckDB does, and answers the same. */
const ableTo = (engine: EngineName, files: readonly string[]): EngineName =>
  engine === 'memory' && files.some((file) => /\.parquet$/i.test(file)) ? 'duckdb' : engine;

/** Codes of an input that cannot be read as a whole, in contrast to a failure of ours. */
const UNREADABLE = /^(gangs\.(csv|file)-|cli\.file-)/;

/**
 * Runs something on an engine. Rows that are left out, and files that cannot be read, make the status 3.
 * @param files what is read, for the line of one that cannot be
 * @throws CodedError whatever is neither
 */
export async function onEngine(
  files: readonly string[],
  { engine: name, json }: EngineOptions,
  work: (engine: GangEngine, rejected: Rejected) => Promise<void>,
): Promise<Status> {
  const engine = createGangEngine(ableTo(name, files));
  const rejected = rejectedRows();
  try {
    await work(engine, rejected);
  } catch (thrown) {
    const error = toCodedError(thrown);
    if (!UNREADABLE.test(error.code)) throw thrown;
    // The message names the file; of two, one may begin as the other does.
    const named = files.filter((one) => error.text.en.includes(one)).sort((a, b) => b.length - a.length);
    const file = named[0] ?? files[0]!;
    if (json) writeLine(errorLine(file, error));
    else console.error(errorForPeople(file, error));
    rejected.end();
    return Status.unreadable;
  } finally {
    await engine.close();
  }
  return rejected.end() > 0 ? Status.unreadable : Status.done;
}
