import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clusterVoices } from '@jianzhen/detector-voice';
import { openEars, readBackEnd } from '@jianzhen/engine';
import type { DemoCall } from '@jianzhen/simulate';
import { dim, table } from '../output/terminal.ts';
import { hearFile } from './voice/hear.ts';

/** The customer's side of a call in two channels. */
const CUSTOMER = 2;

/** The demo's calls, grouped by the voice that speaks as the customer. */
export async function groupCalls(folder: string, calls: readonly DemoCall[]): Promise<void> {
  console.error('\n正在比对来电的声音 · comparing the voices of calls …\n');
  await mkdir(folder, { recursive: true });
  const ears = await openEars();
  try {
    const backEnd = await readBackEnd(ears.model);
    const prints = [];
    for (const { name, bytes } of calls) {
      const file = join(folder, name);
      await writeFile(file, bytes);
      prints.push((await hearFile(ears, file, CUSTOMER)).voiceprint);
    }
    const groups = clusterVoices(backEnd, prints);
    console.log(
      table(
        ['录音 recording', '客户 customer', '声音 voice', '真相 truth'],
        calls.map(({ name, customer, speaker }, i) => [name, customer, String(groups[i]), dim(speaker)]),
      ),
    );
  } finally {
    await ears.close();
  }
}

/** Enrols whoever called for that, with consent, over HTTP. @param send posts a form to an address */
export async function enrolCallers(
  send: (form: FormData) => Promise<unknown>,
  calls: readonly DemoCall[],
): Promise<void> {
  for (const { name, bytes, customer, lender } of calls.filter(({ enrols }) => enrols)) {
    const form = new FormData();
    const fields = {
      kind: 'customer',
      person: customer,
      lenderId: lender,
      by: '样例 demo',
      consentBy: '样例 demo',
      consentAt: new Date().toISOString(),
      consentText: '同意将本人声纹用于身份核验',
      channel: String(CUSTOMER),
    };
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append('files', new Blob([Uint8Array.from(bytes)]), name);
    await send(form);
  }
}
