import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairLine, repairTitle, SUBTITLES, suffixOf } from '../../src/read/lexicon.ts';
import { tidyTitle } from '../../src/read/tidy.ts';
import { charactersOf, placeOf, type ReadCharacter, textOf, vote } from '../../src/read/vote.ts';

/** Characters evenly spaced, as sure as told; sure where not told. */
const read = (text: string, doubts: Readonly<Record<number, number>> = {}): ReadCharacter[] =>
  charactersOf({ text, confidences: [...text].map((_, i) => doubts[i] ?? 0.98) });

describe('words of seals', () => {
  it('put right what is nearly one, where that was doubtful', () => {
    expect(textOf(repairTitle(read('临江恒源商贸有很公司', { 7: 0.5 })))).toBe('临江恒源商贸有限公司');
    expect(textOf(repairTitle(read('临江恒源信息技木有限公司', { 7: 0.6 })))).toBe(
      '临江恒源信息技术有限公司',
    );
    expect(textOf(repairTitle(read('临江恒源商贸有很公司')))).toBe('临江恒源商贸有很公司');
    expect(textOf(repairLine(read('财务专用童', { 4: 0.4 }), SUBTITLES))).toBe('财务专用章');
    expect(textOf(repairLine(read('天地玄黄章', { 0: 0.1, 1: 0.1, 2: 0.1, 3: 0.1 }), SUBTITLES))).toBe(
      '天地玄黄章',
    );
  });

  it('are known as ends, the longest first', () => {
    expect(suffixOf('临江恒源商贸有限责任公司')).toBe('有限责任公司');
    expect(suffixOf('临江恒源')).toBe('');
  });

  it('lose specks and scraps at their ends', () => {
    expect(textOf(tidyTitle(read('“临江商贸有限公司#', { 0: 0.4 })))).toBe('临江商贸有限公司');
    expect(textOf(tidyTitle(read('临江商贸有限公司日', { 8: 0.4 })))).toBe('临江商贸有限公司');
    expect(textOf(tidyTitle(read('临江商贸有限公司江公司', { 8: 0.4, 9: 0.5, 10: 0.6 })))).toBe(
      '临江商贸有限公司',
    );
    expect(textOf(tidyTitle(read('临江商贸有限公司分公司', { 9: 0.5, 10: 0.6 })))).toBe(
      '临江商贸有限公司分公司',
    );
    expect(textOf(tidyTitle(read('临江商贸（集团）有限公司')))).toBe('临江商贸(集团)有限公司');
    expect(tidyTitle([])).toEqual([]);
  });
});

describe('a vote', () => {
  it('takes at each place what most confidence is behind', () => {
    const readings = [
      read('清河市民政局', { 1: 0.4 }),
      read('清汀市民政局', { 1: 0.3 }),
      read('清河市民政同', { 5: 0.5 }),
    ];
    expect(textOf(vote(readings))).toBe('清河市民政局');
  });

  it('tells where a text stands in characters, not in units of a string', () => {
    expect(placeOf(read('𣇉白石县'), '石县')).toBe(2);
    expect(placeOf(read('白石县'), '青禾')).toBe(-1);
  });

  it('of one or none is what it was', () => {
    expect(vote([])).toEqual([]);
    expect(textOf(vote([[], read('印')]))).toBe('印');
  });

  it('never makes up characters', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 8 }), { maxLength: 4 }), (texts) => {
        const told = new Set(texts.flatMap((text) => [...text]));
        expect(vote(texts.map((text) => read(text))).every(({ text }) => told.has(text))).toBe(true);
      }),
    );
  });
});
