import { leadFromStore } from '@jianzhen/engine';
import type { LeadInput } from '@jianzhen/leads';
import { errors } from '../../errors.ts';
import { version } from '../../version.ts';
import { onStore } from '../gangs/on-store.ts';
import { type FileSourceOptions, leadFromFiles } from './files-source.ts';

export interface GangSourceOptions extends Partial<FileSourceOptions> {
  /** Data folder of the store that gangs are taken from where no files are given. */
  readonly data?: string;
}

/**
 * Does something with a gang and its records: of the files given, or of the store, which is open meanwhile. @param commands command
 * lines that would make the package again
 * @throws CodedError `cli.usage` where some of the files are missing, `cli.gang-unknown`, `engine.gang-not-stored`, what opening the store throws
 */
export async function withLead<T>(
  gang: string,
  options: GangSourceOptions,
  commands: readonly string[],
  work: (input: LeadInput) => Promise<T>,
): Promise<T> {
  const { gangs, cases, traces } = options;
  if (gangs && cases && traces)
    return work(await leadFromFiles(gang, { ...options, gangs, cases, traces }, commands));
  if (gangs || cases || traces)
    throw errors('cli.usage', { detail: '--gangs、--cases、--traces 须同时给出 · go together' });
  return onStore(options.data, async (store) =>
    work(await leadFromStore(gang, store, { version, commands })),
  );
}
