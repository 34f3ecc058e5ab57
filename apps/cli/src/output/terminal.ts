import { styleText } from 'node:util';
import { type RiskLevel, type Signature, type Verdict, verdictWords } from '@jianzhen/evidence';
import cliProgress from 'cli-progress';
import Table from 'cli-table3';

/** `styleText` checks the stream for a terminal, NO_COLOR and FORCE_COLOR. */
const paint = (format: Parameters<typeof styleText>[0], text: string) =>
  styleText(format, text, { stream: process.stdout });

const COLOURS: Readonly<Record<Verdict, Parameters<typeof styleText>[0]>> = {
  genuine: 'green',
  suspicious: 'yellow',
  forged: 'red',
  unreadable: 'gray',
};

export const verdictText = (verdict: Verdict) =>
  paint(COLOURS[verdict], `${verdictWords[verdict].zh} ${verdict}`);
const INDICATIONS: Readonly<Record<Signature['indication'], Parameters<typeof styleText>[0]>> = {
  'TOTAL-PASSED': 'green',
  INDETERMINATE: 'yellow',
  'TOTAL-FAILED': 'red',
};
export const paintIndication = (indication: Signature['indication'], text: string) =>
  paint(INDICATIONS[indication], text);
const RISKS: Readonly<
  Record<RiskLevel, { readonly zh: string; readonly colour: Parameters<typeof styleText>[0] }>
> = {
  safe: { zh: '未见危险', colour: 'green' },
  caution: { zh: '谨慎', colour: 'yellow' },
  danger: { zh: '危险', colour: 'red' },
};
export const riskText = (level: RiskLevel) => paint(RISKS[level].colour, `${RISKS[level].zh} ${level}`);
export const errorText = (text: string) => paint('red', text);
export const dim = (text: string) => paint('gray', text);

/** A table without frames but the head's rule; `cli-table3` measures wide characters. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const none = {
    top: '',
    'top-mid': '',
    'top-left': '',
    'top-right': '',
    bottom: '',
    'bottom-mid': '',
    'bottom-left': '',
    'bottom-right': '',
    left: '',
    'left-mid': '',
    mid: '',
    'mid-mid': '',
    right: '',
    'right-mid': '',
    middle: '  ',
  };
  const out = new Table({
    head: head.map(dim),
    chars: none,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  });
  for (const row of rows) out.push([...row]);
  return out.toString();
}

export interface Progress {
  advance(): void;
  stop(): void;
}

/** A bar on standard error when that is a terminal and there is more than one thing to do. */
export function progress(total: number): Progress {
  if (total < 2 || !process.stderr.isTTY) return { advance() {}, stop() {} };
  const bar = new cliProgress.SingleBar(
    {
      format: '{bar} {value}/{total} · {eta_formatted}',
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
      barsize: 30,
    },
    cliProgress.Presets.shades_classic,
  );
  bar.start(total, 0);
  return { advance: () => bar.increment(), stop: () => bar.stop() };
}
