import type { OwnSeals, PageFinding, Related, SealMatcher, SealSource, StoredSeal } from '@jianzhen/cases';
import { compareSeals, createSealIndex, imprintFromText, searchCodes } from '@jianzhen/detector-seal';
import { CodedError, type Seal } from '@jianzhen/evidence';
import { openSealNetwork } from './seal-network.ts';

/** Rows that are read from the store at one time. */
const ROWS = 5000;
/** Seals that are compared in full, the most alike by their codes: some 6 ms each, thrice that where the network is asked. */
const COMPARED = 60;
/**
 * Probability from which two seals count as of one imprint: all but certain, for whoever has a million seals on record would drown in false links at
 * less. In three simulated sets of 300 imprints in tuning faces 664 of 900 pairs of copies reach it; of 1,200 pairs of one drawing under two names
 * three, of 600 pairs that say the same, drawn by two hands, seventeen, and of the 30,495 pairs of strangers that a search brings
 * up seven (models/seal/judging.md). Likeness of drawings under other names is no link at all at that size: it stays a trace.
 */
export const SEALS_RELATED_FROM = 0.98;

const NONE: Related = { findings: [], relations: [] };

/** None where another version made the fingerprint: such a seal cannot be compared, and must not keep others from being examined. */
function codesOf(fingerprint: string): readonly Uint32Array[] {
  try {
    return imprintFromText(fingerprint).codes;
  } catch (thrown) {
    if (thrown instanceof CodedError) return [];
    throw thrown;
  }
}

/** Codes of all stored seals, in memory; it goes on from the last row that it saw. */
class Known {
  private readonly index = createSealIndex();
  /** Id of the seal that each code is of, by the code's number. */
  private readonly owners: number[] = [];
  private last = 0;
  private turn: Promise<void> = Promise.resolve();

  /** One after another: two at once would each add the rows that they both read. */
  refresh(source: SealSource): Promise<void> {
    const done = this.turn.then(() => this.readOn(source));
    this.turn = done.catch(() => {});
    return done;
  }

  private async readOn(source: SealSource): Promise<void> {
    for (;;) {
      const rows = await source.sealPrintsAfter(this.last, ROWS);
      for (const { id, fingerprint } of rows) {
        for (const code of codesOf(fingerprint)) {
          this.index.add(code);
          this.owners.push(id);
        }
        this.last = id;
      }
      if (rows.length < ROWS) return;
    }
  }

  /** Ids of the seals most like this one, best first. */
  search(fingerprint: string): number[] {
    const best = new Map<number, number>();
    for (const code of searchCodes(imprintFromText(fingerprint)))
      for (const { number, similarity } of this.index.search(code, COMPARED)) {
        const id = this.owners[number]!;
        best.set(id, Math.max(similarity, best.get(id) ?? 0));
      }
    return [...best].sort((a, b) => b[1] - a[1]).map(([id]) => id);
  }
}

/** Looks seals up among those of other customers' cases. One a process. */
export function createSealMatcher(): SealMatcher {
  const known = new Known();

  const candidates = async (
    source: SealSource,
    own: OwnSeals,
    fingerprint: string,
  ): Promise<StoredSeal[]> => {
    const ids = known.search(fingerprint).slice(0, COMPARED);
    return (await source.seals(ids)).filter(
      ({ caseId, customerId }) =>
        caseId !== own.caseId && (own.customerId === null || customerId !== own.customerId),
    );
  };

  return {
    async compare(read, own) {
      const compared = new Map<string, ReadonlyMap<number, number>>();
      const seals = comparable(own);
      // A file that is missing is told with the first seal, not with the first one that resembles another.
      if (seals.length > 0) await openSealNetwork();
      for (const { key, seal, fingerprint } of seals) {
        const others = await read(async (source) => {
          await known.refresh(source);
          return candidates(source, own, fingerprint);
        });
        compared.set(key, await sameImprint(seal, others));
      }
      return compared;
    },

    async relate(source, own, compared) {
      const seals = comparable(own);
      if (seals.length === 0) return NONE;
      await source.lockSeals();
      await known.refresh(source);
      const found: Related[] = [];
      for (const { key, at, seal, fingerprint } of seals) {
        const others = await candidates(source, own, fingerprint);
        const before = compared.get(key);
        const since = await sameImprint(
          seal,
          others.filter(({ id }) => !before?.has(id)),
        );
        found.push(
          related(
            at,
            seal,
            others.map((other) => ({ other, probability: (before?.get(other.id) ?? since.get(other.id))! })),
          ),
        );
      }
      return {
        findings: found.flatMap(({ findings }) => findings),
        relations: found.flatMap(({ relations }) => relations),
      };
    },
  };
}

