import type { SubIndication } from '@jianzhen/evidence';
import type { Assessment } from '../assess.ts';
import { validateChain } from '../certificates/chain.ts';
import type { TrustStore } from '../certificates/trust.ts';
import { type Remark, remark } from '../remark.ts';
import type { ValueVerdict } from './value.ts';

/** A seal outlives its maker's certificate: what matters is that the maker was one when the seal was made. */
const IN_TIME: ReadonlySet<SubIndication> = new Set(['OUT_OF_BOUNDS_NO_POE', 'EXPIRED', 'TRY_LATER']);

/** Whoever has a certificate can make a seal in any name: the maker's chain must end at an anchor as well as the signer's. */
export function makerRemarks(
  { ses, signed }: ValueVerdict,
  { provenAt, chain }: Assessment,
  { trust, at }: { readonly trust: TrustStore; readonly at: Date },
): readonly Remark[] {
  const maker = ses?.verdict.maker.certificate ?? null;
  // Without the signer's chain the verdict is the same already.
  if (maker === null || chain === null || chain.subIndication === 'NO_CERTIFICATE_CHAIN_FOUND') return [];
  const { subIndication } = validateChain(maker, { trust, at, provenAt, others: signed.data.certificates });
  if (subIndication === null || IN_TIME.has(subIndication)) return [];
  return [remark('seal-maker-untrusted', subIndication, { maker: ses!.verdict.seal.maker ?? '–' })];
}
