import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createEngine, type ExaminedPage, type ExamineResult, inOrder } from '@jianzhen/engine';
import { type PageReport, sortFindings } from '@jianzhen/evidence';
import { renderReport } from '@jianzhen/report';
import { expandInputs, readInput } from '../inputs.ts';
import { uniqueNames } from '../names.ts';
import { errorLine, writeLine } from '../output/lines.ts';
import { dim, errorText, progress, table, verdictText } from '../output/terminal.ts';
import { makeFolder, writeOutput } from '../output/write.ts';
import { type ReportEntry, reportInput } from '../report.ts';
import { Status } from '../status.ts';

export interface CheckOptions {
  readonly json?: boolean;
  readonly masks?: string;
  readonly report?: string;
  readonly failOn?: 'forged' | 'suspicious';
  /** False leaves the text unread: faster, but contradictions stay unseen. */
  readonly reading?: boolean;
}

/** The promised fields, in the promised order. */
export function pageLine(page: ExaminedPage, mask: string | null): PageReport {
  const { file, page: number, pages, width, height, verdict, forgeryProbability, findings } = page;
  const { elapsedMs, reading, traces, seals, codes, signatures, voice } = page;
  return {
    ...{ file, page: number, pages, width, height, verdict, forgeryProbability, findings, mask, elapsedMs },
    ...{ reading, traces, seals, codes, signatures, ...(voice && { voice }) },
  };
}

function row(page: PageReport): string[] {
  const [first] = sortFindings(page.findings);
  const name = page.pages > 1 ? `${page.file} (${page.page}/${page.pages})` : page.file;
  const probability = page.verdict === 'unreadable' ? '–' : `${(100 * page.forgeryProbability).toFixed(1)}%`;
  const more = page.findings.length > 1 ? dim(` +${page.findings.length - 1}`) : '';
  return [
    name,
    page.reading?.kind.label.zh ?? '–',
    verdictText(page.verdict),
    probability,
    first ? `${first.message.zh} ${dim(first.message.en)}${more}` : '',
    `${page.elapsedMs} ms`,
  ];
}

export async function check(paths: readonly string[], options: CheckOptions): Promise<Status> {
  const files = await expandInputs(paths);
  if (options.masks) await makeFolder(options.masks);
  const names = uniqueNames(files);
  const threads = Math.min(availableParallelism(), Math.max(1, files.length));
  const engine = createEngine({
    threads,
    split: files.length === 1 && availableParallelism() > 1,
    reading: options.reading !== false,
  });
  const receivedAt = new Date().toISOString();
  const bar = progress(files.length);
  const rows: string[][] = [];
  const entries: ReportEntry[] = [];
  let unreadable = false;
  let found = false;

  const examineFile = async (file: string, index: number): Promise<ExamineResult & { index: number }> => {
    const bytes = await readInput(file);
    return {
      ...(await engine.examine({
        name: file,
        bytes,
        receivedAt,
        masks: Boolean(options.masks),
        previews: Boolean(options.report),
      })),
      index,
    };
  };

  try {
    for await (const { input, outcome } of inOrder(files, threads + 1, examineFile)) {
      bar.advance();
      if ('error' in outcome) {
        unreadable = true;
        if (options.json) writeLine(errorLine(input, outcome.error));
        else
          rows.push([
            input,
            '–',
            errorText(`无法读取 unreadable`),
            '–',
            `${outcome.error.text.zh} ${dim(outcome.error.text.en)}`,
            '',
          ]);
        if (options.report) entries.push({ file: input, error: outcome.error });
        continue;
      }
      const { facts, pages, index } = outcome.value;
      for (const page of pages) {
        const mask = options.masks ? join(options.masks, `${names[index]}.p${page.page}.png`) : null;
        if (mask && page.maskPng) await writeOutput(mask, page.maskPng);
        const line = pageLine(page, mask);
        found ||=
          line.verdict === 'forged' || (options.failOn === 'suspicious' && line.verdict === 'suspicious');
        if (options.json) writeLine(line);
        else rows.push(row(line));
      }
      if (options.report) entries.push({ file: input, facts, pages });
    }
  } finally {
    bar.stop();
    await engine.close();
  }
  if (!options.json)
    console.log(table(['文件 file', '类型 kind', '结论 verdict', '伪造概率', '主要发现 finding', ''], rows));
  if (options.report) {
    await writeOutput(options.report, renderReport(reportInput(entries)));
    console.error(`报告 report: ${options.report}`);
  }
  if (options.failOn && found) return Status.found;
  return unreadable ? Status.unreadable : Status.done;
}
