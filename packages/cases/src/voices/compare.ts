import type { ChannelVoiceprint, VoiceMatch, Voiceprint } from '@jianzhen/evidence';
import { newId } from '../ids.ts';
import type { PageFinding } from '../model.ts';
import type { KnownVoice, ScoredVoice, VoiceMatcher, VoiceSource } from '../ports/index.ts';
import { voiceFindings } from './messages.ts';
import { PRIORS, sameSpeaker } from './odds.ts';

/** Whose recording it is. */
export interface Owner {
  readonly caseId: string;
  readonly exhibitId: string;
  readonly customerId: string | null;
  readonly lenderId: string | null;
}

export interface ComparedVoice {
  readonly matches: VoiceMatch[];
  readonly findings: PageFinding[];
  /** Which voice it is: that of the nearest call that is surely of one voice with it, or a new one. */
  readonly voice: string;
}

/** Probability from which a match is shown, and from which it makes a finding. */
const SHOWN = 0.5;
const FOUND = 0.9;
/** From which the customer counts as the same, or, of the contrary, as somebody else. */
export const DECIDED = 0.95;
/** From which two calls are of one voice: gangs are mined from these. */
const LINKED = 0.99;
/** Candidates that are looked at of each kind. */
const LIMIT = 50;
const SHOWN_CALLS = 20;

/** One customer's voice against the customer's own voiceprint, the watch-list and other calls. */
export async function compareVoice(
  source: VoiceSource,
  matcher: VoiceMatcher,
  owner: Owner,
  channel: number,
  print: ChannelVoiceprint,
): Promise<ComparedVoice> {
  const findings: PageFinding[] = [];
  const customer = await ownCustomer(source, matcher, owner, print);
  if (customer) {
    const { person, llr, probability } = customer;
    if (probability >= DECIDED) findings.push(voiceFindings.samePerson(channel, probability, person!, llr));
  }
  const likely = async (kind: 'watch' | 'call', prior: number, least: number) => {
    const candidates = matcher.count([kind]);
    const scored = matcher
      .search(print, [kind], LIMIT)
      .map((voice) => ({ ...voice, probability: sameSpeaker(voice.llr, prior, candidates) }))
      .filter(({ probability }) => probability >= least);
    return joined(await source.voices(scored.map(({ number }) => number)), scored);
  };
  const watched = await likely('watch', PRIORS.watch, SHOWN);
  const [first] = watched;
  if (first && first.probability >= FOUND)
    findings.push(
      voiceFindings.watchList(
        channel,
        first.probability,
        first.known.reason ?? '',
        first.known.id,
        first.llr,
      ),
    );
  const calls = (await likely('call', PRIORS.elsewhere, LINKED)).filter(
    ({ known }) => known.exhibitId !== owner.exhibitId,
  );
  const others = calls.filter(
    ({ known }) =>
      known.caseId !== owner.caseId &&
      (owner.customerId === null || known.person !== owner.customerId || known.lenderId !== owner.lenderId),
  );
  const [other] = others;
  if (other)
    findings.push(
      voiceFindings.elsewhere(
        channel,
        other.probability,
        others.map(({ known }) => known),
        other.llr,
      ),
    );
  const matches = [...watched, ...others.slice(0, SHOWN_CALLS)].map(({ known, llr, probability }) =>
    matchOf(known, llr, probability),
  );
  return {
    matches: [...(customer ? [customer] : []), ...matches].sort((a, b) => b.probability - a.probability),
    findings,
    voice: calls[0]?.known.voice ?? newId(),
  };
}

/** The best of the voiceprints that the case's customer enrolled. */
async function ownCustomer(
  source: VoiceSource,
  matcher: VoiceMatcher,
  { customerId, lenderId }: Owner,
  print: ChannelVoiceprint,
): Promise<VoiceMatch | null> {
  if (customerId === null) return null;
  return bestOf(matcher, await source.voicesOf(customerId, lenderId), print);
}

/** The likeliest of some voices on record; null where none is of the same model. */
export function bestOf(
  matcher: VoiceMatcher,
  known: readonly KnownVoice[],
  print: Voiceprint,
): VoiceMatch | null {
  const [best] = joined(
    known,
    matcher
      .score(
        print,
        known.map(({ number }) => number),
      )
      .map((voice) => ({ ...voice, probability: sameSpeaker(voice.llr, PRIORS.customer) })),
  );
  return best ? matchOf(best.known, best.llr, best.probability) : null;
}

/** Scores with what they are of, best first; what is no longer on record is left out. */
export function joined<Scored extends ScoredVoice & { readonly probability: number }>(
  known: readonly KnownVoice[],
  scored: readonly Scored[],
): (Scored & { readonly known: KnownVoice })[] {
  const byNumber = new Map(known.map((voice) => [voice.number, voice]));
  return scored
    .flatMap((voice) => {
      const found = byNumber.get(voice.number);
      return found ? [{ ...voice, known: found }] : [];
    })
    .sort((a, b) => b.llr - a.llr);
}

export const matchOf = (
  { id: voiceprintId, kind, person, lenderId, caseId }: KnownVoice,
  llr: number,
  probability: number,
): VoiceMatch => ({ voiceprintId, kind, person, lenderId, caseId, llr, probability });
