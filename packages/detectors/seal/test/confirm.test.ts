import { describe, expect, it } from 'vitest';
import { isConfirmed, READ_FROM } from '../src/index.ts';

describe('what makes a located outline a seal', () => {
  const read = { title: '阳光市人民医院', titleConfidence: 0.9 };
  const worn = { title: '临江县瑞车网络科技有限公司', titleConfidence: 0.08 };
  const guessed = { title: '厂管用章', titleConfidence: 0.21 };
  const scrap = { title: '院', titleConfidence: 0.9 };
  const latin = { title: 'LOGO', titleConfidence: 0.9 };
  const nothing = { title: null, titleConfidence: 0 };

  it('is Chinese surely read in it, from the score that is worth a reading, but not in grey', () => {
    expect(isConfirmed({ score: READ_FROM, colour: 'red' }, read)).toBe(true);
    expect(isConfirmed({ score: READ_FROM, colour: 'grey' }, read)).toBe(false);
    expect(isConfirmed({ score: READ_FROM - 0.01, colour: 'red' }, read)).toBe(false);
    for (const text of [worn, scrap, latin, guessed, nothing])
      expect(isConfirmed({ score: READ_FROM, colour: 'red' }, text)).toBe(false);
  });

  it('is Chinese read in a likelier outline, of any colour, and much of it however surely', () => {
    for (const colour of ['red', 'grey'] as const) {
      for (const text of [read, worn]) expect(isConfirmed({ score: 0.5, colour }, text)).toBe(true);
      for (const text of [scrap, latin, guessed, nothing])
        expect(isConfirmed({ score: 0.5, colour }, text)).toBe(false);
    }
  });

  it('is a surer outline where nothing is read, and a much surer one in grey', () => {
    expect(isConfirmed({ score: 0.7, colour: 'red' }, nothing)).toBe(true);
    expect(isConfirmed({ score: 0.7, colour: 'grey' }, nothing)).toBe(false);
    expect(isConfirmed({ score: 0.7, colour: 'grey' }, latin)).toBe(false);
    expect(isConfirmed({ score: 0.95, colour: 'grey' }, nothing)).toBe(true);
  });
});
