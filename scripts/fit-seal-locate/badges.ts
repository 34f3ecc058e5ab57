import {
  createRandom,
  drawPerson,
  type Random,
  renderVoucher,
  VOUCHER_KINDS,
  type VoucherKind,
} from '@jianzhen/simulate';
import sharp from 'sharp';
import { decoded, type SealedPage } from './pages.ts';

/** Apps' pages that are fitted on; of the others is measured what none was. */
const SCREENS: readonly VoucherKind[] = ['payment-screenshot', 'chat-screenshot'];
/** Every so many pages is an app's, as it is drawn. */
const EVERY = 4;

/** Pages that are copied in grey. */
const COPIED = 0.25;

/** What is round or square and no seal: avatars, icons, buttons, rings that show a share, firms' framed names; on apps' pages, plain ones and vouchers. */
export async function* badges(seed: string, count: number): AsyncGenerator<SealedPage> {
  for (let n = 0; n < count; n++) {
    const random = createRandom(seed, 'badges', n);
    const isScreen = n % EVERY === 0;
    const kind = isScreen
      ? random.pick(SCREENS)
      : random.pick(VOUCHER_KINDS.filter((one) => !SCREENS.includes(one)));
    const { rgb, width, height } = renderVoucher({
      kind,
      holder: drawPerson(random),
      seed: `${seed}-badges-${n}`,
      sealed: false,
    });
    const page = sharp(rgb, { raw: { width, height, channels: 3 } });
    const side = isScreen ? width : Math.round(random.between(0.5, 1) * width);
    const long = Math.round((side * height) / width);
    const drawn = isScreen ? '' : badgesOf(side, long, random);
    const svg = Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${long}">${drawn}</svg>`,
    );
    const plain = random.chance(0.3) && !isScreen ? paper(side, long, random) : page.resize(side, long);
    const png = await plain.png().toBuffer();
    const laid = sharp(
      await sharp(png)
        .composite([{ input: svg }])
        .removeAlpha()
        .greyscale(!isScreen && random.chance(COPIED))
        .png()
        .toBuffer(),
    );
    const bytes = random.chance(0.5)
      ? await laid.png().toBuffer()
      : await laid.jpeg({ quality: random.integer(60, 95) }).toBuffer();
    yield { name: `badges-${n}`, image: await decoded(bytes), seals: [], slivers: false };
  }
}

const paper = (width: number, height: number, random: Random) => {
  const [r, g, b] = random.chance(0.6) ? [255, 255, 255] : [0, 0, 0].map(() => random.integer(120, 250));
  return sharp({ create: { width, height, channels: 3, background: { r: r!, g: g!, b: b! } } });
};

function badgesOf(width: number, height: number, random: Random): string {
  return Array.from({ length: random.integer(2, 9) }, () => {
    const radius = (width / 600) * random.between(14, 75);
    const place = `translate(${random.between(0, width)} ${random.between(0, height)}) rotate(${random.chance(0.8) ? 0 : random.between(-40, 40)})`;
    return `<g transform="${place} scale(${radius})">${badge(random)}</g>`;
  }).join('');
}

/** Within the unit circle. */
function badge(random: Random): string {
  const colour = `hsl(${random.integer(0, 359)} ${random.integer(35, 100)}% ${random.integer(25, 65)}%)`;
  const sort = random.weighted({ disc: 0.33, tile: 0.2, share: 0.12, outline: 0.15, framed: 0.2 });
  if (sort === 'framed') return framed(random.chance(0.6) ? '#111' : colour, random);
  if (sort === 'disc')
    return `<ellipse rx="1" ry="${random.chance(0.8) ? 1 : random.between(0.6, 0.95)}" fill="${colour}"/>${glyph('#fff', random)}`;
  if (sort === 'tile')
    return `<rect x="-0.9" y="-0.9" width="1.8" height="1.8" rx="${random.between(0, 0.5)}" fill="${colour}"/>${glyph('#fff', random)}`;
  const line = sort === 'share' ? random.between(0.15, 0.4) : random.between(0.05, 0.14);
  const round = 2 * Math.PI * (1 - line / 2);
  const shown = sort === 'share' ? random.between(0.3, 1) * round : round;
  const rest = `<circle r="${1 - line / 2}" fill="none" stroke="#e4e6ea" stroke-width="${line}"/>`;
  const ring = `<circle r="${1 - line / 2}" fill="none" stroke="${colour}" stroke-width="${line}" stroke-dasharray="${shown} ${round}" transform="rotate(-90)"/>`;
  return `${sort === 'share' ? rest : ''}${ring}${glyph(random.chance(0.6) ? colour : '#333', random)}`;
}

/** Lines of letters within a frame, as firms print their names. */
function framed(colour: string, random: Random): string {
  const line = random.between(0.06, 0.3);
  const [high, within] = [random.between(0.75, 1), 1 - line];
  const frame = random.chance(0.7)
    ? `<rect x="${line / 2 - 1}" y="${(line / 2 - 1) * high}" width="${2 - line}" height="${(2 - line) * high}" rx="${random.chance(0.3) ? 0.15 : 0}"`
    : `<ellipse rx="${1 - line / 2}" ry="${(1 - line / 2) * high}"`;
  const rows = random.integer(1, 4);
  const letters = random.integer(4, 9);
  const [size, step] = [(1.5 * within * high) / rows, (1.5 * within) / letters];
  const strokes = Array.from({ length: rows * letters }, (_, k) => {
    const [x, y] = [((k % letters) - letters / 2) * step, (Math.floor(k / letters) - rows / 2) * size];
    const [right, foot] = [x + 0.65 * step, y + 0.7 * size];
    return random.pick([
      `M${x} ${foot}L${x} ${y}L${right} ${foot}L${right} ${y}`,
      `M${right} ${y}Q${x - 0.2 * step} ${(y + foot) / 2} ${right} ${foot}`,
      `M${x} ${foot}L${x} ${y}L${right} ${y}M${x} ${(y + foot) / 2}L${right} ${(y + foot) / 2}`,
      `M${(x + right) / 2} ${y}L${(x + right) / 2} ${foot}`,
    ]);
  }).join('');
  const pen = `fill="none" stroke="${colour}"`;
  return `${frame} ${pen} stroke-width="${line}"/><path d="${strokes}" ${pen} stroke-width="${(random.between(0.08, 0.2) * size).toFixed(3)}"/>`;
}

/** A few strokes about the middle, as an icon's or a character's. */
function glyph(colour: string, random: Random): string {
  if (random.chance(0.1)) return '';
  const reach = random.between(0.3, 0.6);
  const at = () => random.between(-reach, reach).toFixed(2);
  const strokes = Array.from({ length: random.integer(1, 9) }, () => {
    const bend = random.chance(0.6) ? `L${at()} ${at()}` : `Q${at()} ${at()} ${at()} ${at()}`;
    return `M${at()} ${at()}${bend}${random.chance(0.3) ? `L${at()} ${at()}` : ''}`;
  }).join('');
  return `<path d="${strokes}" fill="none" stroke="${colour}" stroke-width="${random.between(0.06, 0.2)}" stroke-linecap="round"/>`;
}
