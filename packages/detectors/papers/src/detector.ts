import { type Detector, type FileFacts, type Finding, type Identity, once } from '@jianzhen/evidence';
import type { RgbImage } from '@jianzhen/raster';
import { type InterpretOptions, interpretPage, type PageReading } from './interpret.ts';
import { builtInKinds } from './kinds/built-in.ts';
import type { Reader } from './ocr/index.ts';
import { fingerprint, materialToBytes, sketchToText } from './template/index.ts';
import type { RecognisedPage } from './text.ts';
import { toldReading } from './told.ts';
import { inspectTypography } from './typography/index.ts';
import type { TypographyNetwork } from './typography/network/network.ts';
import { forgeryProbability } from './weight.ts';

export interface PapersInput {
  readonly image: RgbImage;
  readonly facts: Pick<FileFacts, 'receivedAt'>;
  /** What the lender has on record of the person whose paper it is. */
  readonly identities?: readonly Identity[];
  /** Titles of the seals on the page, where somebody read them. */
  readonly seals?: readonly string[];
}

export interface PapersOptions extends Pick<InterpretOptions, 'kinds' | 'model'> {
  /** Opened at the first page. */
  readonly reader: () => Promise<Reader>;
  /** What compares digits; opened at the first page. */
  readonly typography: () => Promise<TypographyNetwork>;
  /** Milliseconds that reading one page may take. */
  readonly budgetMs?: number;
}

const BUDGET_MS = 12_000;

const partlyRead = (): Finding => ({
  code: 'papers.partly-read',
  severity: 'info',
  probability: 1,
  region: null,
  message: {
    zh: '页面文字过多，在限定时间内只识别了一部分；未识别部分的内容没有核对。',
    en: 'The page holds more text than could be read in the time allowed; what was not read was not checked.',
  },
  signal: 'papers',
});

/** With fewer pieces of fixed text pages of one template cannot be told from others. */
const LEAST_WORDS = 6;

/** What of the page stays when names and numbers change; nothing where that is too little. */
function templateOf(page: RecognisedPage, image: RgbImage, said: PageReading) {
  const { sketch, material } = fingerprint(page, image, said);
  if (material.words.length < LEAST_WORDS) return { traces: [] };
  const value = sketchToText(sketch);
  return {
    traces: [{ kind: 'document_template' as const, value }],
    template: {
      sketch: new Uint8Array(Buffer.from(value, 'base64url')),
      material: materialToBytes(material),
    },
  };
}

/** The detector of papers whose words contradict each other. */
export function createPapersDetector({
  reader,
  typography,
  budgetMs = BUDGET_MS,
  kinds = builtInKinds,
  model,
}: PapersOptions): Detector<PapersInput> {
  const open = once(reader);
  const openTypography = once(typography);
  return {
    id: 'papers',
    version: '2',
    async examine({ image, facts, identities, seals }) {
      const started = performance.now();
      const page = await (await open()).read(image, budgetMs);
      const read = performance.now();
      const receivedAt = facts.receivedAt?.slice(0, 10);
      const said = interpretPage(page, {
        kinds,
        ...(model ? { model } : {}),
        ...(receivedAt ? { receivedAt } : {}),
        ...(identities ? { identities } : {}),
        ...(seals ? { seals } : {}),
      });
      const interpreted = performance.now();
      const typed = await inspectTypography(image, page, await openTypography());
      const judged = performance.now();
      const findings = [...said.findings, ...typed.findings];
      return {
        findings: page.complete === false ? [...findings, partlyRead()] : findings,
        ...templateOf(page, image, said),
        forgeryProbability: forgeryProbability(findings),
        mask: null,
        reading: toldReading(page, said, kinds),
        statistics: { typography: typed.score },
        timings: {
          read: read - started,
          interpret: interpreted - read,
          typography: judged - interpreted,
          template: performance.now() - judged,
        },
      };
    },
  };
}
