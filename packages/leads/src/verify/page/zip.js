// PKWARE, APPNOTE.TXT: the directory of a ZIP file read out of a Blob, its entries unpacked by the browser.

const END = 0x06054b50;
const END64 = 0x06064b50;
const MAX32 = 0xffffffff;

const viewOf = async (blob, from, to) => new DataView(await blob.slice(from, to).arrayBuffer());

async function findDirectory(blob) {
  const start = Math.max(0, blob.size - 65_557);
  const tail = await viewOf(blob, start, blob.size);
  for (let at = tail.byteLength - 22; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END || at + 22 + tail.getUint16(at + 20, true) !== tail.byteLength)
      continue;
    const found = [
      tail.getUint16(at + 10, true),
      tail.getUint32(at + 12, true),
      tail.getUint32(at + 16, true),
    ];
    if (found[0] !== 0xffff && found[1] !== MAX32 && found[2] !== MAX32) return found;
    if (at < 20) return found;
    const record = Number(tail.getBigUint64(at - 20 + 8, true));
    const wide = await viewOf(blob, record, record + 56);
    if (wide.getUint32(0, true) !== END64) return found;
    return [32, 40, 48].map((field) => Number(wide.getBigUint64(field, true)));
  }
  throw new Error('ZIP');
}

/** Path and reader of every file. */
export async function readZip(blob) {
  const [count, bytes, start] = await findDirectory(blob);
  const view = await viewOf(blob, start, start + bytes);
  const files = [];
  let at = 0;
  for (let i = 0; i < count; i++) {
    const [nameBytes, extraBytes, noteBytes] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const path = new TextDecoder().decode(new Uint8Array(view.buffer, at + 46, nameBytes));
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    let offset = view.getUint32(at + 42, true);
    if (offset === MAX32 && extraBytes >= 12)
      offset = Number(view.getBigUint64(at + 46 + nameBytes + 4, true));
    const open = async () => {
      const local = await viewOf(blob, offset, offset + 30);
      const from = offset + 30 + local.getUint16(26, true) + local.getUint16(28, true);
      const raw = blob.slice(from, from + packed);
      if (method === 0) return new Uint8Array(await raw.arrayBuffer());
      const inflated = raw.stream().pipeThrough(new DecompressionStream('deflate-raw'));
      return new Uint8Array(await new Response(inflated).arrayBuffer());
    };
    if (!path.endsWith('/')) files.push({ path, open });
    at += 46 + nameBytes + extraBytes + noteBytes;
  }
  return files;
}
