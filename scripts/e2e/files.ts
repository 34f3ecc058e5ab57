import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { call, createVoice, demoVouchers, writeWav } from '@jianzhen/simulate';

export interface Files {
  /** A signed PDF that was altered afterwards: its alteration leaves structural traces, so that a finding with a place is sure. */
  readonly forged: string;
  /** Of them the first bears a seal. */
  readonly others: readonly string[];
  /** Says that it is a JPEG and is not. */
  readonly broken: string;
  readonly empty: string;
  /** A telephone call of made-up voices, in two channels. */
  readonly call: string;
}

/** Real files on the disk, for the browser and the command line to take. */
export async function makeFiles(folder: string): Promise<Files> {
  await mkdir(folder, { recursive: true });
  const put = async (name: string, bytes: Uint8Array) => {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return path;
  };
  const vouchers = await demoVouchers(1);
  const forged = vouchers.findLast(({ name, label }) => label === 1 && name.endsWith('.pdf'));
  const photograph = vouchers.find(({ name, label }) => label === 1 && name.endsWith('.jpg'));
  const screenshot = vouchers.find(({ name, label }) => label === 0 && name.endsWith('.png'));
  if (!forged || !photograph || !screenshot) throw new Error('the demo vouchers lack a kind that this needs');
  return {
    forged: await put(forged.name, forged.bytes),
    others: [await put(photograph.name, photograph.bytes), await put(screenshot.name, screenshot.bytes)],
    broken: await put('broken.jpg', new TextEncoder().encode('this is no picture at all\n'.repeat(40))),
    empty: await put('empty.jpg', new Uint8Array()),
    call: await put('call.wav', madeUpCall()),
  };
}

function madeUpCall(): Uint8Array {
  const voices = { agent: createVoice('e2e', 'agent'), customer: createVoice('e2e', 'customer') };
  const { channels, sampleRate } = call({ ...voices, seconds: 24, line: 'telephone' }, 'e2e');
  return writeWav(channels, sampleRate);
}
