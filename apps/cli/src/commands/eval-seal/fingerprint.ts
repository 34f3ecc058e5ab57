import {
  compareGeometry,
  createSealIndex,
  fingerprintSeal,
  type ImprintNetwork,
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
import { openSealNetwork, SEALS_RELATED_FROM } from '@jianzhen/engine';
import { auc, evaluateTemplates } from '@jianzhen/evaluate';
import { seeded } from '@jianzhen/learn';
import { decodeImage } from '@jianzhen/raster';
import {
  createRandom,
  type FaceSet,
  type ImprintCrop,
  makeImprintSet,
  type TwinSort,
} from '@jianzhen/simulate';

export interface FingerprintEvalOptions {
  readonly seed: number;
  readonly faces: FaceSet;
  /** Different seals, and copies of each. */
  readonly imprints: number;
  readonly copies: number;
  /** How seals that were drawn together differ. */
  readonly twins: TwinSort;
}

/** A copy with what it is known by. */
export interface KnownCopy {
  readonly imprint: string;
  readonly template: string;
  readonly group: string;
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
/** Probability from which links are counted; the service asks for more. */
const LINKED_FROM = 0.9;

/** The copy's fingerprints; null where too little of it is there. */
export async function knownCopy(
  file: Uint8Array,
  { seal, changes, group }: Pick<ImprintCrop, 'seal' | 'changes' | 'group'>,
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
    group,
    shape,
    covered: changes.covered,
    fingerprint: imprintFromText(fingerprint),
    words: await readSeal(found, reader),
    geometry: templateFromText(templateFingerprint),
  };
}

/** Simulated copies of seals' pictures, each seal with a twin. */
export async function simulatedCopies(
  options: FingerprintEvalOptions,
  reader: SealReader,
): Promise<(KnownCopy | null)[]> {
  const { seed, copies, ...set } = options;
  const found: (KnownCopy | null)[] = [];
  for await (const crop of makeImprintSet({ seed, ...set, perImprint: copies }))
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
    { random: seeded(1), operating: LINKED_FROM },
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
    twins: await twinMetrics(copies, network),
    ...templateMetrics(copies),
  };
}

/** Pairs of seals that were drawn together, whether or not the index brings them together: how many twins are taken for one imprint, and how many copies are. */
async function twinMetrics(copies: readonly KnownCopy[], network: ImprintNetwork) {
  const scores: number[] = [];
  const labels: number[] = [];
  for (const [i, a] of copies.entries()) {
    const others = copies.slice(i + 1).filter((b) => b.group === a.group);
    scores.push(...(await imprintLikeness(a, others, network)));
    labels.push(...others.map((b) => (b.imprint === a.imprint ? 1 : 0)));
  }
  const share = (label: number, from: number) => {
    const own = scores.filter((_, i) => labels[i] === label);
    return own.filter((score) => score >= from).length / own.length;
  };
  const taken = (from: number) => ({ twins: share(0, from), copies: share(1, from) });
  return {
    pairs: labels.filter((label) => label === 0).length,
    linked: taken(LINKED_FROM),
    related: taken(SEALS_RELATED_FROM),
    aucAgainstCopies: auc(scores, labels),
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
