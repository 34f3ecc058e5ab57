import type { Scene } from './types.ts';

/** The drawing as vectors, `scale` points a unit. */
export function drawScene(
  doc: PDFKit.PDFDocument,
  scene: Scene,
  left: number,
  top: number,
  scale: number,
): void {
  doc.save().translate(left, top).scale(scale);
  for (const shape of scene.shapes) {
    switch (shape.kind) {
      case 'rect': {
        doc.rect(shape.x, shape.y, shape.width, shape.height);
        if (shape.stroke) doc.lineWidth(0.8).fillAndStroke(shape.fill, shape.stroke);
        else doc.fill(shape.fill);
        break;
      }
      case 'curve': {
        const [[x1, y1], [x2, y2]] = [shape.from, shape.to];
        const middle = (x1 + x2) / 2;
        doc.moveTo(x1, y1).bezierCurveTo(middle, y1, middle, y2, x2, y2);
        doc.lineWidth(shape.width).strokeColor(shape.colour).stroke();
        break;
      }
      case 'line':
        doc
          .moveTo(...shape.from)
          .lineTo(...shape.to)
          .lineWidth(0.6)
          .strokeColor(shape.colour)
          .stroke();
        break;
      case 'text': {
        doc
          .font(shape.bold ? 'bold' : 'text')
          .fontSize(shape.size)
          .fillColor(shape.colour);
        const width = doc.widthOfString(shape.text);
        const shift = { start: 0, middle: width / 2, end: width }[shape.anchor];
        doc.text(shape.text, shape.x - shift, shape.y - shape.size * 0.88, { lineBreak: false });
        break;
      }
    }
  }
  doc.restore();
}
