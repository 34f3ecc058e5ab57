import {
  compareGeometry,
  createSealIndex,
  fingerprintSeal,
  imprintFromText,
  imprintLikeness,
  pageSeal,
  type ReadWords,
  readSeal,
  rectifySeal,
  type SealFingerprint,
  type SealReader,
  sameTemplateProbability,
  searchCodes,
  templateFromText,
} from '@jianzhen/detector-seal';
import { openSealNetwork } from '@jianzhen/engine';
import { auc, evaluateTemplates } from '@jianzhen/evaluate';
import { seeded } from '@jianzhen/learn';
import { decodeImage } from '@jianzhen/raster';
import { createRandom, type FaceSet, type ImprintCrop, makeImprintSet } from '@jianzhen/simulate';

export interface FingerprintEvalOptions {
  readonly seed: number;
  readonly faces: FaceSet;
  /** Different seals, and copies of each. */
  readonly imprints: number;
  readonly copies: number;
}

/** A copy with what it is known by. */
export interface KnownCopy {
  readonly imprint: string;
  readonly template: string;
  readonly shape: string;
  readonly covered: boolean;
  readonly fingerprint: SealFingerprint;
  readonly words: ReadWords;
  readonly geometry: Float32Array;
}

const SIDE = 256;
/** Where a locator puts an ellipse misses the truth by so much, in shares of its size. */
const MISS = 0.006;
/** Candidates of each code that are compared, and codes kept of a seal. */
const CANDIDATES = 24;
const KEPT = 2;
/** Strangers of its shape that each seal's template is compared with. */
const STRANGERS = 20;

/** The copy's fingerprints; null where too little of it is there. */
export async function knownCopy(
  file: Uint8Array,
  { seal, changes }: Pick<ImprintCrop, 'seal' | 'changes'>,
  seed: string,
  reader: SealReader,
): Promise<KnownCopy | null> {
  const random = createRandom('missed', seed);
  const { ellipse, imprint, template, shape, colour } = seal;
  const miss = () => random.normal() * MISS * Math.max(ellipse.rx, ellipse.ry);
  const { cx, cy, rx, ry, angle } = ellipse;
  const seen = { cx: cx + miss(), cy: cy + miss(), rx: rx + miss(), ry: ry + miss(), angle };
  const found = pageSeal(await decodeImage(file), { ellipse: seen, shape, colour });
  const { fingerprint, templateFingerprint } = fingerprintSeal(rectifySeal(found, SIDE));
  if (fingerprint === null || templateFingerprint === null) return null;
  return {
    imprint,
    template,
    shape,
    covered: changes.covered,
    fingerprint: imprintFromText(fingerprint),
    words: await readSeal(found, reader),
    geometry: templateFromText(templateFingerprint),
  };
}

/** Simulated copies of seals' pictures, half of the seals twins of another under one template. */
export async function simulatedCopies(
  options: FingerprintEvalOptions,
  reader: SealReader,
): Promise<(KnownCopy | null)[]> {
  const { seed, faces, imprints, copies } = options;
  const found: (KnownCopy | null)[] = [];
  for await (const crop of makeImprintSet({ seed, faces, imprints, perImprint: copies }))
    found.push(await knownCopy(crop.file, crop, `${seed}-${found.length}`, reader));
  return found;
}

/** Recall of imprints at one false link in a million pairs, and how well templates are told under other names. */
export async function fingerprintMetrics(all: readonly (KnownCopy | null)[]) {
  const copies = all.filter((copy) => copy !== null);
  const index = createSealIndex();
  const pages = copies.map((copy) => ({ template: copy.imprint, fingerprint: copy }));
  const network = await openSealNetwork();
  const links = await evaluateTemplates(
    pages,
    {
      add: ({ fingerprint }) => {
        for (const code of fingerprint.codes) index.add(code);
      },
      candidates: ({ fingerprint }) => [
        ...new Set(
          searchCodes(fingerprint).flatMap((code) =>
            index.search(code, CANDIDATES).map(({ number }) => Math.floor(number / KEPT)),
          ),
        ),
      ],
      verify: async (a, b) => {
        const [likeness = 0] = await imprintLikeness(a, [b], network);
        return likeness;
      },
    },
    { random: seeded(1) },
  );
  return {
    copies: copies.length,
    unfit: all.length - copies.length,
    imprints: links.templates,
    differentPairs: links.differentPairs,
    candidateRecall: links.candidateRecall,
    imprintRecallAt1ppm: links.templateRecallAt1ppm,
    interval: links.interval,
    threshold: links.threshold,
    falseLinks: links.falseLinks,
    operatingRecall: links.operatingRecall,
    operatingFalsePerMillion: links.operatingFalsePerMillion,
    ...templateMetrics(copies),
  };
}

function templateMetrics(copies: readonly KnownCopy[]) {
  const random = seeded(2);
  const scores: number[] = [];
  const labels: number[] = [];
  const compare = (a: KnownCopy, b: KnownCopy, label: number) => {
    scores.push(sameTemplateProbability(compareGeometry(a.geometry, b.geometry)));
    labels.push(label);
  };
  for (const [i, a] of copies.entries()) {
    for (const b of copies.slice(i + 1))
      if (b.template === a.template && b.imprint !== a.imprint) compare(a, b, 1);
    const others = copies.filter((b) => b.template !== a.template && b.shape === a.shape);
    for (let k = 0; k < STRANGERS && others.length > 0; k++)
      compare(a, others[Math.floor(random() * others.length)]!, 0);
  }
  return { templatePairs: labels.filter(Boolean).length, templateAuc: auc(scores, labels) };
}
