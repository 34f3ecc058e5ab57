import type { RecognisedCharacter, RecognisedLine, RecognisedPage } from '../../src/text.ts';

/** A place on the page and where it comes to lie. */
export type Move = (x: number, y: number) => readonly [number, number];

export const SIZE = 30;
const [WIDTH, HEIGHT] = [1240, 1754];

/** A line of characters set from (x, y), each moved on its own; boxes stay upright. */
function line(text: string, x: number, y: number, size: number, move: Move): RecognisedLine {
  const characters = [...text].map((character, i): RecognisedCharacter => {
    const [left, top] = move(x + i * size, y);
    const [right, bottom] = move(x + (i + 1) * size, y + size);
    const region = {
      x: Math.min(left, right),
      y: Math.min(top, bottom),
      width: Math.abs(right - left),
      height: Math.abs(bottom - top),
    };
    return { text: character, confidence: 0.99, region };
  });
  const [first, last] = [characters[0]!.region, characters.at(-1)!.region];
  const region = {
    x: first.x,
    y: Math.min(first.y, last.y),
    width: last.x + last.width - first.x,
    height: Math.max(first.height, last.height),
  };
  return { text, confidence: 0.99, region, characters, polygon: [{ x: first.x, y: first.y }] };
}

export interface FormOptions {
  readonly fills?: readonly string[];
  /** Order of the labels, two a row. */
  readonly order?: readonly number[];
  readonly move?: Move;
  /** Size of the picture where it is not the page's. */
  readonly size?: readonly [number, number];
  /** Rows of a list between labels and closing lines, and by how much these are moved down besides. */
  readonly rows?: number;
  readonly lower?: number;
  /** Height of the title. */
  readonly title?: number;
  readonly issuer?: { readonly text: string; readonly x: number; readonly y: number };
  /** What the labels are read as. */
  readonly labels?: readonly string[];
  /** Whether labels run into their values, with no colon between. */
  readonly joined?: boolean;
}

export const LABELS = [
  '姓名',
  '性别',
  '住院号',
  '所在科室',
  '入院日期',
  '出院日期',
  '临床诊断',
  '处理意见',
  '联系电话',
  '家庭住址',
];
export const FILLS = [
  '王伟',
  '男',
  '48213',
  '骨科',
  '2025年3月1日',
  '2025年3月9日',
  '骨折',
  '休息',
  '139',
  '柳树镇',
];
export const OTHER_FILLS = [
  '李建国',
  '女',
  '90177',
  '心内科',
  '2024年6月2日',
  '2024年7月8日',
  '心肌梗死',
  '复查',
  '158',
  '新田村',
];

/** A certificate of ten labels with values, a title, an issuer, a note and a closing line. */
export function form({
  fills = FILLS,
  order,
  move = (x, y) => [x, y],
  size = [WIDTH, HEIGHT],
  rows = 0,
  lower = 0,
  title = 52,
  issuer = { text: '青禾市人民医院', x: 420, y: 120 },
  labels = LABELS,
  joined = false,
}: FormOptions = {}): RecognisedPage {
  const lines: RecognisedLine[] = [];
  const put = (text: string, x: number, y: number, height = SIZE) =>
    lines.push(line(text, x, y, height, move));
  put(issuer.text, issuer.x, issuer.y, 44);
  put('疾病诊断证明书', 562 - 3.5 * title, 220, title);
  (order ?? LABELS.map((_, i) => i)).forEach((index, place) => {
    const [x, y] = [140 + (place % 2) * 520, 400 + Math.floor(place / 2) * 90];
    put(joined ? `${labels[index]}${fills[index]}` : `${labels[index]}：`, x, y);
    if (!joined) put(fills[index]!, x + 200, y);
  });
  for (let row = 0; row < rows; row++)
    for (const [column, text] of [`药品${'甲乙丙丁戊己'[row]}`, `${17 + row}.50`, `${row + 2}`].entries())
      put(text, 140 + 300 * column, 850 + 60 * row);
  const closing = 1100 + 60 * rows + lower;
  put('医师签名：', 700, closing);
  put('开具日期：', 700, closing + 80);
  put('本证明须加盖医院公章方为有效', 140, 1600, 24);
  return { width: size[0], height: size[1], lines, tables: [] };
}

/** Turn (radians), scale, shift and perspective as a capture makes them. */
export const capture =
  (turn: number, scale: number, shiftX: number, shiftY: number, lean = 0): Move =>
  (x, y) => {
    const w = 1 + (lean * (x - WIDTH / 2)) / WIDTH;
    const [u, v] = [(x - WIDTH / 2) / w, (y - HEIGHT / 2) / w];
    const [cos, sin] = [scale * Math.cos(turn), scale * Math.sin(turn)];
    return [cos * u - sin * v + WIDTH / 2 + shiftX, sin * u + cos * v + HEIGHT / 2 + shiftY];
  };
