import { beforeEach, describe, expect, it } from 'vitest';
import { recordingOf } from '../../../scripts/plain-voices.ts';
import {
  createCases,
  createExamination,
  createIntake,
  createVoices,
  type Examiner,
  sameSpeaker,
  type VoiceConsent,
} from '../src/index.ts';
import { memoryBlobs, memoryStore } from './support/memory.ts';
import { pageOf, plainMatcher } from './support/voices.ts';

/** Recordings are the names of their voices, a channel each; `-` is a channel with too little speech. */
const examiner: Examiner = {
  async examine({ bytes }) {
    const text = new TextDecoder().decode(bytes);
    const facts = { mediaType: 'audio/wav', bytes: bytes.length, sha256: 'x' };
    if (text === 'picture') {
      const { voice: _, voiceprints: __, ...page } = pageOf(recordingOf());
      return { facts, signatures: [], pages: [page] };
    }
    const names = text.split(' ').map((name) => (name === '-' ? null : name));
    return { facts, signatures: [], pages: [pageOf(recordingOf(...names))] };
  },
  close: async () => {},
};

const consent: VoiceConsent = { by: 'teller 7', at: '2026-11-01T08:00:00.000Z', text: '同意用于身份核验' };
const recording = (text: string) => ({ name: `${text}.wav`, bytes: new TextEncoder().encode(text) });

