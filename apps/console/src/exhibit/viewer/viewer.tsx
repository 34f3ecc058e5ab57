import { turnOf, turnRegion } from '@jianzhen/evidence';
import { type KeyboardEvent, useEffect, useEffectEvent, useRef } from 'react';
import { useLanguage } from '../../language.tsx';
import { words } from '../../words.ts';
import { Boxes } from './boxes.tsx';
import type { ViewerProps } from './props.ts';
import { Sheet } from './sheet.tsx';
import { TextLayer } from './text-layer.tsx';
import { Toolbar } from './toolbar.tsx';
import { useViewport } from './use-viewport.ts';
import { reveal } from './viewport.ts';

/** Pixels that an arrow key moves the page. */
const STEP = 60;

/** The page's picture under its heat map and the boxes of its findings. */
export function Viewer(props: ViewerProps) {
  const { page, orientation, findings, selection, boxes, text } = props;
  const { say } = useLanguage();
  const element = useRef<HTMLDivElement>(null);
  const turn = turnOf(page, orientation);
  const control = useViewport(element, turn);
  const { view, window } = control;

  const show = useEffectEvent((number: number) => {
    const region = findings[number - 1]?.region;
    if (region && view) control.setView(reveal(view, turnRegion(region, turn), turn, window));
  });
  useEffect(() => {
    if (selection.reveal) show(selection.reveal.number);
  }, [selection.reveal]);

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
        {view ? <Sheet {...props} view={view} turn={turn} /> : null}
        {view && text && page.reading ? <TextLayer reading={page.reading} view={view} turn={turn} /> : null}
        {view && boxes ? <Boxes findings={findings} selection={selection} view={view} turn={turn} /> : null}
      </div>
    </div>
  );
}
