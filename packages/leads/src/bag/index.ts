export { ALGORITHMS, type ByteSource, type DigestAlgorithm, type Digests, digestsOf } from './digests.ts';
export { DECLARATION, parseInfo } from './info.ts';
export { parseManifest } from './manifest.ts';
export { hostility, safeFileName } from './names.ts';
export type { ListedFile, PackageSink, PackageSource } from './ports.ts';
export { type BagWriter, createBag } from './writer.ts';
