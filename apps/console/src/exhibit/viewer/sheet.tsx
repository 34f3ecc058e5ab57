import type { Turn } from '@jianzhen/evidence';
import { useState } from 'react';
import { useLanguage } from '../../language.tsx';
import { words } from '../../words.ts';
import type { ViewerProps } from './props.ts';
import type { Viewport } from './viewport.ts';

interface Props extends ViewerProps {
  readonly view: Viewport;
  readonly turn: Turn;
}

/** The preview, over it the file itself once the reader comes close, and over both the heat map. */
export function Sheet({ page, original, heat, view, turn }: Props) {
  const { say } = useLanguage();
  const [previewWidth, setPreviewWidth] = useState<number | null>(null);
  const [broken, setBroken] = useState(false);
  if (broken || !page.image) return <p className="no-picture">{say(words.noPicture)}</p>;

  const style = {
    width: page.width,
    height: page.height,
    transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale}) matrix(${turn.matrix.join(', ')})`,
  };
  // From here on the preview's own pixels would be stretched visibly.
  const coarse = previewWidth !== null && view.scale * page.width > previewWidth * 1.25;
  return (
    <>
      <img
        className="sheet-image"
        src={page.image}
        alt=""
        draggable={false}
        style={style}
        onLoad={(event) => setPreviewWidth(event.currentTarget.naturalWidth)}
        onError={() => setBroken(true)}
      />
      {coarse && original ? (
        <img className="sheet-image" src={original} alt="" draggable={false} style={style} />
      ) : null}
      {page.heatmap ? (
        <img
          className="heat"
          src={page.heatmap}
          alt=""
          draggable={false}
          style={{ ...style, opacity: heat / 100 }}
        />
      ) : null}
    </>
  );
}
