import { format, type Message, type Region } from '@jianzhen/evidence';

const COPIED: Message = {
  zh: '此区域与页面 ({x}, {y}) 处的像素高度一致，相似程度远超同页其他重复文字，疑为复制粘贴所得',
  en: 'This region has the same pixels as the place at ({x}, {y}), far closer than other repeated print on the page: it looks copied and pasted',
};

const COPIED_CHANGED: Message = {
  zh: '此区域疑由页面 ({x}, {y}) 处复制后粘贴而成，粘贴时旋转约 {turn}°、缩放至 {percent}%',
  en: 'This region looks copied from the place at ({x}, {y}) and pasted, turned by about {turn}° and resized to {percent}%',
};

/** `source`: the other place; `rotation` in radians and `scale` from there to here. */
export function copiedMessage(source: Region, rotation: number, scale: number): Message {
  const x = Math.round(source.x);
  const y = Math.round(source.y);
  const turn = Math.round((rotation * 180) / Math.PI);
  const percent = Math.round(scale * 100);
  return turn === 0 && Math.abs(percent - 100) <= 2
    ? format(COPIED, { x, y })
    : format(COPIED_CHANGED, { x, y, turn, percent });
}