describe('voices', () => {
  let memory: ReturnType<typeof memoryStore>;
  let blobs: ReturnType<typeof memoryBlobs>;
  let voices: ReturnType<typeof createVoices>;
  const matcher = plainMatcher();
  beforeEach(() => {
    memory = memoryStore();
    blobs = memoryBlobs();
    voices = createVoices(
      memory.store,
      memory.voices,
      async () => examiner,
      async () => matcher,
    );
  });
  const enrol = (text: string, more: object = {}) =>
    voices.enrol({ kind: 'customer', person: 'C-1', lenderId: 'L', consent, by: 'teller 7', ...more }, [
      recording(text),
    ]);
  /** A recording on a case of a customer, examined. */
  const call = async (text: string, customerId: string | null = 'C-1', lenderId = 'L', days = 180) => {
    const { id } = await createCases(memory.store).create({ customerId, lenderId });
    const blob = await blobs.store.put(new TextEncoder().encode(text));
    const file = { ...blob, name: `${text}.wav`, mediaType: 'audio/wav' };
    const { exhibits } = await createIntake(memory.store).add(id, [file]);
    const exhibitId = exhibits[0]!.id;
    await createExamination(memory.store, blobs.store, examiner, {
      voices: async () => matcher,
      calls: { customerChannel: 2, days },
    }).run(exhibitId);
    const [page] = await memory.store.pagesOf(exhibitId);
    const findings = await memory.store.findingsOf(exhibitId);
    const print = memory.prints().find(({ record }) => record.exhibitId === exhibitId);
    const exhibit = (await memory.store.findExhibit(exhibitId))!;
    return { id, exhibit, page: page!, findings, codes: findings.map(({ code }) => code), print };
  };

  it("knows the customer by the customer's voice", async () => {
    await enrol('anna');
    const own = await call('agent anna');
    expect(own.codes).toEqual(['voice.same-person']);
    expect(own.exhibit).toMatchObject({ status: 'done', verdict: 'genuine', probability: 0 });
    expect(own.page.voice!.channels).toMatchObject([
      { channel: 1, speaker: 'agent', matches: [] },
      { channel: 2, speaker: 'customer', matches: [{ kind: 'customer', person: 'C-1' }] },
    ]);
  });

  it('says that somebody else calls, and that alone forges nothing', async () => {
    await enrol('anna');
    const other = await call('agent bei');
    expect(other.findings).toMatchObject([
      { code: 'identity.mismatch', severity: 'high', values: { subject: 'voice' } },
    ]);
    expect(other.findings[0]!.probability).toBeCloseTo(1 - sameSpeaker(-14, 0.9), 9);
    expect(other.exhibit.verdict).toBe('suspicious');
    expect(other.page.voice!.channels[1]!.matches[0]!.llr).toBe(-14);
    expect(await memory.store.findCase(other.id)).toMatchObject({ verdict: 'suspicious' });
  });

  it("holds nobody against another lender's customer of the same number", async () => {
    await enrol('anna');
    const elsewhere = await call('agent bei', 'C-1', 'another lender');
    expect(elsewhere.codes).toEqual([]);
    expect(elsewhere.page.voice!.channels[1]!.matches).toEqual([]);
  });

  it('gives one voice for several customers one trace, and another voice another', async () => {
    const [first, second, third] = [
      await call('agent bei', 'C-1'),
      await call('agent bei', 'C-2', 'L-2'),
      await call('agent chen', 'C-3'),
    ];
    expect(second.print!.voice).toBe(first.print!.voice);
    expect(third.print!.voice).not.toBe(first.print!.voice);
    expect(first.codes).toEqual([]);
    expect(second.codes).toEqual(['voice.same-voice-elsewhere']);
    expect(second.findings[0]!.values).toMatchObject({ customers: 1, calls: 1, exhibitId: first.exhibit.id });
    expect(third.codes).toEqual([]);
    expect(first.print!.record).toMatchObject({
      kind: 'call',
      purpose: 'anti-fraud',
      consent: null,
      person: 'C-1',
    });
  });

  it("says nothing of the customer's own earlier calls, and knows the voice again", async () => {
    const [first, second] = [await call('agent anna'), await call('agent anna')];
    expect(second.codes).toEqual([]);
    expect(second.print!.voice).toBe(first.print!.voice);
  });

  it('finds voices of the watch-list', async () => {
    const { id } = await enrol('dora', {
      kind: 'watch',
      person: null,
      consent: null,
      reason: '多次冒充客户',
    });
    const found = await call('dora', 'C-9');
    expect(found.findings).toMatchObject([
      { code: 'voice.watch-list', severity: 'high', values: { voiceprintId: id, reason: '多次冒充客户' } },
    ]);
    expect(found.exhibit.verdict).toBe('suspicious');
  });

  it("takes a channel with a member of staff for the agent's, also where the wires are crossed", async () => {
    await enrol('agent', { kind: 'staff', person: 'S-1', consent: null, channel: 1 });
    const crossed = await call('anna agent');
    expect(crossed.page.voice!.channels.map(({ speaker }) => speaker)).toEqual(['customer', 'agent']);
    expect(crossed.print!.record.channel).toBe(1);
    const alone = await call('agent');
    expect(alone.page.voice!.channels[0]!.speaker).toBe('agent');
    expect(alone.print).toBeUndefined();
  });

  it('scores nobody who says too little', async () => {
    await enrol('anna');
    const quiet = await call('agent -');
    expect(quiet.codes).toEqual([]);
    expect(quiet.page.voice!.channels[1]).toMatchObject({ matches: [], refused: {} });
    expect(quiet.print).toBeUndefined();
    const mute = await call('-');
    expect(mute.exhibit).toMatchObject({ status: 'done', verdict: 'unreadable', probability: null });
  });

  it('keeps no voiceprint of calls where none is to be kept', async () => {
    expect((await call('agent anna', 'C-1', 'L', 0)).print).toBeUndefined();
  });

  it('enrols once for a key, and only what is one voice', async () => {
    const key = { key: 'k', scope: 's', fingerprint: 'f' };
    const input = { kind: 'customer', person: 'C-1', consent, by: 'me' } as const;
    const first = await voices.enrol(input, [recording('anna')], key);
    expect(await voices.enrol(input, [recording('anna')], key)).toEqual(first);
    expect(memory.prints()).toHaveLength(1);
    await expect(voices.enrol(input, [recording('anna'), recording('bei')])).rejects.toMatchObject({
      code: 'voiceprint.voices-differ',
    });
    expect(first).toMatchObject({ purpose: 'identity-verification', source: 'anna.wav', createdBy: 'me' });
    expect(Date.parse(first.expiresAt) - Date.parse(first.createdAt)).toBe(1095 * 86_400_000);
  });

  it.each([
    ['voiceprint.consent-missing', 'anna', { consent: null }],
    ['voiceprint.person-missing', 'anna', { person: null }],
    ['voiceprint.reason-missing', 'anna', { kind: 'watch' }],
    ['voiceprint.no-voice', '-', {}],
    ['voiceprint.not-a-recording', 'picture', {}],
    ['voiceprint.no-channel', 'anna', { channel: 2 }],
  ])('refuses with %s', async (code, text, more) => {
    await expect(enrol(text, more)).rejects.toMatchObject({ code });
    expect(memory.prints()).toEqual([]);
  });

  it('verifies and identifies without keeping anything', async () => {
    await enrol('anna');
    await enrol('dora', { kind: 'watch', reason: 'r' });
    const whose = { person: 'C-1', lenderId: 'L' };
    expect(await voices.verify(whose, recording('agent anna'))).toMatchObject({ decision: 'same' });
    expect(await voices.verify(whose, recording('bei'))).toMatchObject({ decision: 'different' });
    await expect(voices.verify({ person: 'C-2' }, recording('bei'))).rejects.toMatchObject({
      code: 'voiceprint.none-of-person',
    });
    const found = await voices.identify({ top: 3 }, recording('dora'));
    expect(found).toMatchObject({ compared: 1, matches: [{ kind: 'watch' }] });
    expect(memory.prints()).toHaveLength(2);
  });

  it('deletes for good, and says so without anything of the voice', async () => {
    const { id } = await enrol('anna');
    await voices.remove(id, 'me');
    await expect(voices.get(id)).rejects.toMatchObject({ code: 'voiceprint.not-found' });
    await expect(voices.remove(id, 'me')).rejects.toMatchObject({ code: 'voiceprint.not-found' });
    expect((await call('agent bei')).codes).toEqual([]);
    const events = (await memory.store.eventsAfter(0, 99)).filter(({ type }) =>
      type.startsWith('voiceprint'),
    );
    expect(events.map(({ type, data }) => [type, data])).toEqual([
      [
        'voiceprint.enrolled',
        { voiceprintId: id, kind: 'customer', purpose: 'identity-verification', by: 'teller 7' },
      ],
      [
        'voiceprint.deleted',
        { voiceprintId: id, kind: 'customer', purpose: 'identity-verification', by: 'me' },
      ],
    ]);
  });

  it('shares the prior among candidates', () => {
    expect(sameSpeaker(0, 0.01)).toBeCloseTo(0.01, 12);
    expect(sameSpeaker(Math.log(99), 0.01)).toBeCloseTo(0.5, 12);
    expect(sameSpeaker(Math.log(9999), 0.01, 100)).toBeCloseTo(0.5, 12);
  });
});
