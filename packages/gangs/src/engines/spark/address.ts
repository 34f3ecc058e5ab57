import { errors } from '../../errors.ts';

/** Where a Thrift server listens, and how to speak to it. */
export interface SparkAddress {
  readonly transport: 'tcp' | 'http';
  readonly secure: boolean;
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly user: string;
  readonly password: string;
  /** Without SASL, where the server is told `hive.server2.authentication=NOSASL`. */
  readonly plainSocket: boolean;
  /** Without user and password, for messages. */
  readonly shown: string;
}

/**
 * `thrift://[user:password@]host:port[?auth=nosasl&ssl=true]`, `http(s)://…/cliservice`.
 * @throws CodedError `gangs.spark-url`
 */
export function sparkAddress(given: string): SparkAddress {
  const url = URL.parse(given);
  const shown = url ? `${url.protocol}//${url.host}` : given.replace(/\/\/[^@/]*@/, '//');
  if (!url?.hostname || !/^(?:thrift|https?):$/.test(url.protocol))
    throw errors('gangs.spark-url', { url: shown });
  const http = url.protocol !== 'thrift:';
  const secure = url.protocol === 'https:' || url.searchParams.get('ssl') === 'true';
  return {
    transport: http ? 'http' : 'tcp',
    secure,
    host: url.hostname,
    port: Number(url.port) || (http ? (secure ? 443 : 10_001) : 10_000),
    path: url.pathname.length > 1 ? url.pathname : '/cliservice',
    user: decodeURIComponent(url.username) || 'jianzhen',
    // A server that asks nobody still takes no empty password.
    password: decodeURIComponent(url.password) || 'anonymous',
    plainSocket: url.searchParams.get('auth') === 'nosasl',
    shown,
  };
}
