import type { Reason } from '@jianzhen/evidence';
import type { Link } from './link.ts';
import type { LinkEvidence } from './model/features.ts';
import { likenessReason, reason, shortened } from './reasons.ts';

/** What a person can see with their own eyes once told, and how probable a deceit is at least. */
export interface Trick {
  readonly reason: Reason;
  readonly least: number;
}

/** By judgement and not fitted: the public sets hold too few of them. */
const LEAST = { disguisedAddress: 0.95, confusable: 0.95, decoy: 0.95, apk: 0.75 } as const;

export function tricksOf(link: Link, { facts, likenesses }: LinkEvidence): Trick[] {
  const found: Trick[] = [];
  const value = link.host;
  if (facts.disguisedAddress)
    found.push({ reason: reason('qr.address-disguised', { value }), least: LEAST.disguisedAddress });
  // A name with a dot before the `@` is there to be taken for the host.
  if (link.user.includes('.'))
    found.push({ reason: reason('qr.user', { part: shortened(link.user), value }), least: LEAST.decoy });
  const [likeness] = likenesses;
  if (likeness)
    found.push({
      reason: likenessReason(likeness, link),
      least: likeness.kind === 'confusable' ? LEAST.confusable : 0,
    });
  if (facts.apk) found.push({ reason: reason('qr.apk', { value: shortened(link.path) }), least: LEAST.apk });
  return found;
}
