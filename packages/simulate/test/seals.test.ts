import { describe, expect, it } from 'vitest';
import { decode } from '../src/codec.ts';
import { latinFont } from '../src/fonts.ts';
import {
  createRandom,
  drawNearWords,
  drawSeal,
  drawSpec,
  drawWords,
  makeImprintSet,
  makeSeal,
  makeSealPage,
  planSealPages,
  redraw,
  SEAL_KINDS,
  SEAL_SIZES,
  sealOfPicture,
} from '../src/index.ts';
import { ofEllipse, scaling, seenBox, turnOf, unitCircleThrough } from '../src/seals/page/geometry.ts';
import { project } from '../src/vouchers/homography.ts';

describe('drawings of seals', () => {
  it.each(SEAL_KINDS)('keep to the rules: %s', (kind) => {
    for (const faces of ['tuning', 'reported'] as const) {
      const { design, words } = drawSpec(faces, createRandom('rules', kind), kind);
      const [least, most] = SEAL_SIZES[kind].width;
      expect(design.width).toBeGreaterThanOrEqual(least);
      expect(design.width).toBeLessThanOrEqual(most);
      if (words.code) expect(words.code).toMatch(/^\d{13}$/);
      if (kind === 'invoice') expect(words).toMatchObject({ subtitle: '发票专用章', code: null });
      if (kind === 'invoice') expect(words.taxNumber).toHaveLength(18);
      const { width, height, values, rx, ry } = drawSeal({ design, words }, 200);
      expect([rx, ry]).toEqual([100, (100 * design.height) / design.width]);
      // The rim's outer edge lies where it should: ink just within the left end, none just beyond it.
      const row = Math.floor(height / 2) * width;
      const left = width / 2 - rx;
      const ink = (x: number) => values[row + Math.round(x)]!;
      const cut = design.security.sort === 'cuts';
      if (!cut) expect(Math.max(ink(left + 1), ink(left + 2))).toBeGreaterThan(0.9);
      expect(ink(left - 3)).toBe(0);
    }
  });

  it('of one template share the drawing, not the name', async () => {
    const { kind, design, words } = drawSpec('tuning', createRandom('template'), 'purpose');
    const made = (own: typeof words, seed: string) =>
      makeSeal({
        spec: { design, words: own },
        maker: 'tool',
        colour: 'red',
        faint: false,
        seed,
        preset: 'one',
      });
    const other = drawWords(kind, 'tuning', createRandom('other'), words);
    const [a, again, b] = await Promise.all([made(words, '1'), made(words, '2'), made(other, '3')]);
    expect(other.subtitle).toBe(words.subtitle);
    expect(a.imprint).toBe(again.imprint);
    expect(a.imprint).not.toBe(b.imprint);
    expect(a.template).toBe(b.template);
  });

  // Squares bear one of a few words, so that two may say the same.
  const named = SEAL_KINDS.filter((kind) => kind !== 'square');
  it.each(named)('have near names a few characters apart and numbers of one place: %s', (kind) => {
    for (let n = 0; n < 30; n++) {
      const random = createRandom('near', kind, n);
      const { words } = drawSpec('tuning', random, kind);
      const near = drawNearWords(kind, 'tuning', random, words);
      const [own, other] = [[...words.title], [...near.title]];
      const apart = own.filter((letter, i) => letter !== other[i]).length;
      expect(near).toMatchObject({ subtitle: words.subtitle, centreText: words.centreText });
      expect(other).toHaveLength(own.length);
      expect(apart).toBeGreaterThanOrEqual(1);
      expect(apart).toBeLessThanOrEqual(3);
      expect(near.code?.slice(0, 6)).toBe(words.code?.slice(0, 6));
      expect(near.taxNumber?.slice(0, 8)).toBe(words.taxNumber?.slice(0, 8));
      if (words.code) expect(near.code).toMatch(/^\d{13}$/);
      expect(near.code === null).toBe(words.code === null);
    }
  });
});

