import { type Code, codeKindWords, codeWords, riskWords } from '@jianzhen/evidence';
import { runBatch } from '../batch.ts';
import { expandInputs } from '../inputs.ts';
import { writeLine } from '../output/lines.ts';
import { dim, riskText, table } from '../output/terminal.ts';
import type { Status } from '../status.ts';

/** Longest part of a payload that a table shows. */
const SHOWN = 60;

const both = ({ zh, en }: { zh: string; en: string }) => `${zh} ${dim(en)}`;
const shorten = (text: string) => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

function row(file: string, { kind, text, risk: { level, probability, reasons } }: Code): string[] {
  return [
    file,
    both(codeKindWords[kind]),
    // A payload is a stranger's: control characters would reach the terminal.
    shorten(text.replaceAll(/\p{C}/gu, '·')),
    `${riskText(level)} ${dim(`${(100 * probability).toFixed(0)}%`)}`,
    reasons[0] ? both(reasons[0].message) : both(riskWords[level]),
  ];
}

/** The QR codes of every page of every file, read and judged: a line of JSON a page, or a table. */
export async function qr(
  paths: readonly string[],
  { json = false }: { readonly json?: boolean },
): Promise<Status> {
  const files = await expandInputs(paths);
  const rows: string[][] = [];
  const status = await runBatch(files, {
    json,
    examine: (engine, file, bytes) => engine.examine({ name: file, bytes, only: 'codes' }),
    async print(file, { pages: examined }) {
      for (const { page, pages, width, height, codes } of examined) {
        if (json) writeLine({ file, page, pages, width, height, codes });
        else rows.push(...codes.map((code) => row(pages > 1 ? `${file} (${page}/${pages})` : file, code)));
      }
    },
  });
  if (!json) {
    const heads = [codeWords.codes, codeWords.carries, codeWords.risk].map(({ zh, en }) => `${zh} ${en}`);
    console.log(table(['文件 file', ...heads, ''], rows));
  }
  return status;
}
