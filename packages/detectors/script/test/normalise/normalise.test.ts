import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise, SLOT_NAMES, slotOf } from '../../src/index.ts';
import { LONGEST_TEXT } from '../../src/normalise/index.ts';

/** Slots shown as 【name】. */
const shown = (text: string): string =>
  [...normalise(text).text]
    .map((character) => {
      const slot = slotOf(character);
      return slot ? `【${SLOT_NAMES[slot].zh}】` : character;
    })
    .join('');

describe('canonical characters', () => {
  it('undo what people evade filters by', () => {
    for (const hidden of [
      '停 息 挂 账',
      '停\u200b息\u200d挂\ufeff账',
      '停❤息✨挂·账',
      '停.息.挂.账！！！',
      '停̶息̶挂̶账̶',
      '停息掛賬',
      '停\ue123息挂账',
    ])
      expect(shown(hidden)).toBe('停息挂账');
    expect(shown('微❤信')).toBe('微信');
    expect(shown('亻言用 亻 责务')).toBe('信用债务');
    expect(shown('ＱＱ Ⓥⓧ')).toBe('qqvx');
    expect(shown('Crédit')).toBe('credit');
  });

  it('keep a radical that belongs to nothing', () => {
    expect(shown('亻')).toBe('亻');
    expect(shown('亻好')).toBe('亻好');
  });
});

describe('masks', () => {
  it.each([
    ['本人张伟，身份证号110101199003071234', '本人【姓名】身份证号【身份证号】'],
    ['身份证1101**********1234', '身份证【身份证号】'],
    ['联系电话138-0013-8000，', '联系电话【电话】'],
    ['电话１ ３ ８ ０ ０ １ ３ ８ ０ ０ ０', '电话【电话】'],
    ['卡号6222 0212 3456 7890 123', '卡号【卡号】'],
    ['于2023年3月5日申请', '于【日期】申请'],
    ['2024-03-05 12:30前还', '【日期】前还'],
    ['四月十日还款', '【日期】还款'],
    ['欠款５０，０００元', '欠款【金额】'],
    ['共三万五千元整', '共【金额】'],
    ['人民币1.5万元', '【金额】'],
    ['年利率36%', '年利率【比例】'],
    ['加vx_abc12345', '加【账号】'],
    ['见http://www.example.com/x?id=3', '见【网址】'],
    ['写信到a.b@example.com', '写信到【网址】'],
    ['致云岭消费金融有限公司：', '致【机构】'],
    ['我在青禾银行股份有限公司深圳分行办卡', '我在【机构】办卡'],
    ['投诉人：王某某\n2024年1月2日', '投诉人【姓名】【日期】'],
    ['客服李女士说', '客服【姓名】女士说'],
    ['根据人民银行公告', '根据人民银行公告'],
    ['千万不要催收', '千万不要催收'],
  ])('%s', (text, masked) => {
    expect(shown(text)).toBe(masked);
  });
});

/** Whatever can be in a string, and what masks and evasions are made of. */
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '本人',
          '张伟',
          '2024年3月5日',
          '1380013',
          '元',
          '亻',
          '言',
          '%',
          '云岭银行',
          '.',
          '*',
        ),
        fc.constantFrom('\ud800', '\udc00', '\u200b', '❤️', '𠮷', 'ﷺ', '㋿', 'İ', '\n', '。', '9', 'x'),
        fc.string({ unit: 'grapheme', maxLength: 3 }),
      ),
      { maxLength: 60 },
    )
    .map((pieces) => pieces.join('')),
);

describe('the way back to the original', () => {
  it('leads inside it, in order, for any string', () => {
    fc.assert(
      fc.property(anything, (original) => {
        const { text, starts, ends, breaks } = normalise(original);
        expect(starts).toHaveLength(text.length);
        expect(ends).toHaveLength(text.length);
        for (let i = 0; i < text.length; i++) {
          expect(ends[i]!).toBeGreaterThan(starts[i]!);
          expect(ends[i]!).toBeLessThanOrEqual(original.length);
          if (i > 0) expect(starts[i]!).toBeGreaterThanOrEqual(starts[i - 1]!);
        }
        for (const at of breaks) expect(at).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it('gives each letter from a stretch that alone gives that letter', () => {
    fc.assert(
      fc.property(anything, (original) => {
        const { text, starts, ends } = normalise(original);
        for (let i = 0; i < text.length; i++) {
          if (slotOf(text[i]!)) continue;
          const alone = normalise(original.slice(starts[i], ends[i])).text;
          // One character for several (㋀ is 1月) may make a date alone, and none before further digits.
          if ([...alone].some(slotOf)) continue;
          expect(alone).toContain(text[i]!);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('changes nothing that is canonical already', () => {
    fc.assert(
      fc.property(anything, (original) => {
        // Slots are dropped from input and letters that stood apart may now make a name or number: only letters are compared.
        const letters = (text: string) => [...text].filter((character) => !slotOf(character)).join('');
        const once = letters(normalise(original).text).replace(/[^a-z]/g, '');
        expect(normalise(once).text).toBe(once);
      }),
    );
  });
});

describe('hostile texts', () => {
  it('take time in proportion to their length', () => {
    // Milliseconds of computing: a clock on the wall would time whatever else runs on the machine, too.
    const time = (text: string) => {
      const started = process.cpuUsage();
      normalise(text);
      const { user, system } = process.cpuUsage(started);
      return (user + system) / 1000;
    };
    for (const piece of ['1', '1 ', '本人张', '银行', '-', 'a', '*', '1-', 'a.', '一', '@', '亻']) {
      const most = piece.repeat(LONGEST_TEXT / piece.length);
      const quarter = most.slice(0, LONGEST_TEXT / 4);
      time(quarter);
      // Four times the length: sixteen times the time were quadratic. The least of three, for a cache may be cold.
      const least = (text: string) => Math.min(time(text), time(text), time(text));
      expect(least(most), JSON.stringify(piece)).toBeLessThan(8 * least(quarter) + 20);
    }
    expect(normalise('好'.repeat(LONGEST_TEXT + 10)).text).toHaveLength(LONGEST_TEXT);
  });
});
