import type { Region } from '@jianzhen/evidence';
import { useLanguage } from '../../language.tsx';
import type { NumberedFinding } from '../sort-findings.ts';
import { project, type Viewport } from './viewport.ts';

interface Props {
  readonly finding: NumberedFinding;
  readonly region: Region;
  readonly view: Viewport;
  readonly active: boolean;
  readonly onClick: () => void;
}

/** A finding's region on the picture: the same line and number at every zoom. */
export function Box({ finding, region, view, active, onClick }: Props) {
  const { say } = useLanguage();
  const { x, y, width, height } = project(view, region);
  return (
    <button
      type="button"
      className={`box ${finding.severity}${active ? ' active' : ''}`}
      style={{
        transform: `translate(${x}px, ${y}px)`,
        width: Math.max(width, 6),
        height: Math.max(height, 6),
      }}
      aria-pressed={active}
      aria-label={`${finding.number}. ${say(finding.message)}`}
      onClick={onClick}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <span className="number">{finding.number}</span>
    </button>
  );
}
