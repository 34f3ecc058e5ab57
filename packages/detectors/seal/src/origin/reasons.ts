import { format, type Reason } from '@jianzhen/evidence';
import { ORIGIN_MESSAGES } from './messages.ts';

type Statistics = Readonly<Record<string, number>>;

/** Variation of density within strokes under which few stamps lie, as a share. */
const EVEN = 0.12;
const UNEVEN = 0.2;
/** Share of print that shows at crossings: under it a layer is likely, over it ink. */
const HIDDEN = 0.2;
const SHOWN = 0.5;
/** Logarithms of ratios that stand out. */
const QUIET = Math.log(0.55);
const LOUD = Math.log(1.8);
const SHARP = Math.log(1.35);
/** Grey levels. */
const HALO = 3;
/** Share of gaps in strokes under which nothing is missing. */
const WHOLE = 0.01;

/** What speaks for the decision, in words and measures, or that nothing does by itself; nothing that speaks against it. */
export function originReasons(origin: 'ink' | 'layer', statistics: Statistics): Reason[] {
  const of = (name: string): number => statistics[name] ?? 0;
  const reasons: Reason[] = [];
  const add = (code: keyof typeof ORIGIN_MESSAGES, value: string, usual = ''): void => {
    reasons.push({ code, message: format(ORIGIN_MESSAGES[code], { value, usual }) });
  };
  const percent = (share: number) => Math.round(100 * share).toString();
  const crossed = of('crossings') > 0;
  if (origin === 'ink') {
    if (of('spread') > UNEVEN) add('seal.origin-uneven', percent(of('spread')));
    if (crossed && of('printThrough') > SHOWN)
      add('seal.origin-print-through', percent(Math.min(1, of('printThrough'))));
    if (reasons.length === 0) add('seal.origin-ink-whole', '');
    return reasons;
  }
  if (of('spread') < EVEN) add('seal.origin-even', percent(of('spread')), percent(EVEN));
  if (crossed && of('printThrough') < HIDDEN)
    add('seal.origin-hides-print', percent(Math.max(0, of('printThrough'))));
  const noise = of('coreNoiseGreen');
  if (noise !== 0 && (noise < QUIET || noise > LOUD)) add('seal.origin-quiet', Math.exp(noise).toFixed(1));
  if (of('printEdges') > 0 && of('steepOfPrint') > SHARP)
    add('seal.origin-sharp', Math.exp(of('steepOfPrint')).toFixed(1));
  if (of('haloLight') > HALO) add('seal.origin-halo', of('haloLight').toFixed(1));
  if (of('missing') < WHOLE) add('seal.origin-drawn', '');
  if (reasons.length === 0) add('seal.origin-layer-whole', '');
  return reasons;
}
