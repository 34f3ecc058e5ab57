import type { Finding, Reading, Region, TextLine } from '@jianzhen/evidence';

/** Share of a run's box that a finding must cover to touch it. */
const LEAST_SHARE = 0.5;
/** A finding on more than these speaks of a whole paragraph: naming its words would help nobody. */
const MOST_PLACES = 3;
/** What reads contradictions quotes the words itself. */
const QUOTES = 'papers';

function share({ x, y, width, height }: Region, over: Region): number {
  const common = (a: number, length: number, b: number, other: number) =>
    Math.max(0, Math.min(a + length, b + other) - Math.max(a, b));
  const area = common(x, width, over.x, over.width) * common(y, height, over.y, over.height);
  return area / Math.max(1, width * height);
}

/** Neighbouring runs of a line that a region touches, each joined to one text. */
function touched(region: Region, { runs }: TextLine): string[] {
  const places: string[][] = [];
  let open = false;
  for (const run of runs) {
    const inside = share(run.region, region) >= LEAST_SHARE;
    if (inside && open) places.at(-1)!.push(run.text);
    else if (inside) places.push([run.text]);
    open = inside;
  }
  return places.map((texts) => texts.join(''));
}

/** Findings that point at a place with the words that stand there, so that a reviewer need not look them up in the picture. */
export function nameWords(findings: readonly Finding[], { lines }: Reading): Finding[] {
  return findings.map((finding) => {
    const { region, signal, message } = finding;
    if (!region || signal === QUOTES) return finding;
    const words = lines.flatMap((line) => touched(region, line));
    if (words.length === 0 || words.length > MOST_PLACES) return finding;
    return {
      ...finding,
      message: {
        zh: `${message.zh.replace(/。$/, '')}（涉及文字：“${words.join('”“')}”）。`,
        en: `${message.en.replace(/\.$/, '')} (words touched: “${words.join('”, “')}”).`,
      },
      values: { ...finding.values, words: words.join(' ') },
    };
  });
}
