import { planSaves, runSaves } from '../forge/saves.ts';
import { createRandom, type Seed } from '../random.ts';
import { renderVoucher, type VoucherKind } from './render.ts';

/** As a telephone keeps its screen, saves it smaller, and as a chat app sends it on. */
const SAVES = ['png', 'screenshot-png', 'jpeg', 'forwarded'] as const;

/** A telephone's screen as a file, one of `SCREEN_KINDS`: round and square avatars and icons, no seal. */
export async function makeScreen(kind: VoucherKind, seed: Seed): Promise<Uint8Array> {
  const random = createRandom(seed, 'screen', kind);
  const screen = renderVoucher({ kind, seed });
  const { file } = await runSaves(planSaves(random.pick(SAVES), screen, random), screen, null, []);
  return file;
}
