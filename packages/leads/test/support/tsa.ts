import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openssl } from './openssl.ts';

const CONFIGURATION = `
[ req ]
distinguished_name = name
[ name ]
[ tsa_extensions ]
extendedKeyUsage = critical, timeStamping
[ ca_extensions ]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
[ tsa ]
serial = serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
ess_cert_id_alg = sha256
`;

/** A time-stamping authority of OpenSSL's `ts`, with a CA of its own. */
export function createTsa(kind: readonly string[] = ['rsa:2048']) {
  const folder = mkdtempSync(join(tmpdir(), 'jianzhen-tsa-'));
  const run = (...args: string[]) => openssl(args, folder);
  writeFileSync(join(folder, 'tsa.cnf'), CONFIGURATION);
  writeFileSync(join(folder, 'serial'), '01\n');
  const key = (name: string) => ['-newkey', ...kind, '-nodes', '-keyout', `${name}.key`];
  const config = ['-config', 'tsa.cnf', '-extensions'];
  run(
    'req',
    '-x509',
    ...key('ca'),
    ...config,
    'ca_extensions',
    '-subj',
    '/CN=Test CA',
    '-days',
    '3',
    '-out',
    'ca.pem',
  );
  run('req', '-new', ...key('tsa'), '-config', 'tsa.cnf', '-subj', '/CN=Test TSA', '-out', 'tsa.csr');
  const issue = ['x509', '-req', '-in', 'tsa.csr', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'];
  run(...issue, '-days', '2', '-extfile', 'tsa.cnf', '-extensions', 'tsa_extensions', '-out', 'tsa.pem');

  const answer = (request: Uint8Array): Uint8Array => {
    writeFileSync(join(folder, 'request.tsq'), request);
    const key = ['-signer', 'tsa.pem', '-inkey', 'tsa.key', '-config', 'tsa.cnf', '-section', 'tsa'];
    run('ts', '-reply', '-queryfile', 'request.tsq', ...key, '-out', 'response.tsr');
    return readFileSync(join(folder, 'response.tsr'));
  };
  return {
    folder,
    ca: join(folder, 'ca.pem'),
    run,
    answer,
    /** Serves it over HTTP until closed. */
    async serve() {
      const server = createServer(async (request, response) => {
        const chunks: Uint8Array[] = [];
        for await (const chunk of request) chunks.push(chunk);
        response.setHeader('content-type', 'application/timestamp-reply');
        response.end(answer(Buffer.concat(chunks)));
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as { port: number };
      return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
