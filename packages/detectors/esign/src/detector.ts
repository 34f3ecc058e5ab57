import type { FileDetector } from '@jianzhen/evidence';
import type { TrustStore } from './certificates/trust.ts';
import { verifyOfd } from './ofd/verify.ts';
import { verifyPdf } from './pdf/index.ts';

export interface EsignOptions {
  /** Whom to trust; `trustStoreFrom([])` for nobody. */
  readonly trust: TrustStore;
}

const VERIFY: Readonly<Record<string, typeof verifyPdf>> = {
  'application/pdf': verifyPdf,
  'application/ofd': verifyOfd,
};

/** The detector of electronic signatures: what was signed, by whom, and what was done to the file since. */
export const createEsignDetector = ({ trust }: EsignOptions): FileDetector => ({
  id: 'esign',
  version: '1',
  async examine(bytes, { mediaType, receivedAt }) {
    const verify = VERIFY[mediaType];
    // Without a time of receipt certificates cannot be judged by one: then the latest that there can be.
    const at = receivedAt ? new Date(receivedAt) : new Date(8.64e15);
    return verify ? verify(bytes, { trust, at }) : null;
  },
});
