import type { CodeJudge, JudgedCode } from '@jianzhen/cases';
import { judgeCodesBy, payloadSubject } from '@jianzhen/detector-qr';
import type { Code } from '@jianzhen/evidence';
import { openLinkJudge } from './link-judge.ts';
import { createEngine } from './pool.ts';

/** A payload that nobody saw on a picture has no place. */
const NOWHERE: Code['corners'] = [
  [0, 0],
  [0, 0],
  [0, 0],
  [0, 0],
];

/**
 * What judges codes for the lender's app while the customer waits: payloads in this thread, pictures in the engine's.
 * @throws CodedError `engine.url-model-unreadable`, `engine.lists-unreadable`
 */
export async function openCodeJudge(): Promise<CodeJudge> {
  const judge = judgeCodesBy(openLinkJudge());
  const engine = createEngine();
  const told = (code: Code, traces: readonly { kind: string; value: string }[]): JudgedCode => ({
    code,
    subject: payloadSubject(code),
    domain: traces.find(({ kind }) => kind === 'domain')?.value ?? null,
  });
  const judged = (text: string, words: string | undefined, place: Pick<Code, 'format' | 'corners'>) => {
    const { traces, ...found } = judge(text, undefined, words ? [words] : []);
    return told({ text, ...place, ...found }, traces);
  };
  return {
    judgeText: async (text, words) => judged(text, words, { format: 'QRCode', corners: NOWHERE }),
    async judgePicture(bytes, name, words) {
      const { pages } = await engine.examine({ name, bytes, only: 'codes' });
      return pages.flatMap(({ codes }) => codes).map((code) => judged(code.text, words, code));
    },
    close: () => engine.close(),
  };
}
