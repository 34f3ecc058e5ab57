import type { FastifyInstance } from 'fastify';
import { errors } from '../errors.ts';

/** The console's pages: own scripts only; Ant Design writes its styles into the page. */
const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Answers of the interface and evidence: nothing in them may run, whatever a sender smuggled into a file. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i;

/**
 * Headers on every answer, and two gates for a service that has no log-in of its own: a browser may not be led
 * here by another site (cross-site writes), nor by a name that resolves to this machine (DNS rebinding).
 */
export function secure(app: FastifyInstance, { loopback }: { loopback: boolean }): void {
  app.addHook('onRequest', async (request, reply) => {
    const data = request.url.startsWith('/v1/') || request.url === '/openapi.json';
    reply.headers({
      'content-security-policy': data ? DATA_POLICY : PAGE_POLICY,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=()',
      'x-request-id': request.id,
    });
    if (data) reply.header('cache-control', 'no-store');

    const host = request.headers.host ?? '';
    if (loopback && !LOOPBACK.test(host)) throw errors('request.foreign', { origin: host });
    if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return;
    const { origin } = request.headers;
    if (origin !== undefined && !sameSite(origin, host)) throw errors('request.foreign', { origin });
  });
}

function sameSite(origin: string, host: string): boolean {
  const from = URL.canParse(origin) ? new URL(origin).host : '';
  return from === host || (LOOPBACK.test(from) && LOOPBACK.test(host));
}
