import { describe, expect, it } from 'vitest';
import {
  caseAt,
  createRandom,
  demoWorld,
  freeText,
  letterSentences,
  letterText,
  planWorld,
  renderCaseFiles,
  worldTables,
} from '../../src/index.ts';
import { tellCase } from '../../src/world/case.ts';

const facts = {
  name: '陈志远',
  lender: '第03号消费金融公司',
  amount: 23_400,
  date: new Date(Date.UTC(2025, 3, 9)),
  phone: '0755-1234567',
};

describe('complaint texts', () => {
  it('of one letter share its sentences and differ in what is filled in', () => {
    const texts = [0, 1, 2].map((n) =>
      letterText('script-1', { ...facts, name: `王${n}` }, createRandom('text', n)),
    );
    const fixed = letterSentences('script-1').filter((sentence) => !/[{，]/.test(sentence));
    for (const text of texts) {
      expect(text).not.toMatch(/[{}]|undefined/);
      const kept = fixed.filter((sentence) => text.includes(sentence));
      expect(kept.length).toBeGreaterThanOrEqual(fixed.length - 1);
    }
    expect(new Set(texts).size).toBe(3);
    expect(letterSentences('script-1')).toEqual(letterSentences('script-1'));
    expect(letterSentences('script-2')).not.toEqual(letterSentences('script-1'));
  });

  it('in their own words seldom come twice', () => {
    const texts = Array.from({ length: 300 }, (_, n) => freeText(facts, createRandom('free', n)));
    expect(new Set(texts).size).toBeGreaterThan(290);
    expect(texts.every((text) => text.length > 5 && !text.includes('undefined'))).toBe(true);
  });
});

describe('files of a case', () => {
  const world = planWorld({ seed: 'files', cases: 2_000 });
  const indices = Array.from({ length: world.cases }, (_, i) => i);
  const forged = indices.filter((i) => tellCase(world, i).scene.papers.some((paper) => paper.forged));

  it('hold the papers that the world tells of, and the letter', async () => {
    const index = forged.find((i) => tellCase(world, i).scene.letter !== null)!;
    const { scene } = tellCase(world, index);
    const { caseId } = caseAt(world, index);
    const files = await renderCaseFiles(world, caseId);
    expect(files.map(({ paper }) => paper).filter(Boolean)).toEqual(scene.papers);
    expect(files[0]).toMatchObject({ script: scene.letter });
    expect(Buffer.from(files[0]!.bytes).toString()).toMatch(/消费金融公司/);
    expect(files.slice(1).every(({ bytes }) => bytes[0] === 0xff && bytes[1] === 0xd8)).toBe(true);
    expect(await renderCaseFiles(world, caseId)).toEqual(files);
  }, 20_000);

  it('hold a screenshot of the chat in which a code was sent', async () => {
    const coded = indices.find((i) =>
      tellCase(world, i).scene.sightings.some(({ kind }) => kind === 'qr_payload'),
    )!;
    const { caseId } = caseAt(world, coded);
    const { sightings } = tellCase(world, coded).scene;
    const chats = (await renderCaseFiles(world, caseId)).filter(({ code }) => code !== null);
    const values = sightings.filter(({ kind }) => kind === 'qr_payload').map(({ value }) => value);
    expect(chats.map(({ code }) => code)).toEqual([...new Set(values)]);
  }, 20_000);

  it('are refused for a case that is not there', async () => {
    for (const name of ['c00002000', 'c1', 'x00000001'])
      await expect(renderCaseFiles(world, name)).rejects.toMatchObject({ code: 'simulate.usage' });
  });
});

describe('the world of the demo', () => {
  it('has a den since July 2022 with about ten thousand forged papers and seals', () => {
    const world = demoWorld(7);
    const { truth, cases } = worldTables(world);
    const den = world.dens[0]!;
    expect(world.dens).toHaveLength(1);
    expect(new Date(den.from).toISOString().slice(0, 7)).toBe('2022-07');
    let things = 0;
    const agencies = new Set<string>();
    const lenders = new Set<string>();
    truth.forEach(({ forger, gang }, i) => {
      if (forger === null) return;
      // Each paper is a form and a seal.
      things += 2 * tellCase(world, i).scene.papers.length;
      agencies.add(gang!);
      lenders.add(cases.lenderId[i]!);
    });
    expect(things).toBeGreaterThan(8_000);
    expect(things).toBeLessThan(12_500);
    expect(agencies.size).toBe(9);
    expect(lenders.size).toBeGreaterThan(24);
  });
});
