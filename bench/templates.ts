import { createTemplateIndex, SKETCH_SLOTS } from '@jianzhen/detector-papers';
import { evaluateTemplates } from '@jianzhen/evaluate';
import { seeded } from '@jianzhen/learn';
import { simulatedPages, templateTools } from '../apps/cli/src/commands/template-set.ts';
import type { BenchRow } from './table.ts';

/** Pages of the index whose search is timed, and searches. */
const MILLION = 1_000_000;
const SEARCHES = 400;
/** Real sketches from which the million is drawn: forms and pages of each. */
const FORMS = 240;
const FILLS = 5;

/** A million pages in memory: time of a search and share of a page's own template that it finds. */
export async function run(): Promise<BenchRow[]> {
  return [await million()];
}

/** Recall at one false link in a million pairs: 200 forms, 20 pages of each, as a reader would read them. */
export async function runRecall(): Promise<BenchRow[]> {
  const pages = simulatedPages({ seed: 'recall', templates: 200, fills: 20, pool: 'reported' });
  const result = await evaluateTemplates(pages, templateTools(), { random: seeded(1) });
  const percent = (value: number) => Number((100 * value).toFixed(1));
  return [
    {
      pages: result.pages,
      templates: result.templates,
      'different pairs': result.differentPairs,
      'candidate recall %': percent(result.candidateRecall),
      'recall at 1 ppm %': percent(result.templateRecallAt1ppm),
      'from %': percent(result.interval.low),
      'to %': percent(result.interval.high),
      'false links': result.falseLinks,
      threshold: Number(result.threshold.toFixed(4)),
    },
  ];
}

async function million(): Promise<BenchRow> {
  const random = seeded(7);
  const real = simulatedPages({ seed: 'million', templates: FORMS, fills: FILLS, pool: 'reported' });
  const index = createTemplateIndex();
  const bases = real.map(({ fingerprint }) => fingerprint.sketch);
  const every = Math.floor(MILLION / bases.length);
  const searched: Uint16Array[] = [];
  const places = new Map<number, number>();
  const adding = performance.now();
  for (let page = 0; page < MILLION; page++) {
    const base = page % every === 0 ? Math.min(bases.length - 1, page / every) : -1;
    if (base >= 0) places.set(base, page);
    index.add(base >= 0 ? bases[base]! : stranger(bases, random));
  }
  const added = (performance.now() - adding) / MILLION;
  for (let i = 0; i < SEARCHES; i++) searched.push(bases[Math.floor(random() * bases.length)]!);
  const times: number[] = [];
  for (const sketch of searched) {
    const started = performance.now();
    index.search(sketch);
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  return {
    pages: index.size,
    'add ms': Number(added.toFixed(4)),
    'search ms, median': Number(times[SEARCHES >> 1]!.toFixed(2)),
    'search ms, 95%': Number(times[Math.floor(0.95 * SEARCHES)]!.toFixed(2)),
    'own template found %': Number((100 * ownFound(index, bases, places)).toFixed(1)),
    'resident MB': Math.round(process.memoryUsage().rss / 2 ** 20),
  };
}

/** Words that a stranger's form shares with a real one: a share of its slots; the rest is another form's or nobody's. */
const SHARED = 0.35;

/** A page of another form: slots out of two real pages and of text that no other page has, as forms of one sort share their labels. */
function stranger(bases: readonly Uint16Array[], random: () => number): Uint16Array {
  const pick = () => bases[Math.floor(random() * bases.length)]!;
  const [first, second] = [pick(), pick()];
  const own = SHARED * random();
  const sketch = new Uint16Array(SKETCH_SLOTS);
  for (let slot = 0; slot < SKETCH_SLOTS; slot++) {
    const drawn = random();
    const from = drawn < own ? first : drawn < 1.4 * own ? second : null;
    sketch[slot] = from ? from[slot]! : Math.floor(random() * 65_536);
  }
  return sketch;
}

/** Mean share of the other pages of a page's form among its candidates. */
function ownFound(
  index: ReturnType<typeof createTemplateIndex>,
  bases: readonly Uint16Array[],
  places: ReadonlyMap<number, number>,
): number {
  let [found, all] = [0, 0];
  for (let base = 0; base < bases.length; base += 3) {
    const form = Math.floor(base / FILLS);
    const hits = new Set(index.search(bases[base]!).map(({ page }) => page));
    for (let other = form * FILLS; other < (form + 1) * FILLS; other++) {
      if (other === base) continue;
      all++;
      if (hits.has(places.get(other)!)) found++;
    }
  }
  return found / all;
}
