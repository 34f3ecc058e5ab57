import { type Detector, type Finding, format, once, type Seal, type Trace } from '@jianzhen/evidence';
import type { PageImage } from '@jianzhen/raster';
import { isRead, READ_FROM } from './confirm.ts';
import { fingerprintSeal, imprintFromText } from './fingerprint/index.ts';
import { locateSeals } from './locate/index.ts';
import type { LocatorNetwork } from './locate/network.ts';
import { FINDING_MESSAGES } from './messages.ts';
import { judgeOrigin } from './origin/index.ts';
import type { OriginNetwork } from './origin/network.ts';
import { confirmSeals } from './place.ts';
import type { SealReader } from './read/index.ts';
import { rectifySeal } from './rectify/index.ts';
import type { PageSeal } from './rectify/page-seal.ts';
import { checkRules, type RuleBreach } from './rules/index.ts';
import type { LocatedSeal, SealText } from './types.ts';

export interface SealInput {
  readonly image: Pick<PageImage, 'width' | 'height' | 'rgb' | 'track'>;
}

export interface SealOptions {
  /** What finds seals, opened at the first page. */
  readonly locator: () => Promise<LocatorNetwork>;
  /** What reads seals, opened at the first one. */
  readonly reader: () => Promise<SealReader>;
  /** What tells ink from layers, opened at the first seal. */
  readonly origin: () => Promise<OriginNetwork>;
}

/** Side of the patch that fingerprints are taken of, in pixels. */
const PATCH = 320;

interface Judged {
  readonly seal: Seal;
  readonly breaches: readonly RuleBreach[];
}

/** The detector of seals in a page's pixels: found, read, judged, and fingerprinted. */
export function createSealDetector(options: SealOptions): Detector<SealInput> {
  const locator = once(options.locator);
  const reader = once(options.reader);
  const origin = once(options.origin);
  return {
    id: 'seal',
    version: '6',
    async examine({ image }) {
      const started = performance.now();
      const located = await locateSeals(image, await locator(), { threshold: READ_FROM });
      const found = performance.now();
      const seals = await confirmSeals(image, located, reader);
      const read = performance.now();
      // All at once: while the network looks at one, the next is measured.
      const judged = await Promise.all(
        seals.map(async ({ seal, onPage, text }) => judge(image.track, seal, onPage, text, await origin())),
      );
      return {
        findings: judged.flatMap(findingsOf),
        traces: judged.flatMap(tracesOf),
        forgeryProbability: null,
        mask: null,
        seals: judged.map(({ seal }) => seal),
        statistics: { seals: judged.length },
        timings: {
          locate: found - started,
          'read seals': read - found,
          'judge seals': performance.now() - read,
        },
      };
    },
  };
}

async function judge(
  track: PageImage['track'],
  located: LocatedSeal,
  onPage: PageSeal,
  text: SealText,
  network: OriginNetwork,
): Promise<Judged> {
  const { region, ellipse, shape, colour } = located;
  const patch = rectifySeal(onPage, PATCH);
  const [{ origin, forgeryProbability, reasons }, fingerprints] = await Promise.all([
    judgeOrigin(onPage, track, patch, network),
    fingerprintSeal(patch),
  ]);
  const { centreText, turn, turnConfidence, ...said } = text;
  // A photograph tells neither millimetres nor whether the page was seen straight on.
  const flat = track === 'render';
  const measured = { shape, colour, ellipse, rim: null, star: null };
  const breaches = checkRules({ ...measured, ...said }, { dpi: null, flat });
  return {
    breaches,
    seal: {
      ...{ region, ellipse, shape, colour },
      ...said,
      ...fingerprints,
      ...{ origin, forgeryProbability },
      reasons: [...reasons, ...breaches.map(({ code, message }) => ({ code, message }))],
    },
  };
}

/** What of a seal is a finding: that it was pasted, and a rule of law that it breaks. Customs prove nothing by themselves. */
function findingsOf({ seal, breaches }: Judged): Finding[] {
  const { region, title, origin, forgeryProbability, reasons } = seal;
  const about = { region, signal: 'seal' };
  const findings: Finding[] = breaches
    .filter(({ force }) => force === 'law')
    .map(({ code, message }) => ({
      ...about,
      code,
      severity: 'low',
      probability: seal.titleConfidence,
      message,
    }));
  // A coloured logo is no picture of a seal: where nothing is read, it is told beside the seal and not held against the page.
  if (origin !== 'pasted' || !isRead(seal)) return findings;
  const [zh, en] = [title ? `“${title}”` : '', title ? ` “${title}”` : ''];
  const why = reasons[0]?.message ?? { zh: '', en: '' };
  const message = format(FINDING_MESSAGES['seal.pasted'], { zh, en, whyZh: why.zh, whyEn: why.en });
  return [
    { ...about, code: 'seal.pasted', severity: 'low', probability: forgeryProbability, message },
    ...findings,
  ];
}

function tracesOf({ seal: { fingerprint, templateFingerprint } }: Judged): Trace[] {
  const traces: Trace[] = [];
  if (fingerprint) {
    const [code] = imprintFromText(fingerprint).codes;
    if (code)
      traces.push({
        kind: 'seal',
        value: Buffer.from(code.buffer, code.byteOffset, code.byteLength).toString('base64url'),
      });
  }
  if (templateFingerprint) traces.push({ kind: 'seal_template', value: templateFingerprint });
  return traces;
}
