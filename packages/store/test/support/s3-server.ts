import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface S3Server {
  readonly url: string;
  /** Objects by `bucket/key`. */
  readonly objects: Map<string, Buffer>;
  /** Unfinished multipart uploads by id. */
  readonly uploads: Map<string, Map<number, Buffer>>;
  /** `METHOD path?query` of every request. */
  readonly requests: string[];
  /** Answers every request with this status until set to 0. */
  trouble: number;
  close(): Promise<void>;
}

const etag = (body: Buffer) => `"${createHash('md5').update(body).digest('hex')}"`;
const xml = (name: string, inner: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><${name}>${inner}</${name}>`;

/** As much of the S3 protocol as a client needs for objects, copies and multipart uploads; signatures go unchecked. */
export async function startS3(bucket: string): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  const uploads = new Map<string, Map<number, Buffer>>();
  const requests: string[] = [];

  const answer = (
    response: ServerResponse,
    status: number,
    headers: Record<string, string> = {},
    body: string | Buffer = '',
  ) => {
    response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers });
    response.end(body);
  };
  const error = (response: ServerResponse, status: number, code: string) =>
    answer(
      response,
      status,
      { 'content-type': 'application/xml' },
      xml('Error', `<Code>${code}</Code><Message>${code}</Message>`),
    );

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url!, 'http://s3');
    const path = decodeURIComponent(url.pathname.slice(1));
    requests.push(`${request.method} ${path}${url.search}`);
    const body = await buffer(request);
    if (server.trouble) return error(response, server.trouble, 'ServiceUnavailable');
    if (path.split('/')[0] !== bucket) return error(response, 404, 'NoSuchBucket');
    const upload = uploads.get(url.searchParams.get('uploadId') ?? '');
    const found = objects.get(path);

    switch (request.method) {
      case 'HEAD':
        if (path === bucket || path === `${bucket}/`) return answer(response, 200);
        if (!found) return answer(response, 404);
        response.writeHead(200, { 'content-length': found.length, etag: etag(found) });
        response.end();
        return;
      case 'GET':
        return found
          ? answer(response, 200, { etag: etag(found) }, found)
          : error(response, 404, 'NoSuchKey');
      case 'DELETE':
        if (upload) uploads.delete(url.searchParams.get('uploadId')!);
        else objects.delete(path);
        return answer(response, 204);
      case 'PUT': {
        const source = request.headers['x-amz-copy-source'];
        if (typeof source === 'string') {
          const copied = objects.get(decodeURIComponent(source).replace(/^\//, ''));
          if (!copied) return error(response, 404, 'NoSuchKey');
          objects.set(path, copied);
          return answer(response, 200, {}, xml('CopyObjectResult', `<ETag>${etag(copied)}</ETag>`));
        }
        if (upload) upload.set(Number(url.searchParams.get('partNumber')), body);
        else objects.set(path, body);
        return answer(response, 200, { etag: etag(body) });
      }
      case 'POST':
        if (url.searchParams.has('uploads')) {
          const id = randomUUID();
          uploads.set(id, new Map());
          return answer(
            response,
            200,
            {},
            xml('InitiateMultipartUploadResult', `<UploadId>${id}</UploadId>`),
          );
        }
        if (!upload) return error(response, 404, 'NoSuchUpload');
        objects.set(path, Buffer.concat([...upload].sort(([a], [b]) => a - b).map(([, part]) => part)));
        uploads.delete(url.searchParams.get('uploadId')!);
        return answer(response, 200, {}, xml('CompleteMultipartUploadResult', '<ETag>"whole"</ETag>'));
    }
    return error(response, 405, 'MethodNotAllowed');
  };

  const listener = createServer((request, response) => void handle(request, response));
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const server: S3Server = {
    url: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    objects,
    uploads,
    requests,
    trouble: 0,
    async close() {
      listener.closeAllConnections();
      listener.close();
      await once(listener, 'close');
    },
  };
  return server;
}
