import { join } from 'node:path';
import type { PicturedSeal } from '@jianzhen/cases';
import { compareSeals, DIFFERING_MESSAGES, type SealLikeness, wordsDiffer } from '@jianzhen/detector-seal';
import { createEngine, drawSealDifference, type Engine, openSealNetwork } from '@jianzhen/engine';
import { originWords, type Seal, sealFacts, sealWords, toCodedError } from '@jianzhen/evidence';
import { runBatch } from '../batch.ts';
import { errors } from '../errors.ts';
import { expandInputs, readInput } from '../inputs.ts';
import { uniqueNames } from '../names.ts';
import { errorForPeople, errorLine, writeLine } from '../output/lines.ts';
import { dim, table } from '../output/terminal.ts';
import { makeFolder, writeOutput } from '../output/write.ts';
import { Status } from '../status.ts';

export interface SealOptions {
  readonly json?: boolean;
  readonly crops?: string;
}

const percent = (probability: number) => `${(100 * probability).toFixed(1)}%`;
const both = ({ zh, en }: { zh: string; en: string }) => `${zh} ${dim(en)}`;

function row(file: string, seal: Seal): string[] {
  const facts = sealFacts(seal).map(([label, value]) => `${label.zh} ${value}`);
  return [
    file,
    seal.title ?? both(sealWords.unread),
    facts.join(' '),
    both(originWords[seal.origin]),
    seal.origin === 'unknown' ? '–' : percent(seal.forgeryProbability),
    seal.reasons[0] ? both(seal.reasons[0].message) : '',
  ];
}

/** The seals of every page of every file: a line of JSON a page, or a table. */
export async function seal(paths: readonly string[], options: SealOptions): Promise<Status> {
  const files = await expandInputs(paths);
  const { json = false, crops: folder } = options;
  if (folder) await makeFolder(folder);
  const names = uniqueNames(files);
  const rows: string[][] = [];
  const status = await runBatch(files, {
    json,
    async examine(engine, file, bytes, index) {
      const asked = { name: file, bytes, only: 'seals', crops: Boolean(folder) } as const;
      return { ...(await engine.examine(asked)), name: names[index]! };
    },
    async print(file, examined) {
      for (const { page, pages, width, height, seals, crops } of examined.pages) {
        const cut = folder
          ? seals.map((_, i) => join(folder, `${examined.name}.p${page}.s${i + 1}.png`))
          : null;
        if (cut) await Promise.all(crops.map((png, i) => writeOutput(cut[i]!, png)));
        const told = seals.map((found, i) => ({ ...found, crop: cut?.[i] ?? null }));
        if (json) writeLine({ file, page, pages, width, height, seals: told });
        else rows.push(...seals.map((found) => row(pages > 1 ? `${file} (${page}/${pages})` : file, found)));
      }
    },
  });
  if (!json) {
    const heads = [sealWords.seals, sealWords.origin, sealWords.forgery].map(({ zh, en }) => `${zh} ${en}`);
    console.log(table(['文件 file', heads[0]!, '', heads[1]!, heads[2]!, ''], rows));
  }
  return status;
}

async function comparable(engine: Engine, file: string): Promise<PicturedSeal[]> {
  const asked = { name: file, bytes: await readInput(file), only: 'seals', crops: true } as const;
  const { pages } = await engine.examine(asked);
  const seals = pages
    .flatMap(({ seals, crops }) =>
      seals.map((seal, i) => ({ seal, picture: crops[i]!, part: wholePixels(seal) })),
    )
    .filter(({ seal }) => seal.fingerprint !== null);
  if (seals.length === 0) throw errors('cli.no-seal', { file });
  return seals;
}

/** The part of the page that a crop shows. */
function wholePixels({ region: { x, y, width } }: Seal): PicturedSeal['part'] {
  return { x: Math.floor(x), y: Math.floor(y), width: Math.ceil(x + width) - Math.floor(x) };
}

export interface SealCompareOptions {
  readonly json?: boolean;
  /** Where the likeliest pair is drawn over each other: the first against the second, the registered specimen. */
  readonly picture?: string;
}

/** Whether two pages or crops bear the same seal, or seals of one drawing; of all pairs the best counts. */
export async function sealCompare(
  files: readonly [string, string],
  options: SealCompareOptions,
): Promise<Status> {
  const engine = createEngine({ threads: 1 });
  try {
    const found: PicturedSeal[][] = [];
    for (const file of files) {
      try {
        found.push(await comparable(engine, file));
      } catch (thrown) {
        const error = toCodedError(thrown);
        if (options.json) writeLine(errorLine(file, error));
        else console.error(errorForPeople(file, error));
      }
    }
    const [first, second] = found;
    if (!first || !second) return Status.unreadable;
    const network = await openSealNetwork();
    const pairs: (SealLikeness & { readonly a: PicturedSeal; readonly b: PicturedSeal })[] = [];
    for (const a of first) {
      const likeness = await compareSeals(
        a.seal,
        second.map(({ seal }) => seal),
        network,
      );
      pairs.push(...likeness.map((alike, i) => ({ ...alike, a, b: second[i]! })));
    }
    const best = pairs.reduce((most, pair) => (pair.sameImprint > most.sameImprint ? pair : most));
    const sameTemplate = Math.max(...pairs.map((pair) => pair.sameTemplate));
    const drawn = options.picture ? await drawSealDifference(best.a, best.b, network) : null;
    if (drawn) await writeOutput(options.picture!, drawn.png);
    const picture = options.picture ? { picture: drawn && options.picture } : {};
    const differing = wordsDiffer(best.a.seal, best.b.seal);
    if (options.json)
      writeLine({ files, sameImprint: best.sameImprint, sameTemplate, wordsDiffer: differing, ...picture });
    else {
      const imprint = `同一印模 same imprint ${percent(best.sameImprint)}`;
      console.log(`${imprint} · 同一模板 same template ${percent(sameTemplate)}`);
      if (differing) console.log(both(DIFFERING_MESSAGES[differing]));
      // How likely both are one was said; the picture's own, coarser or finer, figure would contradict it.
      if (drawn)
        console.log(
          `缺少 missing ${percent(drawn.missing)} · 多出 surplus ${percent(drawn.surplus)} · ${options.picture}`,
        );
      else if (options.picture)
        console.log('印章可见部分太少，未画图 Too little of the seals is there to draw them');
    }
    return Status.done;
  } finally {
    await engine.close();
  }
}
