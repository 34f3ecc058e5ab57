// J. Kunze, J. Littman, E. Madden, J. Scancella, C. Adams: RFC 8493, The BagIt File Packaging Format (2018).
import { utf8 } from '../canonical.ts';
import { errors } from '../errors.ts';
import {
  ALGORITHMS,
  type ByteSource,
  createDigester,
  type DigestAlgorithm,
  type Digests,
  tapped,
} from './digests.ts';
import { DECLARATION, formatInfo } from './info.ts';
import { formatManifest } from './manifest.ts';
import { checkPath, sameName } from './names.ts';
import type { PackageSink } from './ports.ts';

export interface BagWriter {
  /** A file of the payload, under `data/`; hashed while it is written. @throws CodedError `leads.name-hostile`, `leads.name-taken` */
  payload(path: string, source: ByteSource): Promise<Digests>;
  /** A file beside the payload. */
  tag(path: string, source: ByteSource): Promise<Digests>;
  /** Closes the payload: bagit.txt, bag-info.txt and the manifests. Resolves with the digests of all tag files so far. */
  manifests(info: readonly (readonly [string, string])[]): Promise<ReadonlyMap<string, Digests>>;
  /** Tag manifests over every tag file: the last files of the bag. */
  tagManifests(): Promise<void>;
  readonly payloadFiles: ReadonlyMap<string, Digests>;
  readonly tagFiles: ReadonlyMap<string, Digests>;
}

const manifestOf = (files: ReadonlyMap<string, Digests>, algorithm: DigestAlgorithm) =>
  formatManifest([...files].map(([path, digests]) => ({ path, digest: digests[algorithm] })));

export function createBag(sink: PackageSink): BagWriter {
  const payloadFiles = new Map<string, Digests>();
  const tagFiles = new Map<string, Digests>();
  const taken = new Set<string>();

  async function write(path: string, source: ByteSource): Promise<Digests> {
    const name = sameName(checkPath(path));
    if (taken.has(name)) throw errors('leads.name-taken', { name: path });
    taken.add(name);
    const digester = createDigester();
    await sink.write(path, tapped(source, digester));
    return digester.digests();
  }
  async function tag(path: string, source: ByteSource): Promise<Digests> {
    const digests = await write(path, source);
    tagFiles.set(path, digests);
    return digests;
  }
  const text = (content: string) => [utf8(content)];

  return {
    payloadFiles,
    tagFiles,
    tag,
    async payload(path, source) {
      const digests = await write(`data/${path}`, source);
      payloadFiles.set(`data/${path}`, digests);
      return digests;
    },
    async manifests(info) {
      const octets = [...payloadFiles.values()].reduce((sum, { bytes }) => sum + bytes, 0);
      await tag('bagit.txt', text(DECLARATION));
      await tag(
        'bag-info.txt',
        text(formatInfo([...info, ['Payload-Oxum', `${octets}.${payloadFiles.size}`]])),
      );
      for (const algorithm of ALGORITHMS)
        await tag(`manifest-${algorithm}.txt`, text(manifestOf(payloadFiles, algorithm)));
      return tagFiles;
    },
    async tagManifests() {
      // Tag manifests list neither themselves nor each other.
      const listed = new Map(tagFiles);
      for (const algorithm of ALGORITHMS)
        await write(`tagmanifest-${algorithm}.txt`, text(manifestOf(listed, algorithm)));
    },
  };
}
