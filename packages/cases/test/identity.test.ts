import type { ReadField, Subject, VoiceChannel } from '@jianzhen/evidence';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onRecord } from '../src/identity/index.ts';
import { identityMismatches, portraitMismatches, type ReadPage, voiceMismatches } from '../src/index.ts';

const field = (subject: Subject | null, value: string, confidence = 0.98): ReadField => ({
  name: subject ?? 'other',
  label: { zh: '', en: '' },
  text: value,
  value,
  confidence,
  region: { x: 1, y: 2, width: 30, height: 10 },
  subject,
});
const page = (exhibit: string, ...fields: ReadField[]): ReadPage => ({
  exhibit,
  page: 1,
  reading: { kind: { name: 'x', label: { zh: '', en: '' }, reasons: [] }, fields, tables: [], lines: [] },
});

describe('one person on the exhibits of a case', () => {
  it('finds a name and a number that the other exhibits do not bear', () => {
    const others = [page('a.jpg', field('name', '张三'), field('identity-number', '110101194912310021'))];
    const found = identityMismatches(
      [page('b.jpg', field('name', '李四'), field('identity-number', '110101194912310021'))],
      others,
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ code: 'identity.mismatch', severity: 'medium', page: 1 });
    expect(found[0]!.message.zh).toContain('“李四”与本案材料“a.jpg”中的“张三”不一致');
    expect(found[0]!.probability).toBeCloseTo(0.98 ** 2);
    expect(found[0]!.values).toMatchObject({ subject: 'name' });
  });

  it('shows numbers by their ends, and asks about cards and telephones gently', () => {
    const [found] = identityMismatches(
      [page('b.jpg', field('bank-card', '6222021234567891234'))],
      [page('a.jpg', field('bank-card', '6228481234567895678'))],
    );
    expect(found).toMatchObject({
      severity: 'low',
      values: { subject: 'bank-card', stated: '6222***********1234', expected: '6228***********5678' },
    });
    expect(JSON.stringify(found)).not.toContain('6222021234567891234');
  });

  it('takes a value that any exhibit confirms, in other writings among them', () => {
    const others = [page('a.jpg', field('name', '张三')), page('c.jpg', field('name', '李*'))];
    expect(identityMismatches([page('b.jpg', field('name', '李四'))], others)).toEqual([]);
    expect(identityMismatches([page('b.jpg', field('name', '張 三'))], others)).toEqual([]);
  });

  it('takes others beside a confirmed one for relatives or partners', () => {
    const own = page('b.jpg', field('name', '张三'), field('name', '王秀英'), field('name', '李国华'));
    expect(identityMismatches([own], [page('a.jpg', field('name', '张三'))])).toEqual([]);
  });

  it('accuses nobody on a doubtful reading, on other fields, or where nothing is known', () => {
    const others = [page('a.jpg', field('name', '张三'))];
    expect(identityMismatches([page('b.jpg', field('name', '李四', 0.8))], others)).toEqual([]);
    expect(identityMismatches([page('b.jpg', field(null, '李四'))], others)).toEqual([]);
    expect(identityMismatches([page('b.jpg', field('phone', '13800000000'))], others)).toEqual([]);
    expect(identityMismatches([page('b.jpg', field('name', 'LI SI'))], others)).toEqual([]);
    expect(identityMismatches([page('b.jpg', field('name', '李四'))], [])).toEqual([]);
  });

  it('accuses nobody for a character that was lost, or changed where the reading is not quite sure', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 17 }),
        fc.double({ min: 0.9, max: 0.96, noNaN: true }),
        (at, confidence) => {
          const number = '11010519491231002X';
          const lost = number.slice(0, at) + number.slice(at + 1);
          const changed = `${number.slice(0, at)}${number[at] === '7' ? '1' : '7'}${number.slice(at + 1)}`;
          const others = [page('a.jpg', field('identity-number', number, 1))];
          expect(identityMismatches([page('b.jpg', field('identity-number', lost, 1))], others)).toEqual([]);
          expect(
            identityMismatches([page('b.jpg', field('identity-number', changed, confidence))], others),
          ).toEqual([]);
        },
      ),
    ));

  it('says the same thing of a page once', () => {
    const own = page('b.jpg', field('name', '李四'), field('name', '李 四'));
    expect(identityMismatches([own], [page('a.jpg', field('name', '张三'))])).toHaveLength(1);
  });
});