/** Which seal of which page, both from 1. */
interface Place {
  readonly page: number;
  readonly place: number;
}

/** Seals that have a fingerprint, each with what it goes by in `ComparedSeals`. */
function comparable({ pages }: OwnSeals) {
  return pages.flatMap(({ page, seals }) =>
    seals.flatMap((seal, i) => {
      const { fingerprint } = seal;
      const at: Place = { page, place: i + 1 };
      return fingerprint ? [{ key: `${at.page}/${at.place}`, at, seal, fingerprint }] : [];
    }),
  );
}

/** By the id of the other seal. */
async function sameImprint(seal: Seal, others: readonly StoredSeal[]): Promise<Map<number, number>> {
  if (others.length === 0) return new Map();
  const known = others.map(({ fingerprint, templateFingerprint, seal: said }) => ({
    ...said,
    ...{ fingerprint, templateFingerprint },
  }));
  const likeness = await compareSeals(seal, known, await openSealNetwork());
  return new Map(others.map(({ id }, i) => [id, likeness[i]!.sameImprint]));
}

function related(
  at: Place,
  seal: Seal,
  compared: readonly { readonly other: StoredSeal; readonly probability: number }[],
): Related {
  const same = compared.filter(({ probability }) => probability >= SEALS_RELATED_FROM);
  const [best] = same.toSorted((a, b) => b.probability - a.probability);
  if (!best) return NONE;
  const customers = new Set(same.map(({ other }) => other.customerId ?? other.caseId)).size;
  const lenders = new Set(same.map(({ other }) => other.lenderId)).size;
  return {
    findings: [seenBefore(at, seal, best.other, best.probability, { customers, lenders })],
    relations: same.map(({ other, probability }) => ({ kind: 'seal', ...at, other: other.id, probability })),
  };
}

function seenBefore(
  { page, place }: Place,
  { region, origin }: Seal,
  other: StoredSeal,
  probability: number,
  { customers, lenders }: { readonly customers: number; readonly lenders: number },
): PageFinding {
  const name = other.reference ? `${other.reference} / ${other.exhibit}` : other.exhibit;
  return {
    page,
    code: 'seal.seen-before',
    // A picture that travels is a forger's; a die that is known to many is mostly what it says.
    severity: origin === 'pasted' || other.seal.origin === 'pasted' ? 'medium' : 'info',
    probability,
    region,
    message: {
      zh: `同一枚印章的印样也出现在另外 ${customers} 位客户、${lenders} 家机构的材料上，最相近的是“${name}”第 ${other.page} 页。真实单位的印章会盖在许多人的材料上，须结合其他线索判断。`,
      en: `The same imprint is on papers of ${customers} other customer(s) at ${lenders} lender(s); most like it is page ${other.page} of “${name}”. A real organisation’s seal is on many people’s papers: weigh it with what else is known.`,
    },
    signal: 'seal',
    values: {
      customers,
      lenders,
      caseId: other.caseId,
      exhibitId: other.exhibitId,
      otherPage: other.page,
      seal: place,
      otherSeal: other.place,
    },
  };
}