describe('seals drawn after another', () => {
  it.each(SEAL_KINDS)('have its shape, centre and rims, and sizes near its own: %s', (kind) => {
    for (let n = 0; n < 30; n++) {
      const random = createRandom('redrawn', kind, n);
      const first = drawSpec('tuning', random, kind);
      const second = redraw(first, 'tuning', random);
      const { shape, centre, rim, title, cutStar, carved } = first.design;
      expect(second).toMatchObject({ shape, centre, cutStar, carved });
      expect(second.rim.inner === null).toBe(rim.inner === null);
      expect(second.title).not.toEqual(title);
      // Titles' heights vary by 0.04 of a seal's width, of which at most nine tenths are gone.
      expect(Math.abs(second.title.size - title.size)).toBeLessThanOrEqual(0.036);
    }
  });
});

describe('ellipses under maps', () => {
  it('are what the outline becomes, point by point', () => {
    const random = createRandom('maps');
    for (let n = 0; n < 50; n++) {
      const own = ofEllipse({
        cx: random.between(100, 900),
        cy: random.between(100, 900),
        rx: random.between(60, 120),
        ry: random.between(30, 60),
        angle: random.between(-90, 90),
      });
      const bend = random.between(-1e-4, 1e-4);
      const map = own.map((value, i) => value + bend * own[6 + (i % 3)]! * 300 + (i === 6 ? bend * 100 : 0));
      const { cx, cy, rx, ry, angle } = unitCircleThrough(map);
      expect(rx).toBeGreaterThanOrEqual(ry);
      const [sin, cos] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)];
      for (let t = 0; t < 6.28; t += 0.3) {
        const [x, y] = project(map, Math.cos(t), Math.sin(t));
        const u = ((x - cx) * cos + (y - cy) * sin) / rx;
        const v = ((y - cy) * cos - (x - cx) * sin) / ry;
        expect(Math.hypot(u, v)).toBeCloseTo(1, 6);
      }
    }
  });

  it('know their top and what the page leaves of them', () => {
    const own = ofEllipse({ cx: 100, cy: 50, rx: 40, ry: 40, angle: 30 });
    expect(turnOf(own)).toBeCloseTo(30, 6);
    const page = { width: 100, height: 400 };
    const half = seenBox('round', own, scaling(2, 2), page, { width: 200, height: 800 })!;
    expect(half.box).toEqual({ x: 120, y: 20, width: 80, height: 160 });
    expect(half.seen).toBeCloseTo(0.5, 2);
    expect(seenBox('round', own, scaling(1, 1, 500), page, page)).toBeNull();
  });
});

