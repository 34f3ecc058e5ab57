import type { KeyboardEvent } from 'react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Page } from '../../api/types.ts';
import { useLanguage } from '../../language.tsx';
import { words } from '../../words.ts';
import type { NumberedFinding } from '../sort-findings.ts';
import { Box } from './box.tsx';
import { Toolbar } from './toolbar.tsx';
import { useViewport } from './use-viewport.ts';
import { reveal } from './viewport.ts';

interface Props {
  readonly page: Page;
  /** The file itself where a browser can draw it as this page: shown once the preview is too coarse. */
  readonly original: string | null;
  readonly findings: readonly NumberedFinding[];
  /** A finding's number. */
  readonly selected: number | null;
  readonly select: (number: number | null) => void;
  /** 0–100; kept by the page, so that turning pages does not change it. */
  readonly heat: number;
  readonly setHeat: (heat: number) => void;
  readonly boxes: boolean;
  readonly setBoxes: (boxes: boolean) => void;
}

const STEP = 60;

/** The page's picture under its heat map and the boxes of its findings. */
export function Viewer(props: Props) {
  const { page, original, findings, selected, select, heat, boxes } = props;
  const { say } = useLanguage();
  const element = useRef<HTMLDivElement>(null);
  const [coarse, setCoarse] = useState(0);
  const [broken, setBroken] = useState(false);
  const control = useViewport(element, page);
  const { view, window } = control;

  const show = useEffectEvent((number: number) => {
    const region = findings[number - 1]?.region;
    if (region && view) control.setView(reveal(view, region, page, window));
  });
  useEffect(() => {
    if (selected !== null) show(selected);
  }, [selected]);

  const keys = new Map<string, () => void>([
    ['ArrowLeft', () => control.panBy({ x: STEP, y: 0 })],
    ['ArrowRight', () => control.panBy({ x: -STEP, y: 0 })],
    ['ArrowUp', () => control.panBy({ x: 0, y: STEP })],
    ['ArrowDown', () => control.panBy({ x: 0, y: -STEP })],
    ['+', () => control.zoom(1.25)],
    ['=', () => control.zoom(1.25)],
    ['-', () => control.zoom(0.8)],
    ['0', control.fitPage],
  ]);
  const onKeyDown = (event: KeyboardEvent) => {
    const action = keys.get(event.key);
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    action();
  };

  const style = view && {
    width: page.width,
    height: page.height,
    transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})`,
  };
  // The preview's own pixels are stretched visibly from here on.
  const sharper = original !== null && view !== null && coarse > 0 && view.scale * page.width > coarse * 1.25;
  return (
    <div className="viewer">
      <Toolbar {...props} scale={view?.scale ?? null} control={control} />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; this groups a picture and the boxes on it. */}
      <div
        className="window"
        ref={element}
        role="group"
        aria-label={say(words.picture)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is moved and zoomed by keys.
        tabIndex={0}
        onKeyDown={onKeyDown}
        onDoubleClick={() => control.zoom(1.6)}
      >
        {style && page.image ? (
          <img
            className="sheet-image"
            src={page.image}
            alt=""
            draggable={false}
            style={style}
            onLoad={(event) => setCoarse(event.currentTarget.naturalWidth)}
            onError={() => setBroken(true)}
          />
        ) : null}
        {style && sharper ? (
          <img className="sheet-image" src={original} alt="" draggable={false} style={style} />
        ) : null}
        {style && page.heatmap ? (
          <img
            className="heat"
            src={page.heatmap}
            alt=""
            draggable={false}
            style={{ ...style, opacity: heat / 100 }}
          />
        ) : null}
        {broken || !page.image ? <p className="no-picture">{say(words.noPicture)}</p> : null}
        {view && boxes
          ? findings.map((finding) =>
              finding.region ? (
                <Box
                  key={finding.number}
                  finding={finding}
                  region={finding.region}
                  view={view}
                  active={selected === finding.number}
                  onClick={() => select(selected === finding.number ? null : finding.number)}
                />
              ) : null,
            )
          : null}
      </div>
    </div>
  );
}
