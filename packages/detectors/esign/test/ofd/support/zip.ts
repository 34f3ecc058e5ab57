import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

export type ZipEntry = readonly [name: string, content: Uint8Array];

const LOCAL = Buffer.from('PK\x03\x04', 'latin1');
const CENTRAL = Buffer.from('PK\x01\x02\x14\0', 'latin1');
const END = Buffer.from('PK\x05\x06', 'latin1');

/**
 * A ZIP with the entries in the order given, doubles and all.
 * @param listed whether the directory lists the entry
 * @param localName what its local header calls it
 */
export function writeZip(
  entries: readonly ZipEntry[],
  listed: (name: string, index: number) => boolean = () => true,
  localName: (name: string, index: number) => string = (name) => name,
): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  entries.forEach(([name, content], index) => {
    const data = deflateRawSync(content);
    const header = Buffer.concat([LOCAL, fields(localName(name, index), content, data.length)]);
    const entry = Buffer.concat([header, Buffer.from(localName(name, index)), data]);
    if (listed(name, index)) central.push(directoryEntry(name, content, data.length, at));
    local.push(entry);
    at += entry.length;
  });
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(central.length, 4);
  end.writeUInt16LE(central.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...local, directory, END, end]);
}

function fields(name: string, content: Uint8Array, compressed: number): Buffer {
  const out = Buffer.alloc(26);
  out.writeUInt16LE(20, 0);
  out.writeUInt16LE(0x0800, 2);
  out.writeUInt16LE(8, 4);
  out.writeUInt32LE(crc32(content), 10);
  out.writeUInt32LE(compressed, 14);
  out.writeUInt32LE(content.length, 18);
  out.writeUInt16LE(Buffer.byteLength(name), 22);
  return out;
}

function directoryEntry(name: string, content: Uint8Array, compressed: number, at: number): Buffer {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(at, 10);
  return Buffer.concat([CENTRAL, fields(name, content, compressed), tail, Buffer.from(name)]);
}

/** Entries of a well-formed ZIP, folders left out. */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const buffer = Buffer.from(bytes);
  const end = buffer.lastIndexOf(END);
  const entries: ZipEntry[] = [];
  let at = buffer.readUInt32LE(end + 16);
  for (let i = 0; i < buffer.readUInt16LE(end + 10); i++) {
    const name = buffer.toString('utf8', at + 46, at + 46 + buffer.readUInt16LE(at + 28));
    const local = buffer.readUInt32LE(at + 42);
    const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28);
    const data = buffer.subarray(start, start + buffer.readUInt32LE(at + 20));
    if (!name.endsWith('/'))
      entries.push([name, buffer.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data]);
    at += 46 + buffer.readUInt16LE(at + 28) + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return entries;
}
