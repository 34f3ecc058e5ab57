import { type Detector, format, type Trace } from '@jianzhen/evidence';
import { digestOf, fingerprintShingles, fingerprintToText } from './fingerprint/index.ts';
import { FINDING_MESSAGES, PIECES } from './messages.ts';
import { normalise } from './normalise/index.ts';
import { findPhrases, type PhraseMatch } from './phrases/index.ts';
import { phraseProbability } from './phrases/weigh.ts';
import { shingles } from './shingle/index.ts';
import type { KnownScript, ScriptFinding, ScriptInput, ScriptReport } from './types.ts';

export interface ScriptDetector extends Detector<ScriptInput> {
  examine(input: ScriptInput): ScriptReport;
}

/** The detector of letters that agents write: their phrases, and letters that come back under other names. */
export function createScriptDetector(): ScriptDetector {
  return {
    id: 'script',
    version: '1',
    examine({ text, known }) {
      const started = performance.now();
      const normal = normalise(text);
      const read = performance.now();
      const matches = findPhrases(text, normal);
      const fingerprint = fingerprintShingles(shingles(normal.text));
      // A text that founds a script names it; those that join it later get that name.
      const value = known?.script ?? (fingerprint && digestOf(fingerprint));
      const traces: Trace[] = value ? [{ kind: 'script', value }] : [];
      return {
        findings: [...phraseFindings(matches), ...(known && known.others > 0 ? [knownFinding(known)] : [])],
        traces,
        forgeryProbability: null,
        mask: null,
        fingerprint: fingerprint && fingerprintToText(fingerprint),
        statistics: { phrases: matches.length, shingles: fingerprint?.shingles ?? 0 },
        timings: { 'normalise text': read - started, 'match text': performance.now() - read },
      };
    },
  };
}

/** Probability from which phrases are more than a note. */
const LIKELY = 0.5;
/** Phrases that the message names. */
const NAMED = 5;

const percentOf = (share: number): number => Math.round(100 * share);

/** None where the text has law and form alone. Words prove little, so that it is never more than low. */
function phraseFindings(matches: readonly PhraseMatch[]): ScriptFinding[] {
  const telling = matches.filter(({ phrase }) => phrase.sort !== 'boilerplate');
  if (telling.length === 0) return [];
  const probability = phraseProbability(matches);
  const names = [...telling]
    .sort((a, b) => b.phrase.weight - a.phrase.weight)
    .map(({ phrase }) => phrase.text);
  const distinct = [...new Set(names)];
  const hidden = telling.filter(({ disguise }) => disguise !== 'none').map(({ phrase }) => phrase.text);
  const count = new Set(hidden).size;
  const disguised = count > 0 ? format(PIECES.disguised, { count }) : { zh: '', en: '' };
  return [
    {
      code: 'script.agent-phrases',
      severity: probability >= LIKELY ? 'low' : 'info',
      probability,
      region: null,
      message: format(FINDING_MESSAGES['script.agent-phrases'], {
        count: distinct.length,
        phrases: distinct.slice(0, NAMED).join('、'),
        disguisedZh: disguised.zh,
        disguisedEn: disguised.en,
        percent: percentOf(probability),
      }),
      signal: 'phrases',
      values: { phrases: distinct.length, disguised: count },
      spans: telling.map(({ start, end }) => ({ start, end })),
    },
  ];
}

/** More is not claimed of a likeness that was fitted on simulated letters. */
const MOST = 0.99;

/** That others sent the same letter ties cases together and accuses nobody. */
function knownFinding({ script, others, lenders, similarity, sameScript }: KnownScript): ScriptFinding {
  const probability = Math.min(MOST, sameScript);
  const at = lenders === null ? { zh: '', en: '' } : format(PIECES.lenders, { count: lenders });
  return {
    code: 'script.known-template',
    severity: 'low',
    probability,
    region: null,
    message: format(FINDING_MESSAGES['script.known-template'], {
      others,
      lendersZh: at.zh,
      lendersEn: at.en,
      similarity: percentOf(similarity),
      percent: percentOf(probability),
    }),
    signal: 'template',
    values: { script, others, ...(lenders === null ? {} : { lenders }), similarity },
    spans: [],
  };
}
