export { type Capture, captureVoucher } from './capture.ts';
export { type DemoVoucher, demoVouchers } from './demo.ts';
export { type PdfStatement, statementPdf } from './pdf.ts';
export { type PdfEdit, updatePdf } from './pdf-update.ts';
export {
  renderVoucher,
  SCREEN_KINDS,
  VOUCHER_KINDS,
  type Voucher,
  type VoucherKind,
  type VoucherRequest,
} from './render.ts';
export { makeScreen } from './screen.ts';
export type { Field } from './sheet.ts';
export { drawPerson, type Person } from './wording.ts';