describe('pages with seals', () => {
  it('set seals in the faces that a request chooses for their words, in their own where it chooses none', async () => {
    const request = { seed: 'dressed', faces: 'tuning', capture: 'png', seals: 1 } as const;
    const [face, other] = [
      latinFont({ name: 'tinos', weight: 700 }),
      latinFont({ name: 'arimo', weight: 400 }),
    ];
    const faces = { title: face, line: face, digits: other };
    const plain = await makeSealPage(request);
    const asked: string[] = [];
    const dressed = await makeSealPage({
      ...request,
      dress: ({ title }) => {
        asked.push(title);
        return faces;
      },
    });
    expect(asked).toEqual([plain.seals[0]!.title]);
    expect(dressed.seals[0]!.design).toEqual({ ...plain.seals[0]!.design, faces });
    expect(dressed.file).not.toEqual(plain.file);
    expect(await makeSealPage({ ...request, dress: () => null })).toEqual(plain);
  });

  it('are the same for the same request, with ink where the truth says', async () => {
    const request = { seed: 'page', faces: 'tuning', capture: 'scan', seals: 1, maker: 'stamp' } as const;
    const [page, again] = await Promise.all([makeSealPage(request), makeSealPage(request)]);
    expect(again).toEqual(page);
    const [seal] = page.seals;
    expect(seal).toMatchObject({ origin: 'ink', maker: 'stamp' });
    const { width, rgb } = await decode(page.file);
    const colourful = (inside: boolean) => {
      let [sum, n] = [0, 0];
      for (let i = 0; i < rgb.length; i += 3) {
        const [x, y] = [(i / 3) % width, Math.floor(i / 3 / width)];
        const { box } = seal!;
        const within = x >= box.x && y >= box.y && x < box.x + box.width && y < box.y + box.height;
        if (within !== inside) continue;
        sum += Math.max(rgb[i]!, rgb[i + 1]!, rgb[i + 2]!) - Math.min(rgb[i]!, rgb[i + 1]!, rgb[i + 2]!);
        n++;
      }
      return sum / n;
    };
    expect(colourful(true)).toBeGreaterThan(2 * colourful(false));
  });

  it('take the picture of a seal that is there already, less its margins and its white', async () => {
    const { width, height, values, rx, ry } = drawSeal(drawSpec('tuning', createRandom('oval'), 'oval'), 300);
    const rgb = new Uint8Array(3 * width * height).fill(255);
    for (let i = 0; i < values.length; i++)
      for (const c of [1, 2]) rgb[3 * i + c] = Math.round(255 * (1 - values[i]!));
    const made = await sealOfPicture({ width, height, rgb }, 'oval.png');
    expect(made.spec.design).toMatchObject({ shape: 'ellipse', width: 40 });
    expect(made.spec.design.height / 40).toBeCloseTo(ry / rx, 1);
    const page = await makeSealPage({
      seed: 'ready',
      faces: 'tuning',
      capture: 'png',
      seals: 1,
      made: [made],
    });
    const [seal] = page.seals;
    expect(seal).toMatchObject({ origin: 'pasted', title: '', imprint: made.imprint });
    const { rgb: seen, width: across } = await decode(page.file);
    const { cx, cy, rx: reach } = seal!.ellipse;
    const red = (x: number, y: number) => {
      const i = 3 * (Math.round(y) * across + Math.round(x));
      return seen[i]! - seen[i + 1]!;
    };
    const rim = Array.from({ length: 8 }, (_, k) => red(cx - reach + k / 2, cy));
    expect(Math.max(...rim)).toBeGreaterThan(100);
    expect(Math.abs(red(cx - reach - 4, cy))).toBeLessThan(30);
  });

  it('of a plan take every capture in turn, and seals lie on them', async () => {
    const plan = planSealPages({ seed: 3, faces: 'reported', count: 7 });
    expect(new Set(plan.map(({ capture }) => capture)).size).toBe(7);
    for (const request of plan.slice(5)) {
      const { width, height, seals } = await makeSealPage(request);
      expect(seals.length).toBeLessThanOrEqual(request.seals);
      for (const { box, colour } of seals) {
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        expect(box.y + box.height).toBeLessThanOrEqual(height);
        if (request.capture === 'copy') expect(colour).toBe('grey');
      }
    }
  });
});

describe('sets of imprints', () => {
  it('hold copies of each, and twins of a template under other names', async () => {
    const crops = [];
    for await (const crop of makeImprintSet({ seed: 1, faces: 'tuning', imprints: 2, perImprint: 2 }))
      crops.push(crop);
    expect(new Set(crops.map(({ seal }) => seal.imprint)).size).toBe(2);
    expect(new Set(crops.map(({ seal }) => seal.template)).size).toBe(1);
    expect(new Set(crops.map(({ seal }) => seal.title)).size).toBe(2);
    expect(new Set(crops.map(({ file }) => Buffer.from(file).toString('base64'))).size).toBe(4);
    expect(new Set(crops.map(({ group }) => group)).size).toBe(1);
  });

  it('hold seals that another hand drew anew, which say the same', async () => {
    const crops = [];
    const set = { seed: 1, faces: 'tuning', imprints: 4, perImprint: 1, twins: 'redrawn' } as const;
    for await (const crop of makeImprintSet(set)) crops.push(crop);
    expect(new Set(crops.map(({ seal }) => seal.imprint)).size).toBe(4);
    expect(new Set(crops.map(({ seal }) => seal.template)).size).toBe(4);
    for (const [a, b] of [crops.slice(0, 2), crops.slice(2)]) {
      expect(a!.group).toBe(b!.group);
      const { title, subtitle, code, taxNumber, shape } = a!.seal;
      expect(b!.seal).toMatchObject({ title, subtitle, code, taxNumber, shape });
    }
    expect(crops[0]!.group).not.toBe(crops[2]!.group);
  });
});
