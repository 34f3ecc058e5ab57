import { type FileFinding, type Finding, format, type Message } from '@jianzhen/evidence';
import type { OfdInspection, OfdPart } from '@jianzhen/raster';
import { messages } from '../messages.ts';
import { enumerate, isEntry } from './cover.ts';
import { findOverlays } from './overlay.ts';
import { shareOf } from './place.ts';
import type { VerifiedSignature } from './verify-one.ts';

/** Of what hashes and signatures tell: what remains is that this program errs. */
const SURE = 0.999;
/** An uncovered picture over a stamp may be an honest watermark. */
const OVERLAY = 0.9;

type Values = Readonly<Record<string, string | number>>;

/** What `check` says of a file's pages by its signatures, signature by signature. */
export function findingsOf(
  ofd: OfdInspection,
  shown: ReadonlyMap<string, OfdPart>,
  verified: readonly VerifiedSignature[],
): readonly FileFinding[] {
  return [
    ...verified.flatMap((one) => [
      ...failures(one),
      ...sealFindings(one),
      ...overlays(ofd, shown, one),
      ...soundness(one),
    ]),
    ...unprotectedParts(shown, verified),
  ];
}

/** A finding where the signature is to be seen. */
function finding(
  code: string,
  severity: Finding['severity'],
  { signature: { page, place } }: VerifiedSignature,
  message: Message,
  values: Values,
): FileFinding {
  const where = { page: page ?? 1, region: place };
  return { code, severity, probability: SURE, ...where, message, signal: 'ofd-signature', values };
}

/** Altered, or else broken in form or cryptography. */
function* failures(one: VerifiedSignature): Generator<FileFinding> {
  const { signature } = one;
  if (signature.changesAfterSigning === 'forbidden') {
    const values = {
      id: signature.name ?? '–',
      signer: signature.signer ?? '–',
      parts: enumerate(one.changedParts),
    };
    const message = format(messages['altered-after-signing'], values);
    const page = signature.changes.find((change) => change.page !== null)?.page ?? signature.page ?? 1;
    yield { ...finding('esign.altered-after-signing', 'high', one, message, values), page, region: null };
    return;
  }
  const [reason] = signature.reasons;
  if (signature.indication !== 'TOTAL-FAILED' || !reason || reason.code in SEAL_REASONS) return;
  const values = { subIndication: signature.subIndication ?? '–', reason: reason.code };
  yield finding('esign.signature-broken', 'high', one, reason.message, values);
}

const SEAL_REASONS: Readonly<Record<string, Finding['severity']>> = {
  'esign.signer-not-in-seal': 'high',
  'esign.seal-signature-broken': 'high',
  'esign.seal-expired-when-signed': 'medium',
};

function* sealFindings(one: VerifiedSignature): Generator<FileFinding> {
  const { seal, reasons, signer, signedAt } = one.signature;
  if (!seal) return;
  const values = {
    seal: seal.name,
    signer: signer ?? '–',
    maker: seal.maker ?? '–',
    signedAt: signedAt ?? '–',
    validFrom: seal.validFrom ?? '–',
    validTo: seal.validTo ?? '–',
  };
  for (const { code, message } of reasons) {
    const severity = SEAL_REASONS[code];
    if (severity) yield finding(code, severity, one, message, values);
    if (code === 'esign.seal-file-differs')
      yield finding('esign.seal-picture-replaced', 'high', one, message, values);
  }
}

function* overlays(
  ofd: OfdInspection,
  shown: ReadonlyMap<string, OfdPart>,
  one: VerifiedSignature,
): Generator<FileFinding> {
  for (const { place, picture, share } of findOverlays(ofd, shown, one.places, one.same)) {
    const values = { part: picture.file, placedBy: picture.part, percent: Math.round(100 * share) };
    const message = format(messages['seal-picture-replaced'], values);
    const where = { page: place.page.number, region: shareOf(place), probability: OVERLAY };
    yield { ...finding('esign.seal-picture-replaced', 'high', one, message, values), ...where };
  }
}

function* soundness(one: VerifiedSignature): Generator<FileFinding> {
  const { signature } = one;
  if (!signature.intact || signature.indication === 'TOTAL-FAILED') return;
  const values = {
    signer: signature.signer ?? '–',
    seal: signature.sealName ?? '–',
    time: signature.signedAt ?? '–',
    algorithm: signature.algorithm,
  };
  const trusted = signature.indication === 'TOTAL-PASSED';
  const code = trusted ? 'signature-trusted' : 'signature-sound';
  const { zh, en } = format(messages[code], values);
  const but = trusted ? { zh: '', en: '' } : signature.reasons[0]!.message;
  yield finding(`esign.${code}`, 'info', one, { zh: zh + but.zh, en: en + but.en }, values);
}

/** What shows on pages and no signature at all refers to: pages and annotations by themselves, the rest in one finding. */
function* unprotectedParts(
  shown: ReadonlyMap<string, OfdPart>,
  verified: readonly VerifiedSignature[],
): Generator<FileFinding> {
  const bare = [...shown].filter(
    ([path]) => !isEntry(path) && verified.every(({ covered }) => !covered.has(path)),
  );
  const [first] = verified;
  if (!first) return;
  const own = ([, { role }]: (typeof bare)[number]) => role === 'page' || role === 'annotation';
  for (const [part, { role, page }] of bare.filter(own)) {
    const code = role === 'page' ? 'page-unprotected' : 'annotation-unprotected';
    const values = { page: page ?? '–', part };
    const made = finding(`esign.${code}`, 'medium', first, format(messages[code], values), values);
    yield { ...made, page: page ?? 1, region: null };
  }
  const others = bare.filter((entry) => !own(entry)).map(([path]) => path);
  if (others.length === 0) return;
  const values = { parts: enumerate(others) };
  const message = format(messages['parts-unprotected'], values);
  yield { ...finding('esign.parts-unprotected', 'low', first, message, values), page: 1, region: null };
}
