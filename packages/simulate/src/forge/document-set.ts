import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '@jianzhen/evidence';
import { errors } from '../errors.ts';
import { createRandom, type Seed } from '../random.ts';
import { HELD_OUT_OPERATIONS, OPERATIONS, type Operation } from './operations/index.ts';
import { listPages, type PageFamily, type PageSource } from './pages.ts';
import { finish, prepare, prepareDonor, type Sample } from './sample.ts';
import { isHeld, type Split } from './sources.ts';
import { PIPELINES, type Pipeline } from './types.ts';

export interface DocumentSetOptions {
  /** Folder with `sroie/` and `funsd/`; needed for real pages alone. */
  readonly data: string;
  /** Real pages alone where not given. */
  readonly families?: readonly PageFamily[];
  /** Rendered pages of each kind; 4 unless told. */
  readonly perKind?: number;
  readonly split: Split;
  /** Folder to write to; made where missing. */
  readonly out: string;
  readonly seed: Seed;
  /** Forged pages per source and pipeline, operations drawn by chance; every one of `ops` where not given. */
  readonly perSource?: number;
  readonly ops?: readonly Operation[];
  readonly pipelines?: readonly Pipeline[];
  /** So many of the pipelines for each source, drawn by chance; all where not given. */
  readonly pipelinesPerSource?: number;
  /** Share of pages, twins with their forgeries, that were stamped, folded, faint … before the capture; 0 unless told. */
  readonly hardShare?: number;
  /** At most this many sources, drawn by chance. */
  readonly limit?: number;
  /** Only sources that the document network never learns from, each forged as it is among all. */
  readonly held?: boolean;
  /** Sources worked on at the same time; coding runs beside drawing. 1 unless told. */
  readonly jobs?: number;
  readonly progress?: (done: number, total: number, note: string) => void;
}

export interface DocumentSetSummary {
  readonly manifest: string;
  readonly genuine: number;
  readonly forged: number;
  /** Samples that could not be made since the page had no place for them. */
  readonly skipped: number;
}

const COLUMNS = 'file,label,mask,source,op,pipeline,split,set,width,height,altered,regions,parameters';

/**
 * Writes a labelled set: per source and pipeline one untouched twin and its forgeries, masks, and `manifest.csv` (paths relative to it).
 * The same options give the same bytes.
 * @throws simulate.held-out where a family of forgery that is held out is asked for in another split than the test's.
 */
export async function makeDocumentSet(options: DocumentSetOptions): Promise<DocumentSetSummary> {
  const { data, out, split, seed, progress, families = ['real'], perKind = 4 } = options;
  const heldOut = options.ops?.find((op) => HELD_OUT_OPERATIONS.includes(op));
  if (heldOut && split !== 'test') throw errors('simulate.held-out', { op: heldOut, split });
  const all = listPages({ data, split, families, perKind });
  const drawn =
    options.limit === undefined
      ? all
      : createRandom(seed, 'sources', split).shuffle(all).slice(0, options.limit);
  const chosen = options.held ? drawn.filter(({ name }) => isHeld(name)) : drawn;
  mkdirSync(join(out, 'images'), { recursive: true });
  mkdirSync(join(out, 'masks'), { recursive: true });
  const made: { rows: string[]; skipped: number }[] = [];
  let next = 0;
  let done = 0;
  const worker = async () => {
    while (next < chosen.length) {
      const index = next++;
      made[index] = await makeGroup(options, all, chosen[index]!);
      progress?.(++done, chosen.length, chosen[index]!.name);
    }
  };
  await Promise.all(Array.from({ length: options.jobs ?? 1 }, worker));
  const lines = made.flatMap((group) => group.rows);
  const skipped = made.reduce((sum, group) => sum + group.skipped, 0);
  const manifest = join(out, 'manifest.csv');
  writeFileSync(manifest, `${[COLUMNS, ...lines].join('\n')}\n`);
  const genuine = lines.filter((line) => line.split(',')[1] === '0').length;
  return { manifest, genuine, forged: lines.length - genuine, skipped };
}

/** Nobody seals or signs a screenshot. */
const PAPER_ONLY: ReadonlySet<Operation> = new Set(['seal-paste', 'signature-paste']);

/** All samples of one source. Under one pipeline the twin and the forgeries share capture and saves. */
async function makeGroup(
  options: DocumentSetOptions,
  all: readonly PageSource[],
  source: PageSource,
): Promise<{ rows: string[]; skipped: number }> {
  const seed = `${options.seed}/${source.name}`;
  const random = createRandom(seed, 'group');
  const others = all.filter((other) => other.set === source.set && other.name !== source.name);
  const ops = (options.ops ?? OPERATIONS).filter(
    (op) => (source.set !== 'screenshots' || !PAPER_ONLY.has(op)) && (op !== 'splice' || others.length > 0),
  );
  const donor = ops.includes('splice') ? await prepareDonor(await random.pick(others).open(), seed) : null;
  const origin = await source.open();
  const rows: string[] = [];
  let skipped = 0;
  for (const pipeline of pipelinesOf(options, seed)) {
    const prepared = await prepare(origin, pipeline, seed, options.hardShare);
    const drawn = random.shuffle(ops).slice(0, options.perSource ?? ops.length);
    for (const op of ['none' as const, ...drawn]) {
      try {
        const sample = await finish(prepared, op, seed, donor);
        rows.push(write(options, source, op, pipeline, sample));
      } catch (error) {
        if (!(error instanceof CodedError && error.code === 'simulate.no-place')) throw error;
        skipped++;
      }
    }
  }
  return { rows, skipped };
}

function pipelinesOf({ pipelines = PIPELINES, pipelinesPerSource }: DocumentSetOptions, seed: string) {
  if (pipelinesPerSource === undefined) return pipelines;
  return createRandom(seed, 'pipelines').shuffle(pipelines).slice(0, pipelinesPerSource);
}

function write(
  { out, split }: DocumentSetOptions,
  source: PageSource,
  op: Operation | 'none',
  pipeline: Pipeline,
  sample: Sample,
): string {
  const base = `${source.set}-${source.name}-${pipeline}-${op}`;
  const file = `images/${base}.${sample.extension}`;
  const mask = sample.mask ? `masks/${base}.png` : '';
  writeFileSync(join(out, file), sample.file);
  if (sample.mask) writeFileSync(join(out, mask), sample.mask);
  const regions = sample.regions.map((r) => `${r.x} ${r.y} ${r.width} ${r.height}`).join(';');
  const parameters = Object.entries(sample.parameters)
    .map(
      ([key, value]) =>
        `${key}=${typeof value === 'number' ? Number(value.toFixed(3)) : String(value).replace(/[,"\n;]/g, ' ')}`,
    )
    .join(';');
  return [
    file,
    op === 'none' ? 0 : 1,
    mask,
    source.name,
    op,
    pipeline,
    split,
    source.set,
    sample.width,
    sample.height,
    sample.altered.toFixed(5),
    regions,
    parameters,
  ].join(',');
}
