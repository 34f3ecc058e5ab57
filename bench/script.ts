import {
  createScriptIndex,
  createScripts,
  fingerprintText,
  isLink,
  normalise,
  resemblance,
  type ScriptFingerprint,
  shingles,
} from '@jianzhen/detector-script';
import { wilson } from '@jianzhen/evaluate';
import {
  createAgencyScript,
  createRandom,
  type Random,
  type Rewriting,
  type SimulatedText,
  writeAgencyText,
  writeHonestText,
  writePublicLetter,
} from '@jianzhen/simulate';
import type { BenchRow } from './table.ts';

const SEEDS = ['b1', 'b2', 'b3'];
const AGENCIES = 40;
const LETTERS = 12;
const HONEST = 2000;
const PUBLIC = 100;
const MILLION = 1_000_000;
/** Letters among the million; the others are made of their slots, which is faster than writing them. */
const REAL = 100_000;
const QUERIES = 2000;
/** Plain Jaccard index from which the baseline links. */
const PLAIN = 0.5;

interface Letter extends Pick<SimulatedText, 'author' | 'script'> {
  readonly normal: string;
  readonly shingles: Uint32Array;
  readonly fingerprint: ScriptFingerprint | null;
}

interface Pair {
  readonly same: boolean;
  /** Both are filled in from a letter of the Internet. */
  readonly copied: boolean;
  readonly jaccard: number;
  /** Brought together by the index and held to be of one script. */
  readonly linked: boolean;
  /** In one script after all letters have come in. */
  readonly grouped: boolean;
  /** The baselines' answers. */
  readonly equal: boolean;
  readonly plain: boolean;
}

const letterOf = ({ text, author, script }: SimulatedText): Letter => {
  const normal = normalise(text).text;
  return { author, script, normal, shingles: shingles(normal), fingerprint: fingerprintText(text) };
};

/** Pairs of letters of simulated agencies among customers' own, by how much each letter was rewritten and by their likeness. */
export async function run(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  const all: Pair[] = [];
  for (const rewriting of ['light', 'medium', 'heavy'] as const) {
    const pairs = SEEDS.flatMap((seed) => pairsOf(letters(seed, rewriting)));
    all.push(...pairs);
    rows.push(
      rowOf(
        `agencies, ${rewriting} rewriting`,
        pairs.filter(({ copied }) => !copied),
      ),
    );
  }
  rows.push(
    rowOf(
      'copied from the Internet',
      all.filter(({ copied }) => copied),
    ),
  );
  const bins = [0, 0.2, 0.4, 0.6, 0.8, 1.01];
  for (let i = bins.length - 2; i >= 0; i--) {
    const [low, high] = [bins[i]!, bins[i + 1]!];
    const within = all.filter(
      ({ same, copied, jaccard }) => same && !copied && jaccard >= low && jaccard < high,
    );
    rows.push(rowOf(`agencies, Jaccard ${low}–${Math.min(1, high)}`, within));
  }
  return rows;
}

function letters(seed: string, rewriting: Rewriting): Letter[] {
  const random = createRandom('bench scripts', seed, rewriting);
  const of = <T>(count: number, make: (i: number) => T) => Array.from({ length: count }, (_, i) => make(i));
  const agencies = of(AGENCIES, (agency) => {
    const script = createAgencyScript(seed, agency);
    return of(LETTERS, () => writeAgencyText(script, rewriting, random));
  }).flat();
  const others = [
    ...of(HONEST, () => writeHonestText(random)),
    ...of(PUBLIC, () => writePublicLetter(random)),
  ];
  return random.shuffle([...agencies, ...others]).map(letterOf);
}

/** All pairs that are of one script, or that any way links. */
function pairsOf(letters: readonly Letter[]): Pair[] {
  const scripts = createScripts(letters.length);
  const numbers = letters.map(({ fingerprint }) => fingerprint && scripts.add(fingerprint).number);
  const owners = new Map(numbers.map((number, i) => [number, i]));
  const groups = numbers.map((number) => (number === null ? null : scripts.scriptOf(number)));
  const pairs: Pair[] = [];
  letters.forEach((a, p) => {
    const linked = new Set(
      (a.fingerprint ? scripts.search(a.fingerprint) : []).map(({ number }) => owners.get(number)!),
    );
    for (let q = 0; q < p; q++) {
      const b = letters[q]!;
      const same = a.script !== null && a.script === b.script;
      const { jaccard } = resemblance(a.shingles, b.shingles);
      const pair = {
        same,
        copied: a.author === 'letter' && b.author === 'letter',
        jaccard,
        linked: linked.has(q),
        grouped: groups[p] !== null && groups[p] === groups[q],
        equal: a.normal === b.normal,
        plain: jaccard >= PLAIN,
      };
      if (same || pair.linked || pair.grouped || pair.equal || pair.plain) pairs.push(pair);
    }
  });
  return pairs;
}

