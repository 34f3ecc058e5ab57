import type { Reason } from '@jianzhen/evidence';
import type { Link } from './link.ts';
import type { LinkEvidence } from './model/features.ts';
import { likenessReason, reason, shortened } from './reasons.ts';

/** A trick that no honest sender plays, and how probable a deceit is at least. */
export interface Trick {
  readonly reason: Reason;
  readonly least: number;
}

/** By judgement and not fitted: the public sets hold too few of them. */
const LEAST = { disguisedAddress: 0.9, confusable: 0.9, decoy: 0.9, apk: 0.6 } as const;

export function tricksOf(link: Link, { facts, likenesses }: LinkEvidence): Trick[] {
  const found: Trick[] = [];
  const value = link.host;
  if (facts.disguisedAddress)
    found.push({ reason: reason('qr.address-disguised', { value }), least: LEAST.disguisedAddress });
  // A name with a dot before the `@` is there to be taken for the host.
  if (link.user.includes('.'))
    found.push({ reason: reason('qr.user', { part: shortened(link.user), value }), least: LEAST.decoy });
  const [likeness] = likenesses;
  if (likeness?.kind === 'confusable')
    found.push({ reason: likenessReason(likeness, link), least: LEAST.confusable });
  if (facts.apk) found.push({ reason: reason('qr.apk', { value: shortened(link.path) }), least: LEAST.apk });
  return found;
}
