import type { FileReport } from '@jianzhen/evidence';
import { encodePng } from '@jianzhen/raster';
import { type TrustStore, trustStoreFrom, verifyOfd } from '../../../src/index.ts';
import { type Parts, pack } from './package.ts';
import { createParty } from './party.ts';
import { makeSeal, type SealOptions } from './seals.ts';

/** When files are checked. */
export const NOW = new Date('2026-01-01T00:00:00Z');

export const root = createParty('测试根证书');
export const maker = createParty('测试制章机构', { issuer: root });
export const signer = createParty('测试签章人', { issuer: root });
export const stranger = createParty('另一人', { issuer: root });
/** An 8 × 8 picture for a seal. */
export const picture = await encodePng({ width: 8, height: 8, data: new Uint8Array(64).fill(90) });

export const seal = (options: Partial<SealOptions> = {}): Uint8Array =>
  makeSeal({ version: 4, maker, signers: [signer], picture, ...options });

export const trusted: TrustStore = trustStoreFrom([{ name: 'root', bytes: root.certificate }]);
export const untrusted: TrustStore = trustStoreFrom([]);

/** What is found of the parts as a file; without anchors unless told. */
export const verify = (parts: Parts, trust: TrustStore = untrusted): Promise<FileReport> =>
  verifyOfd(pack(parts), { trust, at: NOW });
