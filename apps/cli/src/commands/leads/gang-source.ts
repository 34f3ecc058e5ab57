import type { LeadInput } from '@jianzhen/leads';
import { errors } from '../../errors.ts';
import { type FileSourceOptions, leadFromFiles } from './files-source.ts';

/** Where gangs with their records come from. */
export interface GangSource {
  /** @throws CodedError `cli.gang-unknown`, `cli.no-gangs` */
  lead(gang: string): Promise<LeadInput>;
}

/**
 * Gangs of the files given, or of the store. @param commands command lines that would make the package again
 * @throws CodedError `cli.usage` where some of the files are missing, `cli.no-gangs` where there is nothing to take gangs from
 */
export async function openGangSource(
  options: Partial<FileSourceOptions>,
  commands: readonly string[],
): Promise<GangSource> {
  const { gangs, cases, traces } = options;
  if (gangs && cases && traces)
    return { lead: (gang) => leadFromFiles(gang, { ...options, gangs, cases, traces }, commands) };
  if (gangs || cases || traces)
    throw errors('cli.usage', { detail: '--gangs、--cases、--traces 须同时给出 · go together' });
  throw errors('cli.no-gangs');
}
