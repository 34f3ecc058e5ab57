import { codeTraces, type Judge, type PayloadContext } from './judge/index.ts';
import { gravestHazard, understand } from './payload/index.ts';
import type { JudgeCode } from './types.ts';

/** Understands a payload, then judges it by its links, by what following it to the end does, and by the words near it. */
export const judgeCodesBy =
  (judge: Judge): JudgeCode =>
  (text, bytes, words) => {
    const payload = understand(text, bytes);
    const { kind, details, links } = payload;
    const context: PayloadContext = words ? { words } : {};
    const risk = judge.judgePayload({ ...payload, hazard: gravestHazard(payload) }, context);
    return { kind, details: { ...details }, links: [...links], risk, traces: codeTraces(text, payload) };
  };
