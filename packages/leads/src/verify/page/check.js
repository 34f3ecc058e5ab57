// What `jianzhen leads verify` does, as far as a browser can: digests, lists, signed statement. RFC 8493, DSSE, in-toto.
import { sm3 } from './sm3.js';

const ALGORITHMS = ['sha256', 'sm3'];
const UNSIGNED = [
  'statement/statement.dsse.json',
  'statement/signed-bytes.bin',
  'statement/signature.bin',
  'statement/public-key.pem',
  'statement/certificates.pem',
  'timestamp/manifest-sha256.tsq',
  'timestamp/manifest-sha256.tsr',
  'timestamp/certificates.pem',
];

const text = (bytes) => new TextDecoder().decode(bytes);
const fromBase64 = (value) => Uint8Array.from(atob(value), (c) => c.charCodeAt(0));
const hex = (buffer) =>
  [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const sha256 = async (bytes) => hex(await crypto.subtle.digest('SHA-256', bytes));

const parseManifest = (content) =>
  new Map(
    content
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const match = /^([0-9a-f]{64}) {2}(.+)$/.exec(line);
        if (!match) throw new Error(line);
        const path = match[2].replace(/%(25|0D|0A)/g, (_, code) =>
          String.fromCharCode(Number.parseInt(code, 16)),
        );
        return [path, match[1]];
      }),
  );

/** Files `{ path, open }` of a package → problems `{ file, zh, en }` and what the signature is worth. `progress(done, all)` is called on the way. */
export async function checkPackage(files, progress) {
  const problems = [];
  const tell = (file, zh, en) => problems.push({ file, zh, en });
  const digests = new Map();
  const kept = new Map();
  let done = 0;
  for (const { path, open } of files) {
    progress(done++, files.length);
    try {
      const bytes = await open();
      digests.set(path, { sha256: await sha256(bytes), sm3: sm3(bytes) });
      if (!path.startsWith('data/')) kept.set(path, bytes);
    } catch {
      tell(path, '无法读取', 'cannot be read');
      digests.set(path, null);
    }
  }
  progress(files.length, files.length);

  const expected = new Map();
  for (const kind of ['manifest', 'tagmanifest'])
    for (const algorithm of ALGORITHMS) {
      const name = `${kind}-${algorithm}.txt`;
      if (!kept.has(name)) {
        tell(name, '文件缺失', 'the file is missing');
        continue;
      }
      try {
        for (const [path, digest] of parseManifest(text(kept.get(name)))) {
          if (path.startsWith('data/') !== (kind === 'manifest')) throw new Error(path);
          expected.set(path, { ...expected.get(path), [algorithm]: digest });
        }
      } catch {
        tell(name, '清单被改动，或格式不对', 'the manifest was changed, or is not well-formed');
      }
    }
  for (const [path, listed] of expected) {
    const found = digests.get(path);
    if (found === undefined) tell(path, '文件缺失或被改名', 'the file is missing or renamed');
    else if (found && ALGORITHMS.some((name) => listed[name] !== found[name]))
      tell(path, '内容被改动', 'its content was changed');
  }
  for (const path of digests.keys())
    if (!expected.has(path) && !/^tagmanifest-(sha256|sm3)\.txt$/.test(path))
      tell(path, '清单中没有：系后来添加', 'no manifest lists it: it was added');

  return { problems, files: files.length, ...(await checkStatement(kept, digests, tell)) };
}

async function checkStatement(kept, digests, tell) {
  const name = 'statement/statement.dsse.json';
  try {
    const envelope = JSON.parse(text(kept.get(name)));
    const payload = fromBase64(envelope.payload);
    const statement = JSON.parse(text(payload));
    const signed = new Map(statement.subject.map((subject) => [subject.name, subject.digest]));
    for (const [path, digest] of signed) {
      const found = digests.get(path);
      if (!found || ALGORITHMS.some((algorithm) => found[algorithm] !== digest[algorithm]))
        tell(path, '与签名声明中的散列不符', 'the signed statement has another digest');
    }
    for (const path of kept.keys())
      if (!signed.has(path) && !UNSIGNED.includes(path) && !path.startsWith('tagmanifest-'))
        tell(path, '签名声明没有涵盖', 'the signed statement does not cover it');
    const type = new TextEncoder().encode(envelope.payloadType);
    const head = new TextEncoder().encode(`DSSEv1 ${type.length} ${envelope.payloadType} ${payload.length} `);
    const message = new Uint8Array([...head, ...payload]);
    const der = fromBase64(text(kept.get('statement/public-key.pem')).replace(/-----[^-]+-----|\s/g, ''));
    const signature = await checkSignature(der, message, fromBase64(envelope.signatures[0].sig));
    if (signature === false) tell(name, '签名无效', 'the signature does not hold');
    return { lead: statement.predicate, keyId: await sha256(der), signature };
  } catch {
    tell(name, '签名声明无法读取', 'the signed statement cannot be read');
    return { lead: null, keyId: null, signature: false };
  }
}

/** Null where the browser does not know the algorithm: SM2 no browser knows, Ed25519 the newer ones. */
async function checkSignature(der, message, signature) {
  // RFC 8410: the key is the last 32 of 44 bytes.
  if (der.length !== 44) return null;
  let key;
  try {
    key = await crypto.subtle.importKey('spki', der, { name: 'Ed25519' }, false, ['verify']);
  } catch {
    return null;
  }
  return crypto.subtle.verify({ name: 'Ed25519' }, key, signature, message);
}
