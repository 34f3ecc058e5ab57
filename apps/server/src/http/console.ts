import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fixed from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { errors } from '../errors.ts';

/**
 * Serves the console's built pages at `/`, its index for addresses that only the console knows, and a coded 404
 * for the rest. Without a build there is the interface alone.
 */
export async function serveConsole(app: FastifyInstance, folder: string | null): Promise<void> {
  const built = folder !== null && existsSync(resolve(folder, 'index.html'));
  if (built) {
    await app.register(fixed, {
      root: resolve(folder),
      setHeaders: (reply, path) => {
        // Bundles carry their hash in the name; the index must be asked for each time.
        const forever = path.includes('/assets/');
        reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0]!;
    const page = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (built && page && !path.startsWith('/v1/')) return reply.sendFile('index.html');
    throw errors('request.unknown-route', { method: request.method, path });
  });
}
