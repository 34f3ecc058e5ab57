import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

// The collector goes by the size of the heap and hardly sees a page's planes, which lie outside of it: left to itself it
// lets those of several signals and files pile up.
setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** Pages below this leave less behind than collecting takes time. */
const LARGE = 4_000_000;

/** Gives memory back between two signals on a page of that many pixels. */
export function reclaimFor(pixels: number): (() => void) | undefined {
  return pixels >= LARGE ? collect : undefined;
}
