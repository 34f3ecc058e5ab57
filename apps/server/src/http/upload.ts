import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { BlobStore, ReceivedFile, RejectedFile } from '@jianzhen/cases';
import { CodedError } from '@jianzhen/evidence';
import type { FastifyRequest } from 'fastify';
import { errors } from '../errors.ts';
import type { Limits } from './deps.ts';

const BROKEN = 'upload.broken';

export interface Upload {
  readonly files: readonly ReceivedFile[];
  /** Files that were not taken, with the reason; the others are. */
  readonly rejected: readonly (RejectedFile & { readonly status: number })[];
}

/** Streams the files of a multipart request into the blob store, one after another. */
export async function receive(request: FastifyRequest, blobs: BlobStore, limits: Limits): Promise<Upload> {
  const files: ReceivedFile[] = [];
  const rejected: (RejectedFile & { status: number })[] = [];
  for await (const part of parts(request, limits)) {
    const name = fileName(part);
    try {
      const blob = await blobs.put(content(part, name, limits));
      files.push({ ...blob, name, mediaType: part.mimetype });
    } catch (thrown) {
      part.file.resume();
      // A file may be refused for itself; a broken request or a store in trouble ends it all.
      if (!(thrown instanceof CodedError) || thrown.status >= 500 || thrown.code === BROKEN) throw thrown;
      rejected.push({ name, error: thrown.toJSON(), status: thrown.status });
    }
  }
  if (files.length + rejected.length === 0) throw errors('upload.no-file');
  return { files, rejected };
}

/** The first file of a multipart request, whole. */
export async function receiveOne(request: FastifyRequest, limits: Limits): Promise<WholeFile> {
  for await (const part of parts(request, { ...limits, filesPerRequest: 1 })) {
    return whole(part, limits);
  }
  throw errors('upload.no-file');
}

/** The one file of a multipart request, whole, with the text fields beside it, before or after. */
export async function receiveForm(
  request: FastifyRequest,
  limits: Limits,
): Promise<WholeFile & { fields: Record<string, string> }> {
  const { files, fields } = await receiveForms(request, { ...limits, filesPerRequest: 1 });
  const [file] = files;
  if (!file) throw errors('upload.no-file');
  return { ...file, fields };
}

/** The same of any number of files, or none. */
export async function receiveForms(
  request: FastifyRequest,
  limits: Limits,
): Promise<{ files: WholeFile[]; fields: Record<string, string> }> {
  const fields: Record<string, string> = {};
  const files: WholeFile[] = [];
  for await (const part of allParts(request, limits)) {
    if (part.type === 'file') files.push(await whole(part, limits));
    else fields[part.fieldname] = String(part.value);
  }
  return { files, fields };
}

export interface WholeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

async function whole(part: MultipartFile, limits: Limits): Promise<WholeFile> {
  const name = fileName(part);
  const chunks: Uint8Array[] = [];
  for await (const chunk of content(part, name, limits)) chunks.push(chunk);
  return { name, bytes: Buffer.concat(chunks) };
}

async function* parts(request: FastifyRequest, limits: Limits): AsyncGenerator<MultipartFile> {
  for await (const part of allParts(request, limits)) if (part.type === 'file') yield part;
}

async function* allParts(request: FastifyRequest, limits: Limits): AsyncGenerator<Multipart> {
  const { fileBytes: fileSize, filesPerRequest: files } = limits;
  try {
    yield* request.parts({ limits: { fileSize, files, fields: 20, parts: files + 20 } });
  } catch (thrown) {
    const code = (thrown as { code?: string }).code;
    if (code === 'FST_FILES_LIMIT') throw errors('upload.too-many', { limit: files });
    if (thrown instanceof CodedError || code?.startsWith('FST_')) throw thrown;
    throw errors(BROKEN, {}, { cause: thrown });
  }
}

async function* content(part: MultipartFile, name: string, limits: Limits): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    for await (const chunk of part.file as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      yield chunk;
    }
  } catch (thrown) {
    throw errors(BROKEN, {}, { cause: thrown });
  }
  if (part.file.truncated) {
    throw errors('upload.too-large', { name, limit: Math.round(limits.fileBytes / 2 ** 20) });
  }
  if (bytes === 0) throw errors('upload.empty', { name });
}

/** The sender's name for the file, without its path and without characters that garble a terminal or a header. */
function fileName(part: MultipartFile): string {
  const base = (part.filename ?? '').split(/[\\/]/).pop()!;
  const clean = base
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
    .trim();
  return [...clean].slice(0, 200).join('') || 'file';
}
