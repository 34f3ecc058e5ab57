import { placeBadges, type Turn, turnRegion } from '@jianzhen/evidence';
import { useLanguage } from '../../language.tsx';
import type { NumberedFinding } from '../number-findings.ts';
import type { Selection } from '../use-selection.ts';
import { project, type Viewport } from './viewport.ts';

interface Props {
  readonly findings: readonly NumberedFinding[];
  readonly selection: Selection;
  readonly view: Viewport;
  readonly turn: Turn;
}

/** Radius of a badge; a box is never smaller than `LEAST`, or it could not be seen or hit. */
const RADIUS = 10;
const LEAST = 6;

/** Regions of findings on the picture, each with its number: lines and numbers of one size at every zoom. */
export function Boxes({ findings, selection, view, turn }: Props) {
  const { say } = useLanguage();
  const placed = findings.flatMap((finding) => {
    if (!finding.region) return [];
    const box = project(view, turnRegion(finding.region, turn));
    return {
      finding,
      box: { ...box, width: Math.max(box.width, LEAST), height: Math.max(box.height, LEAST) },
    };
  });
  const badges = placeBadges(
    placed.map(({ box }) => box),
    RADIUS,
  );
  return placed.map(({ finding, box }, i) => {
    const active = selection.number === finding.number;
    return (
      <button
        key={finding.number}
        type="button"
        className={`box ${finding.severity}${active ? ' active' : ''}`}
        style={{ transform: `translate(${box.x}px, ${box.y}px)`, width: box.width, height: box.height }}
        aria-pressed={active}
        aria-label={`${finding.number}. ${say(finding.message)}`}
        onClick={() => selection.toggle(finding.number)}
        onDoubleClick={(event) => event.stopPropagation()}
      >
        <span
          className="number"
          style={{
            transform: `translate(${badges[i]!.x - box.x - RADIUS}px, ${badges[i]!.y - box.y - RADIUS}px)`,
          }}
        >
          {finding.number}
        </span>
      </button>
    );
  });
}
