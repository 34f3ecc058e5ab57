/** The caller's voice against the voice that the customer enrolled. */
import { type Finding, format, type Severity, type VoiceChannel } from '@jianzhen/evidence';
import { messages } from './messages.ts';

/** Below this the voices are taken for one: most callers are who they say they are. */
const WORTH_SAYING = 0.5;
/** That there are two speakers: from here on grave. */
const GRAVE = 0.95;

const severityOf = (probability: number): Severity => (probability >= GRAVE ? 'high' : 'medium');

/**
 * Channels on which somebody else than the case's customer speaks, by the calibrated probabilities of the voices' comparison.
 * Nothing where the customer has enrolled no voice, where too little was said, or where the channel is the lender's own. Of several
 * prints of one customer the one most like the voice counts.
 *
 * @param customerId the case's customer by the lender's own number; null where nobody knows
 */
export function voiceMismatches(
  channels: readonly VoiceChannel[],
  customerId: string | null,
  lenderId: string | null,
): Finding[] {
  if (customerId === null) return [];
  return channels.flatMap(({ channel, speaker, refused, quality, matches }): Finding[] => {
    if (speaker !== 'customer' || refused) return [];
    const own = matches.filter(
      (match) =>
        match.kind === 'customer' &&
        match.person === customerId &&
        (lenderId === null || match.lenderId === null || match.lenderId === lenderId),
    );
    const [best] = own.toSorted((a, b) => b.probability - a.probability);
    if (!best) return [];
    const probability = 1 - best.probability;
    if (!(probability >= WORTH_SAYING)) return [];
    const values = {
      channel,
      person: customerId,
      llr: best.llr.toFixed(2),
      percent: (100 * best.probability).toFixed(1),
      seconds: quality.speechSeconds.toFixed(1),
    };
    return [
      {
        code: 'identity.mismatch',
        severity: severityOf(probability),
        probability,
        region: null,
        message: format(messages.voice, values),
        signal: 'voice',
        values: { subject: 'voice', ...values },
      },
    ];
  });
}
