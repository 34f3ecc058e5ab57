// C. Adams, P. Cain, D. Pinkas, R. Zuccherato: RFC 3161, Time-Stamp Protocol (2001), section 2.4.1.
import { bigInteger, der, integer, nothing, octets, oid, sequence, yes } from '../der/build.ts';

const SHA256 = '2.16.840.1.101.3.4.2.1';

/** DER of a `TimeStampReq` for a SHA-256 digest. @param nonce 8 random bytes, which the answer must repeat */
export const timestampRequest = (sha256: Uint8Array, nonce: Uint8Array): Uint8Array =>
  der(
    sequence(
      integer(1),
      sequence(sequence(oid(SHA256), nothing()), octets(sha256)),
      bigInteger(nonce),
      yes(), // the certificate is to come along
    ),
  );
