import { describe, expect, it } from 'vitest';
import { isConfirmed, READ_FROM } from '../src/index.ts';

describe('what makes a located outline a seal', () => {
  const read = { title: '阳光市人民医院', titleConfidence: 0.9 };
  const worn = { title: '临江县瑞车网络科技有限公司', titleConfidence: 0.08 };
  const guessed = { title: '厂管用章', titleConfidence: 0.21 };
  const scrap = { title: '院', titleConfidence: 0.9 };
  const latin = { title: 'LOGO', titleConfidence: 0.9 };
  const nothing = { title: null, titleConfidence: 0 };

  it('is Chinese read in it, from the score that is worth a reading', () => {
    for (const colour of ['red', 'grey'] as const) {
      expect(isConfirmed({ score: READ_FROM, colour }, read)).toBe(true);
      // Much that is read unsurely counts where the outline is likelier.
      expect(isConfirmed({ score: READ_FROM, colour }, worn)).toBe(false);
      expect(isConfirmed({ score: 0.55, colour }, worn)).toBe(true);
      expect(isConfirmed({ score: READ_FROM - 0.01, colour }, read)).toBe(false);
      for (const text of [scrap, latin, guessed, nothing])
        expect(isConfirmed({ score: READ_FROM, colour }, text)).toBe(false);
    }
  });

  it('is a surer outline where nothing is read, and a much surer one in grey', () => {
    expect(isConfirmed({ score: 0.7, colour: 'red' }, nothing)).toBe(true);
    expect(isConfirmed({ score: 0.7, colour: 'grey' }, nothing)).toBe(false);
    expect(isConfirmed({ score: 0.7, colour: 'grey' }, latin)).toBe(false);
    expect(isConfirmed({ score: 0.95, colour: 'grey' }, nothing)).toBe(true);
  });
});
