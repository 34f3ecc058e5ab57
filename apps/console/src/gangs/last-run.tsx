import { format } from '@jianzhen/evidence';
import type { MiningRun } from '../api/types.ts';
import { useLanguage } from '../language.tsx';
import { moment } from '../shared/format.ts';
import { gangWords } from './words.ts';

/** When gangs were last mined, from how much, and how that went. */
export function LastRun({ run }: { run: MiningRun | null }) {
  const { language, say } = useLanguage();
  if (!run) return <p className="muted">{say(gangWords.neverRun)}</p>;
  if (run.status === 'running') return <p className="muted">{say(gangWords.mining)}</p>;
  if (run.status === 'failed') {
    const detail = run.error ? say(run.error.message) : '—';
    return <p className="muted">{say(format(gangWords.runFailed, { detail }))}</p>;
  }
  const { cases, traces, gangs } = run;
  const at = moment(run.finishedAt ?? run.startedAt, language);
  return <p className="muted">{say(format(gangWords.lastRun, { at, cases, traces, gangs }))}</p>;
}
