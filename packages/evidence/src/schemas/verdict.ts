import { type Static, Type } from 'typebox';
import { Code } from './code.ts';
import { Finding } from './finding.ts';
import { Reading } from './reading.ts';
import { Seal } from './seal.ts';
import { Signature } from './signature.ts';
import { Trace } from './trace.ts';
import { Voice } from './voice.ts';

export const Verdict = Type.Union(
  [Type.Literal('genuine'), Type.Literal('suspicious'), Type.Literal('forged'), Type.Literal('unreadable')],
  { $id: 'Verdict' },
);
export type Verdict = Static<typeof Verdict>;

/** What is said of one page of one file; the line that `jianzhen check --json` prints. */
export const PageReport = Type.Object(
  {
    file: Type.String(),
    page: Type.Integer({ minimum: 1 }),
    pages: Type.Integer({ minimum: 1 }),
    width: Type.Integer({ minimum: 0 }),
    height: Type.Integer({ minimum: 0 }),
    verdict: Verdict,
    forgeryProbability: Type.Number({ minimum: 0, maximum: 1 }),
    findings: Type.Array(Finding),
    /** Path of the mask, an 8-bit grey PNG of the page's size; null where none was asked for or made. */
    mask: Type.Union([Type.String(), Type.Null()]),
    elapsedMs: Type.Number({ minimum: 0 }),
    /** What was read on the page; null where it was not read. */
    reading: Type.Union([Reading, Type.Null()]),
    /** What may tie the page to others. */
    traces: Type.Array(Trace),
    /** Seals in the page's pixels; empty where none was found or looked for. */
    seals: Type.Array(Seal),
    /** QR codes in the page's pixels, read and judged; empty where none was found or looked for. */
    codes: Type.Array(Code),
    /** Electronic signatures to be seen on this page; those that are to be seen nowhere stand with the first page. */
    signatures: Type.Array(Signature),
    /** Who speaks; absent where the file is no recording. A recording has one page, of no size. */
    voice: Type.Optional(Voice),
  },
  { $id: 'PageReport' },
);
export type PageReport = Static<typeof PageReport>;