describe('the customer’s record', () => {
  it('has one value or several of each, and nothing where it has nothing', () => {
    expect(onRecord(null)).toEqual([]);
    expect(onRecord({ name: '张三', phone: ['13800000000', '13900000000'] })).toMatchObject([
      { names: ['张三'], identityNumbers: [], phones: ['13800000000', '13900000000'], bankCards: [] },
    ]);
    expect(onRecord({ bankCard: [' '] })[0]!.bankCards).toEqual([]);
  });
});

describe('the caller’s voice against the customer’s', () => {
  const channel = (llr: number, change: Partial<VoiceChannel> = {}): VoiceChannel => ({
    channel: 1,
    speaker: 'customer',
    seconds: 60,
    quality: { speechSeconds: 21.5, levelDb: -20, clipped: 0, snrDb: 20, band: 'telephone' },
    refused: null,
    matches: [
      {
        ...{ voiceprintId: 'v1', kind: 'customer', person: 'C-1', lenderId: 'L-1', caseId: null },
        ...{ llr, probability: 1 / (1 + Math.exp(-llr)) },
      },
    ],
    spoofProbability: null,
    ...change,
  });
  const own = (...channels: VoiceChannel[]) => voiceMismatches(channels, 'C-1', 'L-1');

  it('finds another speaker, says how probable, and is the graver the surer', () => {
    const [found] = own(channel(-6));
    expect(found).toMatchObject({
      code: 'identity.mismatch',
      severity: 'high',
      signal: 'voice',
      values: { subject: 'voice', channel: 1, person: 'C-1', llr: '-6.00', seconds: '21.5' },
    });
    expect(found!.probability).toBeCloseTo(0.9975, 3);
    expect(found!.message.zh).toContain('与客户 C-1 登记的声纹不符');
    expect(found!.message.en).toContain('0.2%');
    expect(own(channel(-1))[0]).toMatchObject({ severity: 'medium' });
  });

  it('says nothing of the customer, of one without a voiceprint, of the agent, or of too little speech', () => {
    expect(own(channel(3))).toEqual([]);
    expect(own(channel(-6, { matches: [] }))).toEqual([]);
    expect(own(channel(-6, { speaker: 'agent' }))).toEqual([]);
    const refused = { code: 'sound.too-little-speech', message: { zh: '', en: '' } };
    expect(own(channel(-6, { refused }))).toEqual([]);
    expect(voiceMismatches([channel(-6)], null, null)).toEqual([]);
    expect(voiceMismatches([channel(-6)], 'C-2', null)).toEqual([]);
    expect(voiceMismatches([channel(-6)], 'C-1', 'L-2')).toEqual([]);
  });

  it('goes by the print most like the voice, and never by a watch-list', () => {
    const [match] = channel(-6).matches;
    const better = { ...match!, voiceprintId: 'v2', llr: 4, probability: 0.98 };
    expect(own(channel(-6, { matches: [match!, better] }))).toEqual([]);
    expect(own(channel(-6, { matches: [{ ...match!, kind: 'watch' }] }))).toEqual([]);
  });
});

describe('the portrait on the card against the selfie', () => {
  it('is advice beyond the threshold, and nothing within it', () => {
    expect(portraitMismatches({ distance: 0.5, threshold: 0.6, samePerson: 0.9 })).toEqual([]);
    expect(portraitMismatches({ distance: Number.NaN, threshold: 0.6, samePerson: 0.9 })).toEqual([]);
    expect(portraitMismatches({ distance: 0.9, threshold: 0.6, samePerson: 0.02 })).toMatchObject([
      {
        code: 'identity.mismatch',
        severity: 'low',
        probability: 0.98,
        values: { subject: 'portrait', distance: '0.90' },
      },
    ]);
  });
});
