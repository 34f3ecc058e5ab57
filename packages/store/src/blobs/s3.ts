import { createHash, randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Readable as ReadableStream } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { BlobStore } from '@jianzhen/cases';
import { CodedError } from '@jianzhen/evidence';
import { errors } from '../errors.ts';

/** S3's least size of a part that is not the last. */
const PART = 5 * 1024 * 1024;

/**
 * Blobs as objects `<prefix>ab/cd/<sha256>` of a bucket: `s3://bucket/prefix?endpoint=https://…&region=…`. With an
 * endpoint of one's own, the bucket goes into the path. Credentials come as the AWS SDK finds them (environment, files, roles).
 *
 * A name is known only when all bytes were read. What fits into one part waits in memory for it; what does not is streamed
 * to `<prefix>incoming/…` and copied to its name by the service. A lifecycle rule on `incoming/` clears what a dying process left.
 */
export async function openS3(address: string): Promise<BlobStore> {
  const url = new URL(address);
  const Bucket = url.hostname;
  const prefix = url.pathname.replace(/^\/+/, '').replace(/([^/])$/, '$1/');
  const endpoint = url.searchParams.get('endpoint');
  const client = new S3Client({
    region: url.searchParams.get('region') ?? 'us-east-1',
    ...(endpoint && { endpoint, forcePathStyle: true }),
    // Checksums that compatible services may not know are sent only where the operation asks for them.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 4,
  });
  const keyOf = (sha256: string) => `${prefix}${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
  const where = `s3://${Bucket}/${prefix}`;

  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (thrown) {
      if (thrown instanceof CodedError) throw thrown;
      const detail = (thrown as Error).message || (thrown as Error).name;
      throw errors('store.blobs-unavailable', { where, detail }, { cause: thrown });
    }
  };
  const head = (Key: string) => client.send(new HeadObjectCommand({ Bucket, Key })).catch(absent);

  const putWhole = async (body: Uint8Array, sha256: string) => {
    const Key = keyOf(sha256);
    if (await head(Key)) return;
    await client.send(new PutObjectCommand({ Bucket, Key, Body: body, ContentLength: body.length }));
  };

  const get = async (sha256: string) =>
    client.send(new GetObjectCommand({ Bucket, Key: keyOf(sha256) })).catch(absent);

  return {
    async put(source) {
      const hash = createHash('sha256');
      let bytes = 0;
      let failed: { thrown: unknown } | null = null;
      const counted = (async function* () {
        try {
          for await (const chunk of source instanceof Uint8Array ? [source] : source) {
            hash.update(chunk);
            bytes += chunk.length;
            yield chunk;
          }
        } catch (thrown) {
          failed = { thrown };
          throw thrown;
        }
      })();

      try {
        const start: Uint8Array[] = [];
        let ended = false;
        while (bytes <= PART && !ended) {
          const next = await counted.next();
          if (next.done) ended = true;
          else start.push(next.value);
        }
        if (ended) {
          const sha256 = hash.digest('hex');
          await putWhole(Buffer.concat(start), sha256);
          return { sha256, bytes };
        }
        const temporary = `${prefix}incoming/${randomUUID()}`;
        const Body = ReadableStream.from(
          (async function* () {
            yield* start;
            yield* counted;
          })(),
          { objectMode: false },
        );
        await new Upload({
          client,
          params: { Bucket, Key: temporary, Body },
          partSize: PART,
          queueSize: 2,
        }).done();
        const sha256 = hash.digest('hex');
        if (!(await head(keyOf(sha256)))) {
          const CopySource = encodeURI(`${Bucket}/${temporary}`);
          await client.send(new CopyObjectCommand({ Bucket, Key: keyOf(sha256), CopySource }));
        }
        await client.send(new DeleteObjectCommand({ Bucket, Key: temporary }));
        return { sha256, bytes };
      } catch (thrown) {
        // The sender's fault stays the sender's; anything else is the service's.
        const own = failed as { thrown: unknown } | null;
        if (own) throw own.thrown;
        return guard(() => Promise.reject(thrown));
      }
    },

    open: (sha256) =>
      guard(async () => {
        const found = await get(sha256);
        return found && { bytes: found.ContentLength ?? 0, stream: found.Body as Readable };
      }),

    read: (sha256) =>
      guard(async () => {
        const found = await get(sha256);
        if (!found) throw errors('store.blob-missing', { sha256 });
        const bytes = await found.Body!.transformToByteArray();
        const actual = createHash('sha256').update(bytes).digest('hex');
        if (actual !== sha256) throw errors('store.blob-corrupted', { sha256, actual });
        return bytes;
      }),

    ping: () =>
      guard(async () => {
        await client.send(new HeadBucketCommand({ Bucket }));
      }),

    async close() {
      client.destroy();
    },
  };
}

function absent(thrown: { name?: string; $metadata?: { httpStatusCode?: number } }): null {
  if (thrown.name === 'NoSuchKey' || thrown.name === 'NotFound') return null;
  throw thrown;
}
