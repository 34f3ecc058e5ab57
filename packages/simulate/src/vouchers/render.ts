import type { Picture } from '../picture.ts';
import { createRandom, type Random, type Seed } from '../random.ts';
import { repaymentAgreement } from './kinds/agreement.ts';
import { bankAppScreenshot, billListScreenshot } from './kinds/app-lists.ts';
import { deferralApplication } from './kinds/application.ts';
import { bankStatement, creditStatement } from './kinds/bank.ts';
import { hardshipCertificate, incomeCertificate, unemploymentCertificate } from './kinds/certificates.ts';
import { disabilityCertificate } from './kinds/disability.ts';
import { dischargeSummary } from './kinds/discharge.ts';
import { diagnosisCertificate } from './kinds/hospital.ts';
import { identityCard } from './kinds/id-card.ts';
import { invoice, shopReceipt, supermarketReceipt } from './kinds/receipts.ts';
import { chatScreenshot, paymentScreenshot } from './kinds/screens.ts';
import { type CreateSheet, createSheet, type Field, type Sheet, type SheetOptions } from './sheet.ts';
import { linesOf, type TextLine } from './text-lines.ts';
import { drawPerson, type Person } from './wording.ts';

const DRAWN = {
  'hardship-certificate': hardshipCertificate,
  'diagnosis-certificate': diagnosisCertificate,
  'unemployment-certificate': unemploymentCertificate,
  'income-certificate': incomeCertificate,
  'bank-statement': bankStatement,
  'credit-statement': creditStatement,
  'supermarket-receipt': supermarketReceipt,
  'shop-receipt': shopReceipt,
  invoice,
  'repayment-agreement': repaymentAgreement,
  'payment-screenshot': paymentScreenshot,
  'chat-screenshot': chatScreenshot,
  'bill-list-screenshot': billListScreenshot,
  'bank-app-screenshot': bankAppScreenshot,
  'discharge-summary': dischargeSummary,
  'disability-certificate': disabilityCertificate,
  'id-card': identityCard,
  'deferral-application': deferralApplication,
} satisfies Record<string, (random: Random, holder: Person, create: CreateSheet) => Sheet>;

export type VoucherKind = keyof typeof DRAWN;
/** Pages of telephones, which no camera takes. */
export const SCREEN_KINDS: readonly VoucherKind[] = [
  'payment-screenshot',
  'chat-screenshot',
  'bill-list-screenshot',
  'bank-app-screenshot',
];
/** Kinds that came after the first generated set; earlier figures were measured without them. */
const LATER_KINDS: readonly VoucherKind[] = [
  'bill-list-screenshot',
  'bank-app-screenshot',
  'discharge-summary',
  'disability-certificate',
  'id-card',
  'deferral-application',
];
/** The kinds of the demo and of the generated set of edited vouchers. */
export const VOUCHER_KINDS: readonly VoucherKind[] = (Object.keys(DRAWN) as VoucherKind[]).filter(
  (kind) => !LATER_KINDS.includes(kind),
);

export interface Voucher extends Picture {
  readonly kind: VoucherKind;
  /** Values on the page with their boxes in pixels. */
  readonly fields: readonly Field[];
  /** All print on the page in lines; no handwriting, no seals. */
  readonly lines: readonly TextLine[];
  /** Key values by the names of fields, normalised; empty for screens. */
  readonly keys: Readonly<Record<string, string>>;
}

export interface VoucherRequest {
  readonly kind: VoucherKind;
  readonly seed: Seed;
  /** Whose voucher it is; drawn by chance where not given. */
  readonly holder?: Person;
  /** False leaves the seals off; their fields stay. */
  readonly sealed?: boolean;
  /** Other faces, other words; the sheet's own where not given. Screens keep theirs. */
  readonly options?: SheetOptions;
}

/** A believable genuine voucher, drawn as vector text at about 150 dpi; persons, organisations and numbers are made up. */
export function renderVoucher({ kind, seed, holder, sealed = true, options }: VoucherRequest): Voucher {
  const random = createRandom(seed, 'voucher', kind);
  const sheet = DRAWN[kind](random, holder ?? drawPerson(random), (width, height, paper) =>
    createSheet(width, height, paper, options),
  );
  if (sealed) for (const put of sheet.seals) put();
  const { width, height } = sheet;
  const { data } = sheet.context.getImageData(0, 0, width, height);
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0, j = 0; i < data.length; i += 4, j += 3) {
    rgb[j] = data[i]!;
    rgb[j + 1] = data[i + 1]!;
    rgb[j + 2] = data[i + 2]!;
  }
  const { fields, keys } = sheet;
  return { kind, width, height, rgb, fields, lines: linesOf(sheet.written), keys };
}
