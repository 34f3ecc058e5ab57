import type { FileFacts } from '@jianzhen/evidence';
import type { ExaminedPage, ExamineInput, ExamineResult } from '../types.ts';
import type { Listener } from './listen.ts';
import { voiceMessages } from './messages.ts';

export const isRecording = ({ mediaType }: Pick<FileFacts, 'mediaType'>): boolean =>
  mediaType.startsWith('audio/');

/**
 * A recording as an exhibit: one page of no size. Whose voices they are is not known here: the case holds them against those on record.
 * @throws CodedError what cannot be read as sound
 */
export async function examineRecording(
  { name, bytes, voiceprints: handOut }: ExamineInput,
  facts: FileFacts,
  listen: Listener,
  onAlive: () => void,
): Promise<ExamineResult> {
  const started = performance.now();
  const { voice, voiceprints, advice, modelled } = await listen(bytes, name, onAlive);
  const audible = voice.channels.some(({ refused }) => !refused);
  const page: ExaminedPage = {
    ...{ file: name, page: 1, pages: 1, width: 0, height: 0 },
    // Sound alone forges nothing.
    verdict: audible ? 'genuine' : 'unreadable',
    forgeryProbability: 0,
    findings: [
      ...voice.channels.flatMap(({ channel, refused }) =>
        refused ? [voiceMessages.refused(channel, refused)] : [],
      ),
      ...advice.flatMap(({ channel, reasons }) =>
        reasons
          .filter(({ severity }) => severity === 'low')
          .map((reason) => voiceMessages.machine(channel, reason)),
      ),
      ...(modelled || !audible ? [] : [voiceMessages.noModel()]),
    ],
    ...{ reading: null, traces: [], seals: [], codes: [], signatures: [], template: null, mask: null },
    voice,
    ...(handOut && { voiceprints }),
    elapsedMs: Math.round(performance.now() - started),
    ...{ maskPng: null, preview: null, heatmapPng: null, crops: [], rawMask: null, statistics: {} },
    timings: { voice: performance.now() - started },
  };
  return { facts, signatures: [], pages: [page] };
}
