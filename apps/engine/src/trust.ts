import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TrustStore, trustStoreFrom } from '@jianzhen/detector-esign';
import { errors } from './errors.ts';

/** What a folder of trust may hold: certificates, revocation lists, OCSP answers. Other files are passed over. */
const KNOWN = /\.(pem|crt|cer|der|crl|ocsp|ors)$/i;

/**
 * Trust anchors, revocation lists and OCSP answers of a folder; nothing without one. Nothing is ever fetched.
 * @throws CodedError `engine.trust-unreadable`
 */
export function loadTrust(folder: string | undefined): TrustStore {
  if (!folder) return trustStoreFrom([]);
  let file = folder;
  try {
    const names = readdirSync(folder).filter((name) => KNOWN.test(name));
    return trustStoreFrom(
      names.sort().map((name) => {
        file = join(folder, name);
        return { name, bytes: readFileSync(file) };
      }),
    );
  } catch (cause) {
    throw errors('engine.trust-unreadable', { file, detail: (cause as Error).message }, { cause });
  }
}
