/** Who speaks in a recording of a case, by the voices on record. */
import type { ChannelVoiceprint, Verdict, Voice, VoiceChannel } from '@jianzhen/evidence';
import { voiceMismatches } from '../identity/index.ts';
import { newId } from '../ids.ts';
import type { PageFinding } from '../model.ts';
import type { NewVoiceprint, VoiceMatcher, VoiceSource } from '../ports/index.ts';
import { compareVoice, type Owner } from './compare.ts';
import { voiceFindings } from './messages.ts';
import { PRIORS, sameSpeaker } from './odds.ts';

export interface CallRules {
  /** Which of two channels is the customer's, from 1; the only one of one is. */
  readonly customerChannel: number;
  /** Days for which voiceprints of calls are kept; 0 keeps none. */
  readonly days: number;
}

export const CALLERS: CallRules = { customerChannel: 2, days: 180 };

export interface HeardVoices {
  readonly voice: Voice;
  readonly findings: readonly PageFinding[];
  readonly verdict: Verdict;
  /** That somebody speaks who should not; sound alone forges nothing. */
  readonly probability: number;
  /** Of customers' channels, to be kept. */
  readonly prints: readonly NewVoiceprint[];
}

/** Probability from which a channel counts as a member of staff's. */
const STAFF = 0.9;
const DAY_MS = 86_400_000;

/**
 * Holds the voices of a recording against those on record. The transaction keeps other voices out until it ends, so that of two
 * recordings at once the later meets the earlier.
 */
export async function hearVoices(
  source: VoiceSource,
  matcher: VoiceMatcher,
  owner: Owner,
  heard: Voice,
  prints: readonly ChannelVoiceprint[],
  { customerChannel, days }: CallRules,
  at: string,
): Promise<HeardVoices> {
  const compares = source.keepsVoices && prints.length > 0;
  if (compares) {
    await source.lockVoices();
    await matcher.refresh(source);
  }
  const printOf = ({ channel }: VoiceChannel) => prints.find((print) => print.channel === channel);
  const staff = compares
    ? prints.filter((print) => isStaff(matcher, print)).map(({ channel }) => channel)
    : [];
  const channels = speakers(heard.channels, customerChannel, staff);
  const findings: PageFinding[] = [];
  const kept: NewVoiceprint[] = [];
  const told: VoiceChannel[] = [];
  for (const channel of channels) {
    const print = printOf(channel);
    if (!compares || !print || channel.speaker !== 'customer') {
      told.push(channel);
      continue;
    }
    const found = await compareVoice(source, matcher, owner, channel.channel, print);
    told.push({ ...channel, matches: found.matches });
    findings.push(...found.findings);
    if (days > 0) kept.push(printOfCall(owner, print, found.voice, at, days));
  }
  const { customerId, lenderId } = owner;
  findings.push(...voiceMismatches(told, customerId, lenderId).map((finding) => ({ page: 1, ...finding })));
  if (!source.keepsVoices && prints.length > 0) findings.push(voiceFindings.notCompared());
  const grave = findings.filter(({ severity }) => severity === 'high' || severity === 'medium');
  const audible = channels.some(({ refused }) => !refused);
  return {
    voice: { ...heard, channels: told },
    findings,
    verdict: grave.length > 0 ? 'suspicious' : audible ? 'genuine' : 'unreadable',
    probability: Math.max(0, ...grave.map(({ probability }) => probability)),
    prints: kept,
  };
}

const isStaff = (matcher: VoiceMatcher, print: ChannelVoiceprint): boolean => {
  const [best] = matcher.search(print, ['staff'], 1);
  return best !== undefined && sameSpeaker(best.llr, PRIORS.staff, matcher.count(['staff'])) >= STAFF;
};

/**
 * Whose channel each is: as configured, unless a member of staff is heard on it. A recorder that was wired the other way round has staff on
 * the customer's channel and nobody of theirs on the other.
 */
function speakers(
  channels: readonly VoiceChannel[],
  customerChannel: number,
  staff: readonly number[],
): VoiceChannel[] {
  const configured = (channel: number) => channels.length === 1 || channel === customerChannel;
  const swapped = channels.length === 2 && staff.length === 1 && configured(staff[0]!);
  return channels.map((one) => {
    const customer = swapped
      ? !configured(one.channel)
      : configured(one.channel) && !staff.includes(one.channel);
    return { ...one, speaker: customer ? 'customer' : 'agent' };
  });
}

function printOfCall(
  { caseId, exhibitId, customerId, lenderId }: Owner,
  { channel, vector, model, modelSha256, band, seconds, pieces }: ChannelVoiceprint,
  voice: string,
  at: string,
  days: number,
): NewVoiceprint {
  return {
    vector,
    voice,
    record: {
      id: newId(),
      kind: 'call',
      ...{ person: customerId, lenderId, caseId, exhibitId, channel, source: null },
      ...{ model, modelSha256, band, seconds, pieces },
      purpose: 'anti-fraud',
      consent: null,
      reason: null,
      createdBy: 'examination',
      createdAt: at,
      expiresAt: new Date(Date.parse(at) + days * DAY_MS).toISOString(),
    },
  };
}
