import type { ByteSource } from './digests.ts';

/** Where a package is written: a folder or a ZIP file. Nothing of it is to be seen under its name before `finish`. */
export interface PackageSink {
  /** Writes one file, whose path has been checked. */
  write(path: string, source: ByteSource): Promise<void>;
  /** Puts the package under its name; resolves with where it lies. */
  finish(): Promise<string>;
  /** Takes away what was written. */
  abort(): Promise<void>;
}

export interface ListedFile {
  readonly path: string;
  readonly bytes: number;
  /** What keeps it from being a plain file: a link, an encrypted or doubled entry. */
  readonly oddity: string | null;
}

/** Where a package is read from. */
export interface PackageSource {
  /** As the user named it. */
  readonly name: string;
  list(): Promise<readonly ListedFile[]>;
  open(path: string): ByteSource;
}
