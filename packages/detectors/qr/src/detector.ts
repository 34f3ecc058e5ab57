import {
  type Code,
  type Detector,
  type Finding,
  once,
  type Region,
  type TextLine,
  type Trace,
} from '@jianzhen/evidence';
import { codeFinding } from './messages.ts';
import type { CodeImage, JudgeCode, ReadCode, ReadCodes } from './types.ts';
import { wordsAround } from './words-around.ts';

export interface QrInput {
  readonly image: CodeImage;
  /** What was read on the page; empty where it was not read. */
  readonly lines?: readonly TextLine[];
}

export interface QrOptions {
  /** What finds and reads codes, opened at the first page. */
  readonly reader: () => Promise<ReadCodes>;
  readonly judge: JudgeCode;
}

/** The detector of QR codes: found, read, understood, and judged with the words around them. */
export function createQrDetector({ reader, judge }: QrOptions): Detector<QrInput> {
  const open = once(reader);
  return {
    id: 'qr',
    version: '1',
    async examine({ image, lines = [] }) {
      const started = performance.now();
      const read = await (await open())(image);
      const found = performance.now();
      const judged = read.map((code) => judgeOne(code, judge, lines));
      return {
        findings: judged.flatMap(({ code }) => findingOf(code)),
        traces: judged.flatMap(({ traces }) => traces),
        forgeryProbability: null,
        mask: null,
        codes: judged.map(({ code }) => code),
        statistics: { codes: read.length },
        timings: { 'read codes': found - started, 'judge codes': performance.now() - found },
      };
    },
  };
}

function judgeOne(
  read: ReadCode,
  judge: JudgeCode,
  lines: readonly TextLine[],
): { code: Code; traces: readonly Trace[] } {
  const { text, format, corners } = read;
  const { traces, ...judged } = judge(text, read.bytes, wordsAround(corners, lines));
  return { code: { text, format, corners, ...judged }, traces };
}

/** A dangerous code is a finding, though no sign that its page was forged. */
function findingOf({ corners, kind, risk }: Code): Finding[] {
  if (risk.level !== 'danger') return [];
  return [
    {
      code: 'qr.danger',
      severity: 'high',
      probability: risk.probability,
      region: boundsOf(corners),
      message: codeFinding(kind, risk),
      signal: 'qr',
    },
  ];
}

export function boundsOf(corners: Code['corners']): Region {
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
