import type { Page } from '../../api/types.ts';
import type { NumberedFinding } from '../number-findings.ts';
import type { Selection } from '../use-selection.ts';

export interface ViewerProps {
  readonly page: Page;
  /** EXIF orientation, 1–8. */
  readonly orientation: number;
  /** The file itself where a browser can draw it as this page: shown once the preview is too coarse. */
  readonly original: string | null;
  readonly findings: readonly NumberedFinding[];
  readonly selection: Selection;
  /** 0–100; kept by the page, so that turning pages does not change it. */
  readonly heat: number;
  readonly setHeat: (heat: number) => void;
  readonly boxes: boolean;
  readonly setBoxes: (boxes: boolean) => void;
  /** Whether what was read lies over the picture, to be selected instead of dragged. */
  readonly text: boolean;
  readonly setText: (text: boolean) => void;
}
