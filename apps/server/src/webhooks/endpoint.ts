import { errors } from '../errors.ts';

/** Where messages about alerts go. */
export interface WebhookEndpoint {
  /** Stands in the list of deliveries; the address may change under it. */
  readonly name: string;
  readonly url: string;
  /** It is told of this lender's customers alone; of everybody's where null. */
  readonly lenderId: string | null;
  /** `whsec_` and base64, or any text of at least 24 bytes. */
  readonly secret: string;
}

const URL_VARIABLE = /^JIANZHEN_WEBHOOK_URL(?:_(\w+))?$/;
const LEAST_SECRET_BYTES = 24;

/**
 * `JIANZHEN_WEBHOOK_URL` with `JIANZHEN_WEBHOOK_SECRET` and, where it may hear of one lender's customers alone,
 * `JIANZHEN_WEBHOOK_LENDER`; and any number of further ones that end in `_NAME`.
 * @throws `server.option`, which never tells a secret
 */
export function endpointsFrom(env: NodeJS.ProcessEnv): WebhookEndpoint[] {
  return Object.entries(env).flatMap(([variable, value]) => {
    const found = URL_VARIABLE.exec(variable);
    if (!found || !value) return [];
    const beside = (what: string) => env[variable.replace('_URL', what)];
    const name = found[1]?.toLowerCase() ?? 'default';
    return checked(
      { name, url: value, secret: beside('_SECRET') ?? '', lenderId: beside('_LENDER') || null },
      variable,
    );
  });
}

function checked(endpoint: WebhookEndpoint, variable: string): WebhookEndpoint {
  const { url, secret } = endpoint;
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.username || parsed.password) {
    throw errors('server.option', { name: variable, value: url });
  }
  if (keyOf(secret).length < LEAST_SECRET_BYTES) {
    throw errors('server.option', { name: variable.replace('_URL', '_SECRET'), value: '…' });
  }
  return endpoint;
}

/** The bytes that sign. */
export function keyOf(secret: string): Buffer {
  return secret.startsWith('whsec_')
    ? Buffer.from(secret.slice('whsec_'.length), 'base64')
    : Buffer.from(secret);
}
