import type { Point, Size } from '@jianzhen/evidence';
import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { fit, pan, type Viewport, zoomAt } from './viewport.ts';

export interface ViewportControl {
  /** Null until the window's size is known. */
  readonly view: Viewport | null;
  readonly window: Size;
  readonly setView: (view: Viewport) => void;
  readonly fitPage: () => void;
  /** About the middle of the window. */
  readonly zoom: (factor: number) => void;
  readonly panBy: (by: Point) => void;
}

/** Keeps the page's place in `element`: fitted until the reader moves it, then moved by wheel, drag and pinch. */
export function useViewport(element: RefObject<HTMLElement | null>, page: Size): ViewportControl {
  const [window, setWindow] = useState<Size>({ width: 0, height: 0 });
  // Null while fitted, so that the page stays fitted when the window changes.
  const [moved, setMoved] = useState<Viewport | null>(null);
  const known = window.width > 0 && window.height > 0;
  const view = known ? (moved ?? fit(page, window)) : null;

  const zoomAbout = (at: Point, factor: number) => {
    if (view) setMoved(zoomAt(view, at, factor, page, window));
  };
  const panBy = (by: Point) => {
    if (view) setMoved(pan(view, by, page, window));
  };
  const onWheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    const { left, top } = element.current!.getBoundingClientRect();
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    // A pinch on a touchpad arrives as a wheel with Ctrl, in small steps.
    const speed = event.ctrlKey ? 0.01 : 0.0016;
    zoomAbout({ x: event.clientX - left, y: event.clientY - top }, Math.exp(-event.deltaY * lines * speed));
  });
  const onDrag = useEffectEvent((by: Point, about: Point, factor: number) => {
    if (!view) return;
    const { left, top } = element.current!.getBoundingClientRect();
    const panned = pan(view, by, page, window);
    setMoved(
      factor === 1 ? panned : zoomAt(panned, { x: about.x - left, y: about.y - top }, factor, page, window),
    );
  });

  useEffect(() => {
    const target = element.current!;
    const observer = new ResizeObserver(() => {
      setWindow({ width: target.clientWidth, height: target.clientHeight });
    });
    observer.observe(target);
    // React listens for wheels passively; zooming must keep the page behind from scrolling.
    const wheel = (event: WheelEvent) => onWheel(event);
    target.addEventListener('wheel', wheel, { passive: false });
    const undrag = listenForDrags(target, (by, about, factor) => onDrag(by, about, factor));
    return () => {
      observer.disconnect();
      target.removeEventListener('wheel', wheel);
      undrag();
    };
  }, [element]);

  return {
    view,
    window,
    setView: setMoved,
    fitPage: () => setMoved(null),
    zoom: (factor) => zoomAbout({ x: window.width / 2, y: window.height / 2 }, factor),
    panBy,
  };
}

/** One finger or the mouse moves; two fingers move and zoom. Tells movement, its centre and the factor of spread. */
function listenForDrags(target: HTMLElement, tell: (by: Point, about: Point, factor: number) => void) {
  const fingers = new Map<number, Point>();
  const gathered = () => {
    const points = [...fingers.values()];
    const x = points.reduce((sum, point) => sum + point.x, 0) / points.length;
    const y = points.reduce((sum, point) => sum + point.y, 0) / points.length;
    const [a, b] = points;
    return { x, y, spread: a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 1 };
  };
  const listening = new AbortController();
  const { signal } = listening;
  target.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0 || (event.target as Element).closest('button, text')) return;
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      target.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  target.addEventListener(
    'pointermove',
    (event) => {
      if (!fingers.has(event.pointerId)) return;
      const before = gathered();
      fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      const after = gathered();
      const by = { x: after.x - before.x, y: after.y - before.y };
      tell(by, after, before.spread > 0 ? after.spread / before.spread : 1);
    },
    { signal },
  );
  const end = (event: PointerEvent) => fingers.delete(event.pointerId);
  for (const type of ['pointerup', 'pointercancel'] as const) target.addEventListener(type, end, { signal });
  return () => listening.abort();
}
