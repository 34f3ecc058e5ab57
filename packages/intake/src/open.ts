import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { FileFacts } from '@jianzhen/evidence';
import { intakeError } from './errors.ts';
import type { Exhibit } from './exhibit.ts';
import { openImage } from './image/open.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { openOfdExhibit } from './ofd/open.ts';
import type { Opened } from './opened.ts';
import { openPdfExhibit } from './pdf/open.ts';
import { sniff } from './sniff.ts';
import { openRecording } from './sound/open.ts';

/** Limits, and when the file was handed in, where that is known. */
export interface OpenOptions extends Partial<Limits> {
  readonly receivedAt?: Date;
}

/** The smallest file of any supported kind has more bytes than this. */
const MIN_BYTES = 16;

/**
 * Opens a file as an exhibit. Its type goes by its content alone; `name` only serves messages, and to tell raw G.711. A recording has no
 * pages: who listens to it decodes it.
 * Errors: `intake.empty`, `intake.too-short`, `intake.too-large`, `intake.too-many-pages`, `intake.unsupported-type`, and
 * the coded errors of raster's PDF and OFD readers.
 */
export async function openExhibit(
  bytes: Uint8Array,
  name: string,
  options: OpenOptions = {},
): Promise<Exhibit> {
  const { bytes: maxBytes, pages: maxPages } = { ...DEFAULT_LIMITS, ...options };
  const label = basename(name);
  checkSize(bytes, label, maxBytes);
  const sniffed = sniff(bytes, label);
  if (sniffed.kind === 'other') {
    const { zh: seenZh, en: seenEn } = sniffed.seen;
    throw intakeError('intake.unsupported-type', { name: label, seenZh, seenEn });
  }
  const opened = await openByKind(bytes, label, sniffed, maxPages);
  if (opened.pages > maxPages) {
    await opened.close();
    throw intakeError('intake.too-many-pages', { name: label, pages: opened.pages, limit: maxPages });
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const received = options.receivedAt ? { receivedAt: options.receivedAt.toISOString() } : {};
  const facts: FileFacts = {
    name,
    mediaType: sniffed.mediaType,
    bytes: bytes.length,
    sha256,
    ...received,
    ...opened.facts,
  };
  return guarded(opened, facts);
}

function openByKind(
  bytes: Uint8Array,
  name: string,
  sniffed: ReturnType<typeof sniff>,
  maxPages: number,
): Promise<Opened> {
  switch (sniffed.kind) {
    case 'pdf':
      return openPdfExhibit(bytes, name, maxPages);
    case 'ofd':
      return openOfdExhibit(bytes, name, maxPages);
    case 'image':
      return openImage(bytes, sniffed.format, maxPages);
    case 'sound':
      return openRecording();
    case 'other':
      throw new TypeError(sniffed.seen.en);
  }
}

function checkSize(bytes: Uint8Array, name: string, limit: number): void {
  if (bytes.length === 0) throw intakeError('intake.empty', { name });
  if (bytes.length > limit) {
    const megabytes = (n: number) => Math.ceil(n / 1048576);
    throw intakeError('intake.too-large', {
      name,
      megabytes: megabytes(bytes.length),
      limit: megabytes(limit),
    });
  }
  if (bytes.length < MIN_BYTES) throw intakeError('intake.too-short', { name, bytes: bytes.length });
}

function guarded(opened: Opened, facts: FileFacts): Exhibit {
  let closed = false;
  return {
    facts,
    pages: opened.pages,
    async page(n) {
      if (closed) throw intakeError('intake.closed');
      if (!Number.isInteger(n) || n < 1 || n > opened.pages) {
        throw intakeError('intake.no-such-page', { page: n, pages: opened.pages });
      }
      return opened.page(n);
    },
    async close() {
      if (closed) return;
      closed = true;
      await opened.close();
    },
  };
}
