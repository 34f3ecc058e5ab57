import type { BlobStore } from '@jianzhen/cases';
import { errors as storeErrors } from '@jianzhen/store';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Pictures that a browser only ever draws, sound that it only ever plays. Everything else is saved, not opened, whatever it claims to be. */
const HARMLESS = new Set([
  ...['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/bmp'],
  ...['audio/wav', 'audio/flac', 'audio/mpeg', 'audio/ogg; codecs=opus'],
]);

/** Blobs never change, so a browser may keep what it was shown; it is private all the same. */
const FOREVER = 'private, max-age=31536000, immutable';

/** Streams a blob; 304 where the client has it. */
export async function sendBlob(
  request: FastifyRequest,
  reply: FastifyReply,
  blobs: BlobStore,
  sha256: string,
  mediaType: string,
  name: string,
): Promise<unknown> {
  if (prepare(request, reply, sha256, mediaType, name)) return reply.status(304).send();
  const blob = await blobs.open(sha256);
  if (!blob) throw storeErrors('store.blob-missing', { sha256 });
  return reply.header('content-length', blob.bytes).send(blob.stream);
}

function prepare(
  request: FastifyRequest,
  reply: FastifyReply,
  tag: string,
  mediaType: string,
  name: string,
): boolean {
  const harmless = HARMLESS.has(mediaType);
  const ascii = name.replace(/[^\w.-]/g, '_');
  const utf8 = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  reply.headers({
    etag: `"${tag}"`,
    'cache-control': FOREVER,
    'content-type': harmless ? mediaType : 'application/octet-stream',
    'content-disposition': `${harmless ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${utf8}`,
  });
  return request.headers['if-none-match'] === `"${tag}"`;
}
