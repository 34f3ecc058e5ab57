import type { Case, Exhibit, ExhibitPage } from '../model.ts';
import type { ExamineResult, VoiceMatcher, VoiceSource } from '../ports/index.ts';
import { type CallRules, type HeardVoices, hearVoices } from './hear.ts';

/** Null where the file is no recording. */
export async function hearExhibit(
  source: VoiceSource,
  matcher: VoiceMatcher,
  { id: exhibitId, caseId }: Exhibit,
  { customerId, lenderId }: Case,
  { pages: [page] }: ExamineResult,
  calls: CallRules,
  at: string,
): Promise<HeardVoices | null> {
  if (!page?.voice) return null;
  const owner = { caseId, exhibitId, customerId, lenderId };
  return hearVoices(source, matcher, owner, page.voice, page.voiceprints ?? [], calls, at);
}

/** A recording's one page, with what was heard on it. */
export const heardOn = (page: ExhibitPage, { voice, verdict, probability }: HeardVoices): ExhibitPage => ({
  ...page,
  voice,
  verdict,
  forgeryProbability: probability,
});
