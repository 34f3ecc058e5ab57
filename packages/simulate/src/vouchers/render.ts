import type { Picture } from '../picture.ts';
import { createRandom, type Random, type Seed } from '../random.ts';
import { repaymentAgreement } from './kinds/agreement.ts';
import { bankStatement, creditStatement } from './kinds/bank.ts';
import { hardshipCertificate, incomeCertificate, unemploymentCertificate } from './kinds/certificates.ts';
import { diagnosisCertificate } from './kinds/hospital.ts';
import { invoice, shopReceipt, supermarketReceipt } from './kinds/receipts.ts';
import { chatScreenshot, paymentScreenshot } from './kinds/screens.ts';
import type { Field, Sheet } from './sheet.ts';

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
} satisfies Record<string, (random: Random) => Sheet>;

export type VoucherKind = keyof typeof DRAWN;
export const VOUCHER_KINDS = Object.keys(DRAWN) as readonly VoucherKind[];

export interface Voucher extends Picture {
  readonly kind: VoucherKind;
  /** Values on the page with their boxes in pixels. */
  readonly fields: readonly Field[];
}

/** A believable genuine voucher, drawn as vector text at about 150 dpi; persons, organisations and numbers are made up. */
export function renderVoucher({ kind, seed }: { kind: VoucherKind; seed: Seed }): Voucher {
  const sheet = DRAWN[kind](createRandom(seed, 'voucher', kind));
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