const percent = (share: number) => Number((100 * share).toFixed(1));

function rowOf(name: string, pairs: readonly Pair[]): BenchRow {
  const right = pairs.filter(({ same }) => same);
  const recall = (way: 'linked' | 'grouped' | 'equal' | 'plain') =>
    percent(right.filter((pair) => pair[way]).length / right.length);
  const wrong = (way: 'linked' | 'grouped' | 'plain') =>
    pairs.filter((pair) => pair[way] && !pair.same).length;
  const { low, high } = wilson(right.filter(({ linked }) => linked).length, right.length);
  return {
    letters: name,
    'pairs of one script': right.length,
    'linked %': recall('linked'),
    'from %': percent(low),
    'to %': percent(high),
    'false links': wrong('linked'),
    'in one group %': recall('grouped'),
    'falsely in one group': wrong('grouped'),
    'equal once masked %': recall('equal'),
    [`Jaccard ≥ ${PLAIN}, all pairs %`]: recall('plain'),
    'its false links': wrong('plain'),
  };
}

/** A million texts in the index: memory, speed, and how many pairs of strangers' letters are linked. */
export async function runMillion(): Promise<BenchRow[]> {
  const random = createRandom('bench scripts', 'million');
  const index = createScriptIndex(MILLION);
  const real: ScriptFingerprint[] = [];
  let [fingerprinting, adding, characters] = [0, 0, 0];
  while (real.length < REAL + QUERIES) {
    const { text } = writeHonestText(random);
    const started = performance.now();
    const fingerprint = fingerprintText(text);
    fingerprinting += performance.now() - started;
    characters += text.length;
    if (fingerprint) real.push(fingerprint);
  }
  const queries = real.splice(REAL);
  while (index.size < MILLION) {
    const sketch = real[index.size]?.sketch ?? stranger(real, random);
    const started = performance.now();
    index.add(sketch);
    adding += performance.now() - started;
  }
  const times: number[] = [];
  let falseLinks = 0;
  const before = process.cpuUsage();
  for (const { sketch, shingles: count } of queries) {
    const started = performance.now();
    const matches = index.search(sketch);
    times.push(performance.now() - started);
    falseLinks += matches.filter(
      ({ number, similarity }) => number < REAL && isLink(similarity, count, real[number]!.shingles),
    ).length;
  }
  const { user, system } = process.cpuUsage(before);
  times.sort((a, b) => a - b);
  const at = (share: number) => Number(times[Math.floor(share * QUERIES)]!.toFixed(2));
  return [
    {
      texts: index.size,
      'characters a letter': Math.round(characters / (REAL + QUERIES)),
      'fingerprints a second': Math.round((REAL + QUERIES) / (fingerprinting / 1000)),
      'added a second': Math.round(index.size / (adding / 1000)),
      'buffers MB': Math.round(process.memoryUsage().arrayBuffers / 2 ** 20),
      'resident MB': Math.round(process.memoryUsage().rss / 2 ** 20),
      'query, CPU ms': Number(((user + system) / 1000 / QUERIES).toFixed(2)),
      'query ms, median': at(0.5),
      'query ms, 95%': at(0.95),
      'query ms, slowest': Number(times.at(-1)!.toFixed(2)),
      'pairs of letters': QUERIES * REAL,
      'false links': falseLinks,
      'false links, ppm': Number(((1e6 * falseLinks) / (QUERIES * REAL)).toPrecision(2)),
    },
  ];
}

/** Share of the slots that a stranger has of each of two letters, as letters on one matter have. */
const SHARED = 0.1;

function stranger(real: readonly ScriptFingerprint[], random: Random): Uint16Array {
  const [first, second] = [random.pick(real).sketch, random.pick(real).sketch];
  return first.map((value, slot) => {
    const drawn = random.next();
    if (drawn < SHARED) return value;
    return drawn < 2 * SHARED ? second[slot]! : random.bits() & 0xffff;
  });
}
