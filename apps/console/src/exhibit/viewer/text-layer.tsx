import { type Turn, turnRegion } from '@jianzhen/evidence';
import type { Reading } from '../../api/types.ts';
import type { Viewport } from './viewport.ts';

interface Props {
  readonly reading: Reading;
  readonly view: Viewport;
  readonly turn: Turn;
}

/** Share of a line's height from its top to its baseline. */
const BASELINE = 0.85;

/** What was read, unseen over the picture, to be selected and copied. */
export function TextLayer({ reading, view, turn }: Props) {
  const transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`;
  return (
    <svg
      className="text-layer"
      viewBox={`0 0 ${turn.width} ${turn.height}`}
      style={{ width: turn.width, height: turn.height, transform }}
      aria-hidden="true"
    >
      {reading.lines.map(({ text, region }, i) => {
        const { x, y, width, height } = turnRegion(region, turn);
        const upright = height > 2 * width && text.length > 2;
        const [length, size] = upright ? [height, width] : [width, height];
        return (
          <text
            // biome-ignore lint/suspicious/noArrayIndexKey: lines keep their order, and two may be alike.
            key={i}
            x={upright ? 0 : x}
            y={(upright ? 0 : y) + size * BASELINE}
            fontSize={size}
            textLength={length}
            lengthAdjust="spacingAndGlyphs"
            {...(upright ? { transform: `translate(${x + width} ${y}) rotate(90)` } : {})}
          >
            {text}
          </text>
        );
      })}
    </svg>
  );
}
