// Recordings past the network, whole and cut short, kept on disk by the model's checksum so that a back end is fitted anew in seconds.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Band, type Ears, voiceprintOf } from '@jianzhen/detector-voice';
import type { Voiceprint } from '@jianzhen/evidence';
import { ANALYSIS_RATE, callChannels, filterBank, type Sound, subtractMean } from '@jianzhen/signal';
import { type Condition, type Spoken, soundOf } from '../../apps/cli/src/commands/eval-voice/conditions.ts';

/** Seconds of net speech that recordings are cut to. */
export const CUTS = [1, 2] as const;
/** A cut must leave so much more out, or it is the whole. */
const LONGER = 0.5;
const KEEP_EVERY = 100;

export interface Embedded {
  readonly full: Voiceprint;
  /** By seconds; those that the recording is long enough for. */
  readonly cuts: Readonly<Record<string, Voiceprint>>;
}

interface Line {
  readonly seconds: number;
  readonly pieces: number;
  readonly band: Band;
  readonly vector: string;
}
type Kept = { readonly full: Line; readonly cuts: Record<string, Line> } | { readonly refused: string };

export interface EmbedOptions {
  readonly cache: string;
  readonly coded?: string;
  readonly withCuts?: boolean;
  readonly say?: (text: string) => void;
}

/** Prints by name; recordings that the gate refuses have none. */
export async function embedAll(
  ears: Ears,
  spoken: readonly Spoken[],
  condition: Condition,
  { cache, coded, withCuts = false, say = () => {} }: EmbedOptions,
): Promise<Map<string, Embedded>> {
  mkdirSync(cache, { recursive: true });
  const file = join(cache, `${ears.model.sha256.slice(0, 16)}-${condition}${withCuts ? '-cuts' : ''}.json`);
  const kept = read(file);
  let fresh = 0;
  for (const each of spoken) {
    if (each.name in kept) continue;
    kept[each.name] = await embed(ears, await soundOf(each, condition, coded), withCuts);
    if (++fresh % KEEP_EVERY === 0) {
      write(file, kept);
      say(`${condition}: ${fresh} heard`);
    }
  }
  if (fresh > 0) write(file, kept);
  const found = new Map<string, Embedded>();
  for (const { name } of spoken) {
    const line = kept[name]!;
    if ('refused' in line) continue;
    const cuts = Object.entries(line.cuts).map(([seconds, cut]) => [seconds, printOf(ears, cut)]);
    found.set(name, { full: printOf(ears, line.full), cuts: Object.fromEntries(cuts) });
  }
  return found;
}

function read(file: string): Record<string, Kept> {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

function write(file: string, kept: Record<string, Kept>): void {
  writeFileSync(`${file}.part`, JSON.stringify(kept));
  renameSync(`${file}.part`, file);
}

async function embed(ears: Ears, sound: Sound, withCuts: boolean): Promise<Kept> {
  const pieces: Float32Array[] = [];
  const call = await callChannels(sound, ears.activity, (_, { samples }) => {
    pieces.push(samples);
  });
  const [channel] = call.channels;
  if (!channel || channel.refused) return { refused: channel?.refused?.code ?? 'sound.empty' };
  const band = channel.quality.bandwidth === 'narrow' ? 'telephone' : 'wide';
  const full = await lineOf(ears, pieces, band);
  const cuts: Record<string, Line> = {};
  for (const seconds of withCuts ? CUTS : [])
    if (full.seconds >= seconds + LONGER)
      cuts[seconds] = await lineOf(ears, [joined(pieces).subarray(0, seconds * ANALYSIS_RATE)], band);
  return { full, cuts };
}

async function lineOf({ model }: Ears, pieces: readonly Float32Array[], band: Band): Promise<Line> {
  const embedded = [];
  for (const samples of pieces) {
    const features = filterBank(samples);
    if (features.frames === 0) continue;
    subtractMean(features);
    embedded.push({ vector: await model.embed(features), seconds: samples.length / ANALYSIS_RATE });
  }
  const { vector, seconds, pieces: count } = voiceprintOf(model, embedded, band);
  return { seconds, pieces: count, band, vector: Buffer.from(vector.buffer).toString('base64') };
}

/** One behind the other. */
export function joined(pieces: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

function printOf({ model }: Ears, { vector, ...rest }: Line): Voiceprint {
  const bytes = Uint8Array.from(Buffer.from(vector, 'base64'));
  return { ...rest, model: model.id, modelSha256: model.sha256, vector: new Float32Array(bytes.buffer) };
}
