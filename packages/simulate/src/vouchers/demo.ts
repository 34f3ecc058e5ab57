import type { Message } from '@jianzhen/evidence';
import { decode, encodeJpeg, encodeMask } from '../codec.ts';
import { whose } from '../demo-customers.ts';
import { alteredMask } from '../forge/altered.ts';
import { planSaves, runSaves } from '../forge/saves.ts';
import { drawJpegSettings } from '../forge/settings.ts';
import { copyOf } from '../picture.ts';
import { createRandom, type Seed } from '../random.ts';
import { createSigner, signPdf } from '../signed/index.ts';
import { captureVoucher } from './capture.ts';
import { inked } from './edits.ts';
import { type PdfStatement, statementPdf } from './pdf.ts';
import { type PdfEdit, updatePdf } from './pdf-update.ts';
import { DEMO_PLANS, type DemoPlan } from './plan.ts';
import { renderVoucher, type Voucher } from './render.ts';
import { drawPerson, money, type Person } from './wording.ts';

export interface DemoVoucher {
  /** File name; says what the voucher is, not whether it is genuine. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** 1 forged, 0 genuine. */
  readonly label: 0 | 1;
  /** 8-bit grey PNG of the page's size, 255 = altered; null for genuine vouchers and PDFs. */
  readonly mask: Uint8Array | null;
  readonly title: Message;
  /** What was forged; null for genuine vouchers. */
  readonly told: Message | null;
  /** The customer's number at the lender. */
  readonly customer: string;
  readonly lender: string;
}

/** About a dozen vouchers of made-up customers, half of them forged in ways that gangs use; the same for the same seed. */
export async function demoVouchers(seed: Seed): Promise<DemoVoucher[]> {
  const holders = Array.from({ length: 10 }, (_, i) => drawPerson(createRandom(seed, 'holder', i)));
  const pages: DemoVoucher[] = [];
  for (const [i, plan] of DEMO_PLANS.entries())
    pages.push(await makePage(plan, i + 1, holders[plan.customer]!, seed));
  return [...pages, ...(await statements(seed, holders, pages.length))];
}

const number = (i: number) => String(i).padStart(2, '0');

async function makePage(plan: DemoPlan, index: number, holder: Person, seed: Seed): Promise<DemoVoucher> {
  const { kind, capture, forgery } = plan;
  const random = createRandom(seed, 'demo', index);
  const own = {
    kind,
    holder,
    seed: `${seed}/${index}`,
    ...(plan.sealed === undefined ? {} : { sealed: plan.sealed }),
  };
  const voucher = await firstSaved(
    await captureVoucher(renderVoucher(own), capture, random),
    capture,
    seed,
    index,
  );
  const saves = planSaves(plan.pipeline, voucher, createRandom(seed, 'demo saves', index));
  const base = { title: plan.title, ...whose(plan.customer) };
  if (!forgery) {
    const saved = await runSaves(saves, voucher, null, []);
    return {
      name: `${kind}-${number(index)}.${saved.extension}`,
      bytes: saved.file,
      label: 0,
      mask: null,
      told: null,
      ...base,
    };
  }
  const another = renderVoucher({
    kind,
    seed: `${seed}/${index}/other`,
    holder: namesake(holder, seed, index),
  });
  const other = await firstSaved(
    await captureVoucher(another, capture, random),
    capture,
    seed,
    `${index}/other`,
  );
  const page = copyOf(voucher);
  const regions = forgery.edit({ ...inked(voucher), page, random, other: inked(other) });
  const saved = await runSaves(saves, page, alteredMask(voucher, page, regions), regions);
  return {
    name: `${kind}-${number(index)}.${saved.extension}`,
    bytes: saved.file,
    label: 1,
    mask: await encodeMask(saved.mask!),
    told: forgery.told,
    ...base,
  };
}

/** Somebody else whose name is as long, so that it fits in the same place. */
function namesake(holder: Person, seed: Seed, index: number): Person {
  for (let attempt = 0; ; attempt++) {
    const person = drawPerson(createRandom(seed, 'namesake', index, attempt));
    if (person.name.length === holder.name.length && person.name !== holder.name) return person;
  }
}

/** As the phone, scanner or program saved it first; a screenshot is lossless. */
async function firstSaved(
  voucher: Voucher,
  capture: DemoPlan['capture'],
  seed: Seed,
  index: Seed,
): Promise<Voucher> {
  if (capture === 'screenshot') return voucher;
  const settings = drawJpegSettings(createRandom(seed, 'demo first save', index), 84, 94);
  return { ...voucher, ...(await decode(await encodeJpeg(voucher, settings))) };
}

/** The last two balances, raised. */
const raised = ({ balances }: PdfStatement): PdfEdit[] =>
  balances
    .slice(-2)
    .map((field) => ({ ...field, text: money(Number(field.text.replaceAll(',', '')) + 86_000) }));

const EDITED = new Date(Date.UTC(2026, 6, 2, 14, 5));

/** Statements as a bank's system exports them: plain and signed, each genuine and rewritten. */
async function statements(seed: Seed, holders: readonly Person[], before: number): Promise<DemoVoucher[]> {
  const made = (name: string, customer: number) => statementPdf(`${seed}/${name}`, holders[customer]!);
  const [genuine, source, sealed, resealed] = [
    await made('genuine', 8),
    await made('forged', 9),
    await made('signed', 8),
    await made('altered', 9),
  ];
  const signer = createSigner('云岭银行电子回单专用章', seed);
  const sign = ({ bytes }: PdfStatement) =>
    signPdf(bytes, signer, {
      at: new Date(Date.UTC(2026, 5, 30, 9, 12)),
      box: [440, 34, 530, 124],
      reason: '电子回单',
    });
  const plain = { zh: '银行流水（电子版）', en: 'Bank statement (PDF)' };
  const signed = { zh: '银行流水（电子签章）', en: 'Bank statement (PDF, signed)' };
  const drafts = [
    { title: plain, customer: 8, bytes: genuine.bytes, told: null },
    {
      title: plain,
      customer: 9,
      bytes: updatePdf(source.bytes, raised(source), EDITED),
      told: {
        zh: '最后两行余额被白块盖住后重写',
        en: 'the last two balances were covered with white boxes and rewritten',
      },
    },
    { title: signed, customer: 8, bytes: sign(sealed), told: null },
    {
      title: signed,
      customer: 9,
      bytes: updatePdf(sign(resealed), raised(resealed), EDITED),
      told: {
        zh: '银行签章之后，最后两行余额被重写',
        en: 'the last two balances were rewritten after the bank had signed',
      },
    },
  ];
  return drafts.map(({ title, customer, bytes, told }, i) => ({
    name: `bank-statement-${number(before + i + 1)}.pdf`,
    bytes,
    label: told ? 1 : 0,
    mask: null,
    title,
    told,
    ...whose(customer),
  }));
}
