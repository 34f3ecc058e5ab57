import type { Picture } from '../picture.ts';
import { createRandom, type Random, type Seed } from '../random.ts';
import { repaymentAgreement } from './kinds/agreement.ts';
import { bankAppScreenshot, billListScreenshot } from './kinds/app-lists.ts';
import { bankStatement, creditStatement } from './kinds/bank.ts';
import { hardshipCertificate, incomeCertificate, unemploymentCertificate } from './kinds/certificates.ts';
import { diagnosisCertificate } from './kinds/hospital.ts';
import { invoice, shopReceipt, supermarketReceipt } from './kinds/receipts.ts';
import { chatScreenshot, paymentScreenshot } from './kinds/screens.ts';
import type { Field, Sheet } from './sheet.ts';
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
} satisfies Record<string, (random: Random, holder: Person) => Sheet>;

export type VoucherKind = keyof typeof DRAWN;
/** Pages of telephones, which no camera takes. */
export const SCREEN_KINDS: readonly VoucherKind[] = [
  'payment-screenshot',
  'chat-screenshot',
  'bill-list-screenshot',
  'bank-app-screenshot',
];
/** The kinds of the demo and of the generated set; earlier figures were measured on them. */
export const VOUCHER_KINDS: readonly VoucherKind[] = (Object.keys(DRAWN) as VoucherKind[]).filter(
  (kind) => kind !== 'bill-list-screenshot' && kind !== 'bank-app-screenshot',
);

export interface Voucher extends Picture {
  readonly kind: VoucherKind;
  /** Values on the page with their boxes in pixels. */
  readonly fields: readonly Field[];
}

export interface VoucherRequest {
  readonly kind: VoucherKind;
  readonly seed: Seed;
  /** Whose voucher it is; drawn by chance where not given. */
  readonly holder?: Person;
  /** False leaves the seals off; their fields stay. */
  readonly sealed?: boolean;
}

/** A believable genuine voucher, drawn as vector text at about 150 dpi; persons, organisations and numbers are made up. */
export function renderVoucher({ kind, seed, holder, sealed = true }: VoucherRequest): Voucher {
  const random = createRandom(seed, 'voucher', kind);
  const sheet = DRAWN[kind](random, holder ?? drawPerson(random));
  if (sealed) for (const put of sheet.seals) put();
  const { width, height } = sheet;
  const { data } = sheet.context.getImageData(0, 0, width, height);
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0, j = 0; i < data.length; i += 4, j += 3) {
    rgb[j] = data[i]!;
    rgb[j + 1] = data[i + 1]!;
    rgb[j + 2] = data[i + 2]!;
  }
  return { kind, width, height, rgb, fields: sheet.fields };
}
