import type { Message } from '@jianzhen/evidence';
import type { Pipeline } from '../forge/types.ts';
import type { Capture } from './capture.ts';
import { all, borrowSeal, copyField, reword, spliceField, type VoucherEdit } from './edits.ts';
import type { VoucherKind } from './render.ts';
import { capitalMoney, money } from './wording.ts';

export interface DemoPlan {
  readonly kind: VoucherKind;
  readonly capture: Capture;
  readonly pipeline: Pipeline;
  /** Which of the demo's customers handed it in. */
  readonly customer: number;
  readonly title: Message;
  readonly sealed?: boolean;
  readonly forgery?: { readonly edit: VoucherEdit; readonly told: Message };
}

const parse = (text: string): number => Number(text.replace(/[^\d.-]/g, ''));
/** Written with so few characters that it always fits in the old amount's place. */
const LOWERED = 2000;

/** The month of a date as `…-MM-…` or `…M月…`, moved on by one within the year, or back from December. */
const otherMonth = (text: string): string =>
  text.replace(/(?<=-)\d\d(?=-)|\d+(?=月)/, (month) => {
    const next = String(month === '12' ? 11 : Number(month) + 1);
    return next.padStart(month.length, '0').slice(-2);
  });

/** Pages of the demo in their order; PDF statements follow them. */
export const DEMO_PLANS: readonly DemoPlan[] = [
  {
    kind: 'hardship-certificate',
    capture: 'phone',
    pipeline: 'jpeg',
    customer: 0,
    title: { zh: '家庭贫困证明', en: 'Certificate of hardship' },
  },
  {
    kind: 'income-certificate',
    capture: 'scanner',
    pipeline: 'jpeg',
    customer: 1,
    title: { zh: '收入证明', en: 'Certificate of income' },
    forgery: {
      edit: all(
        reword('amount', () => `${money(LOWERED)}元`),
        reword('capital', () => capitalMoney(LOWERED)),
      ),
      told: {
        zh: '月收入的小写和大写金额均被改写',
        en: 'the monthly income was rewritten, in figures and in words',
      },
    },
  },
  {
    kind: 'bank-statement',
    capture: 'scanner',
    pipeline: 'double-jpeg',
    customer: 1,
    title: { zh: '银行流水', en: 'Bank statement' },
    forgery: {
      edit: all(
        copyField('amount-6', 'amount-11'),
        reword('balance-11', (was) => money(parse(was) / 10), { alignRight: true }),
      ),
      told: {
        zh: '一笔工资被别处复制的金额盖住，余额被改写',
        en: 'a wage was covered by an amount copied from another row, and its balance rewritten',
      },
    },
  },
  {
    kind: 'diagnosis-certificate',
    capture: 'phone',
    pipeline: 'jpeg',
    customer: 2,
    title: { zh: '疾病诊断证明书', en: 'Certificate of diagnosis' },
    forgery: {
      edit: all(
        reword('name', () => '陈志远'),
        reword('discharged', otherMonth),
      ),
      told: { zh: '姓名和出院日期被改写', en: 'the name and the day of discharge were rewritten' },
    },
  },
  {
    kind: 'diagnosis-certificate',
    capture: 'scanner',
    pipeline: 'jpeg',
    customer: 3,
    title: { zh: '疾病诊断证明书', en: 'Certificate of diagnosis' },
  },
  {
    kind: 'unemployment-certificate',
    capture: 'scanner',
    pipeline: 'jpeg',
    customer: 4,
    title: { zh: '失业证明', en: 'Certificate of unemployment' },
    sealed: false,
    forgery: {
      edit: all(spliceField('name'), borrowSeal),
      told: {
        zh: '姓名取自另一份证明，印章为贴图',
        en: 'the name comes from another certificate, the seal was pasted on',
      },
    },
  },
  {
    kind: 'repayment-agreement',
    capture: 'phone',
    pipeline: 'chat-resize',
    customer: 4,
    title: { zh: '分期还款协议书', en: 'Repayment agreement' },
  },
  {
    kind: 'supermarket-receipt',
    capture: 'phone',
    pipeline: 'jpeg',
    customer: 5,
    title: { zh: '购物小票', en: 'Supermarket receipt' },
  },
  {
    kind: 'shop-receipt',
    capture: 'phone',
    pipeline: 'jpeg',
    customer: 5,
    title: { zh: '收款收据', en: 'Shop receipt' },
    forgery: {
      edit: all(reword('date', otherMonth, { eraser: 'diffusion' }), copyField('amount-1', 'amount-2')),
      told: {
        zh: '日期被擦除重写，一行金额由另一行复制',
        en: 'the date was erased and rewritten, one amount copied from another row',
      },
    },
  },
  {
    kind: 'invoice',
    capture: 'render',
    pipeline: 'jpeg',
    customer: 6,
    title: { zh: '电子发票', en: 'Invoice' },
  },
  {
    kind: 'credit-statement',
    capture: 'render',
    pipeline: 'jpeg',
    customer: 6,
    title: { zh: '信用卡账单', en: 'Credit card statement' },
    forgery: {
      edit: all(
        reword('owed', (was) => `¥${money(parse(was) + 30_000)}`, { eraser: 'flat' }),
        reword('least', (was) => `¥${money(parse(was) + 1500)}`, { eraser: 'flat' }),
      ),
      told: { zh: '应还金额和最低还款额被改大', en: 'the amount owed and the least payment were raised' },
    },
  },
  {
    kind: 'payment-screenshot',
    capture: 'screenshot',
    pipeline: 'png',
    customer: 7,
    title: { zh: '转账记录截图', en: 'Screenshot of a payment' },
  },
];
