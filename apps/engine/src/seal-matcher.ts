import type { PageFinding, Related, SealMatcher, SealSource, StoredSeal } from '@jianzhen/cases';
import {
  compareSeals,
  createSealIndex,
  type ImprintNetwork,
  imprintFromText,
  searchCodes,
} from '@jianzhen/detector-seal';
import { CodedError, type Seal } from '@jianzhen/evidence';
import { openSealNetwork } from './seal-network.ts';

/** Rows that are read from the store at one time. */
const ROWS = 5000;
/** Seals that are compared in full, the most alike by their codes: some 6 ms each, thrice that where the network is asked. */
const COMPARED = 60;
/**
 * Probability from which two seals count as of one imprint: all but certain, for whoever has a million seals on record would drown in false links at
 * less. None of 101,752 different pairs of two simulated sets in tuning faces, which nothing was fitted on, passes it, and most copies do
 * (models/seal/judging.md). Likeness of drawings under other names is no link at all at that size: it stays a trace.
 */
const RELATED = 0.995;

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

  async refresh(source: SealSource): Promise<void> {
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
  return {
    async relate(source, own, pages) {
      const seals = pages.flatMap(({ page, seals }) =>
        seals.map((seal, i) => ({ page, place: i + 1, seal })),
      );
      if (seals.every(({ seal }) => seal.fingerprint === null)) return NONE;
      // Before the lock, which others wait for.
      const network = await openSealNetwork();
      await source.lockSeals();
      await known.refresh(source);
      const matching = { known, source, own, network };
      const found: Related[] = [];
      for (const { page, place, seal } of seals)
        found.push(await relateSeal(matching, { page, place }, seal));
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

interface Matching {
  readonly known: Known;
  readonly source: SealSource;
  readonly own: Parameters<SealMatcher['relate']>[1];
  readonly network: ImprintNetwork;
}

async function relateSeal(
  { known, source, own, network }: Matching,
  at: Place,
  seal: Seal,
): Promise<Related> {
  if (!seal.fingerprint) return NONE;
  const ids = known.search(seal.fingerprint).slice(0, COMPARED);
  const others = (await source.seals(ids)).filter(
    ({ caseId, customerId }) =>
      caseId !== own.caseId && (own.customerId === null || customerId !== own.customerId),
  );
  const likeness = await compareSeals(seal, others, network);
  const compared = others.map((other, i) => ({ other, sameImprint: likeness[i]!.sameImprint }));
  const same = compared.filter(({ sameImprint }) => sameImprint >= RELATED);
  const [best] = same.toSorted((a, b) => b.sameImprint - a.sameImprint);
  if (!best) return NONE;
  const customers = new Set(same.map(({ other }) => other.customerId ?? other.caseId)).size;
  const lenders = new Set(same.map(({ other }) => other.lenderId)).size;
  return {
    findings: [seenBefore(at, seal, best.other, best.sameImprint, { customers, lenders })],
    relations: same.map(({ other, sameImprint: probability }) => ({
      kind: 'seal',
      ...at,
      other: other.id,
      probability,
    })),
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
