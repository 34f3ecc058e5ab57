import { describe, expect, it } from 'vitest';
import { openSound } from '../../src/open.ts';
import { type CallSpeech, callChannels } from '../../src/speech/call.ts';
import type { SpeechPiece } from '../../src/speech/pieces.ts';
import { loudIsSpeech } from '../support/loud.ts';
import { noise } from '../support/noise.ts';
import { join } from '../support/read.ts';
import { pcm16 } from '../support/wav.ts';

const silence = (seconds: number) => new Float32Array(seconds * 16_000);
const loud = (seconds: number) => noise(seconds * 16_000, 7).map((value) => value / 2);

describe('speech of a recording', () => {
  const hear = async (
    channels: readonly Float32Array[],
    rate = 16_000,
  ): Promise<CallSpeech & { pieces: SpeechPiece[][] }> => {
    const pieces: SpeechPiece[][] = channels.map(() => []);
    const sound = await openSound(pcm16(channels, rate));
    const heard = await callChannels(sound, loudIsSpeech, (channel, piece) => {
      pieces[channel]!.push(piece);
    });
    return { ...heard, pieces };
  };

  it('comes in pieces of at most 6 s, none of them short, without the pauses', async () => {
    const sound = join([silence(2), loud(7), silence(3), loud(6), silence(1)]);
    const { pieces, channels, seconds, sameUntil } = await hear([sound]);
    expect([seconds, sameUntil]).toEqual([19, 0]);
    expect(pieces[0]!.length).toBe(channels[0]!.pieces);
    for (const piece of pieces[0]!) {
      expect(piece.samples.length).toBe(Math.round(piece.seconds * 16_000));
      expect(piece.seconds).toBeGreaterThan(1.5);
      expect(piece.seconds).toBeLessThanOrEqual(6);
    }
    const net = pieces[0]!.reduce((sum, piece) => sum + piece.seconds, 0);
    expect(net).toBeCloseTo(channels[0]!.quality.netSeconds, 6);
    // Two windows of padding on each side of a run, and half a window where it does not begin with one.
    expect(net).toBeGreaterThan(13 + 4 * 0.064);
    expect(net).toBeLessThan(13 + 4 * 0.096);
    expect(pieces[0]![0]!.start).toBeCloseTo(1.92, 2);
    expect(pieces[0]!.at(-1)!.end).toBeCloseTo(18.08, 2);
  });

  it('keeps agent and customer apart', async () => {
    const agent = join([loud(3), silence(5)]);
    const customer = join([silence(4), loud(4)]);
    const { pieces, channels } = await hear([agent, customer]);
    expect(channels.length).toBe(2);
    expect(pieces[0]!.every(({ end }) => end < 3.4)).toBe(true);
    expect(pieces[1]!.every(({ start }) => start > 3.8)).toBe(true);
  });

  it('hears two channels that are the same but once', async () => {
    const line = join([silence(1), loud(4)]);
    const hiss = noise(line.length, 1);
    const coded = line.map((value, i) => value + 1e-4 * hiss[i]!);
    const { channels, sameUntil, pieces } = await hear([line, coded]);
    expect(channels.length).toBe(1);
    expect(sameUntil).toBeCloseTo(5, 6);
    expect(pieces[1]).toEqual([]);
  });

  it('hears the second channel from the first difference on', async () => {
    const first = join([silence(1), loud(4), loud(3)]);
    const second = join([silence(1), loud(4), silence(3)]);
    const { channels, sameUntil } = await hear([first, second]);
    expect(channels.length).toBe(2);
    expect(sameUntil).toBeGreaterThan(4);
    expect(sameUntil).toBeLessThanOrEqual(5);
  });

  it('is as long at any sampling rate', async () => {
    const { channels, seconds } = await hear([join([silence(1), loud(2)])], 8000);
    expect(seconds).toBe(6);
    expect(channels[0]!.quality.bandwidth).toBe('narrow');
  });

  it('has no piece of silence, and a code for it', async () => {
    const { channels, pieces } = await hear([silence(3)]);
    expect(pieces[0]).toEqual([]);
    expect(channels[0]).toMatchObject({ pieces: 0, refused: { code: 'sound.silent' }, warnings: [] });
  });
});
