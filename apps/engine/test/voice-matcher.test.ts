import type { StoredVoice, VoiceSource } from '@jianzhen/cases';
import { createBackEnd } from '@jianzhen/detector-voice';
import type { Voiceprint, VoiceprintKind } from '@jianzhen/evidence';
import { seeded } from '@jianzhen/learn';
import { beforeEach, describe, expect, it } from 'vitest';
import { PLAIN_MODEL, plainBackEnd } from '../../../scripts/plain-back-end.ts';
import { createVoiceMatcher } from '../src/voices/matcher.ts';

const random = seeded(8);
const D = PLAIN_MODEL.dims;

function direction(): Float32Array {
  const vector = Float32Array.from({ length: D }, () => random() - 0.5);
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
const print = (vector: Float32Array, modelSha256 = PLAIN_MODEL.sha256): Voiceprint => ({
  ...{ model: PLAIN_MODEL.id, modelSha256, vector, seconds: 10, pieces: 2, band: 'wide' },
});
const llr = (a: Voiceprint, b: Voiceprint) => 20 * dot(a, b) - 6;
const dot = (a: Voiceprint, b: Voiceprint) =>
  a.vector.reduce((sum, value, i) => sum + value * b.vector[i]!, 0);

/** A record in memory that counts what is read of it. */
function record() {
  const voices: StoredVoice[] = [];
  const gone: number[] = [];
  let last = 0;
  const reads: number[] = [];
  const source = {
    voicesAfter: async (after: number, limit: number) => {
      const found = voices.filter(({ number }) => number > after).slice(0, limit);
      reads.push(found.length);
      return found.map((voice) => ({ ...voice, vector: voice.vector.slice() }));
    },
    voicesGoneAfter: async (place: number, limit: number) =>
      gone.map((number, i) => ({ place: i + 1, number })).slice(place, place + limit),
  } as unknown as VoiceSource;
  return {
    source,
    reads,
    add(vector: Float32Array, kind: VoiceprintKind = 'call', model = PLAIN_MODEL.sha256): number {
      voices.push({ ...print(vector, model), kind, number: ++last });
      return last;
    },
    remove(number: number): void {
      voices.splice(
        voices.findIndex((voice) => voice.number === number),
        1,
      );
      gone.push(number);
    },
  };
}

describe('a matcher of voices', () => {
  let on: ReturnType<typeof record>;
  let matcher: ReturnType<typeof createVoiceMatcher>;
  beforeEach(() => {
    on = record();
    matcher = createVoiceMatcher(createBackEnd(plainBackEnd()));
  });

  it('finds the nearest of the kinds that are asked for, best first', async () => {
    const vectors = Array.from({ length: 3000 }, direction);
    for (const [i, vector] of vectors.entries()) on.add(vector, i % 3 === 0 ? 'watch' : 'call');
    await matcher.refresh(on.source);
    const probe = print(direction());
    const expected = vectors
      .flatMap((vector, i) => (i % 3 === 0 ? [{ number: i + 1, llr: llr(probe, print(vector)) }] : []))
      .sort((a, b) => b.llr - a.llr)
      .slice(0, 5);
    const found = matcher.search(probe, ['watch'], 5);
    expect(found.map(({ number }) => number)).toEqual(expected.map(({ number }) => number));
    expect(found[0]!.llr).toBeCloseTo(expected[0]!.llr, 5);
    expect(matcher.count(['watch'])).toBe(1000);
    expect(matcher.count(['watch', 'call'])).toBe(3000);
  });

  it('never compares prints of different models', async () => {
    const vector = direction();
    const own = on.add(vector, 'watch');
    on.add(vector, 'watch', 'b'.repeat(64));
    const other = on.add(vector, 'customer', 'b'.repeat(64));
    await matcher.refresh(on.source);
    expect(matcher.search(print(vector), ['watch'], 9).map(({ number }) => number)).toEqual([own]);
    expect(matcher.score(print(vector), [other])).toEqual([]);
    expect(matcher.count(['watch'])).toBe(1);
    expect(() => matcher.search(print(vector, 'b'.repeat(64)), ['watch'], 9)).toThrow(
      expect.objectContaining({ code: 'voice.models-differ' }),
    );
  });

  it('makes one print of several recordings of one voice, and says which is not of it', () => {
    const [own, other] = [Float32Array.of(1, 0, 0, 0, 0, 0, 0, 0), Float32Array.of(0, 1, 0, 0, 0, 0, 0, 0)];
    const { print: joined, left } = matcher.combine([print(own), print(other), print(own)]);
    expect(left).toEqual([1]);
    expect(joined).toMatchObject({ seconds: 20, pieces: 4 });
    expect(joined.vector[0]).toBeCloseTo(1, 6);
  });

  it('reads each voice once, and lets go of those that were deleted', async () => {
    const vectors = Array.from({ length: 6 }, direction);
    const numbers = vectors.map((vector) => on.add(vector, 'customer'));
    await matcher.refresh(on.source);
    on.remove(numbers[0]!);
    on.remove(numbers[5]!);
    const late = on.add(vectors[0]!, 'staff');
    const fleeting = on.add(vectors[1]!);
    on.remove(fleeting);
    await Promise.all([matcher.refresh(on.source), matcher.refresh(on.source)]);
    expect(on.reads.reduce((sum, count) => sum + count, 0)).toBe(7);
    for (const [i, number] of numbers.entries()) {
      const [found] = matcher.score(print(vectors[i]!), [number]);
      if (i === 0 || i === 5) expect(found).toBeUndefined();
      else expect(found!.llr).toBeCloseTo(14, 4);
    }
    expect(matcher.count(['call', 'staff'])).toBe(1);
    expect(matcher.search(print(vectors[0]!), ['staff'], 3).map(({ number }) => number)).toEqual([late]);
  });
});
