import { resolve } from 'node:path';
import {
  CALLERS,
  CAMPAIGN,
  type CallRules,
  type CampaignRule,
  type CodeJudge,
  type Examiner,
  MAX_ATTEMPTS,
  MAX_DELIVERY_ATTEMPTS,
} from '@jianzhen/cases';
import { errors } from './errors.ts';
import { LIMITS, type Limits } from './http/deps.ts';
import { endpointsFrom, type WebhookEndpoint } from './webhooks/endpoint.ts';

export type Role = 'api' | 'worker';

export type LogLevel = 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

export interface ServerOptions {
  /** What this process does; everything unless told. */
  readonly roles?: readonly Role[];
  readonly host?: string;
  /** 0 takes any free port. */
  readonly port?: number;
  /** Folder of the embedded database and the blobs. */
  readonly dataDir?: string;
  /** `postgres://…`; the embedded database where absent. */
  readonly databaseUrl?: string | undefined;
  /** A folder or `s3://bucket/prefix?endpoint=…&region=…`; `<dataDir>/blobs` where absent. */
  readonly blobsUrl?: string | undefined;
  /** Keys of encrypted fields, as `JIANZHEN_FIELD_KEY` has them. */
  readonly fieldKey?: string | undefined;
  /** Which channel of a call is the customer's, and how long voiceprints of calls are kept. */
  readonly calls?: Partial<CallRules>;
  /** Days that scans of no case are kept; 0 keeps them for ever. */
  readonly scanDays?: number;
  /** Exhibits examined at one time by this process. */
  readonly concurrency?: number;
  /** Examinations of one exhibit that may break off before it counts as failed. */
  readonly maxAttempts?: number;
  readonly limits?: Partial<Limits>;
  /** Minutes between two runs of the miner of gangs; 0 runs it only when asked. */
  readonly mineMinutes?: number;
  /** Folder of the console's build; null serves none. */
  readonly console?: string | null;
  /** Lines of JSON on standard error from this level up. */
  readonly logLevel?: LogLevel;
  /** What examines; the engine unless told. It is closed with the server. */
  readonly examiner?: () => Promise<Examiner>;
  /** What reads and judges codes; the engine unless told. It is closed with the server. */
  readonly codeJudge?: () => Promise<CodeJudge>;
  /** Where messages about alerts go. */
  readonly webhooks?: readonly WebhookEndpoint[];
  /** Attempts at one message before it is a dead letter. */
  readonly webhookAttempts?: number;
  /** How long an endpoint may take to answer. */
  readonly webhookTimeoutMs?: number;
  /** When a spreading code is a campaign. */
  readonly campaign?: Partial<CampaignRule>;
}

const CONSOLE = resolve(import.meta.dirname, '../../console/dist');

/** Options with their defaults. @throws `server.roles` */
export function complete(options: ServerOptions) {
  const { roles = ['api', 'worker'], databaseUrl } = options;
  const both = roles.includes('api') && roles.includes('worker');
  if (!databaseUrl && !both) throw errors('server.roles');
  return {
    host: '127.0.0.1',
    port: 8080,
    dataDir: '.jianzhen',
    concurrency: 2,
    maxAttempts: MAX_ATTEMPTS,
    mineMinutes: 60,
    scanDays: 0,
    webhooks: [],
    webhookAttempts: MAX_DELIVERY_ATTEMPTS,
    console: CONSOLE,
    logLevel: 'silent' as const,
    ...options,
    roles,
    limits: { ...LIMITS, ...options.limits },
    campaign: { ...CAMPAIGN, ...options.campaign },
    calls: { ...CALLERS, ...options.calls },
  };
}

const NUMBERS = {
  JIANZHEN_PORT: [0, 65_535],
  JIANZHEN_CONCURRENCY: [1, 256],
  JIANZHEN_MAX_FILE_MB: [1, 4096],
  JIANZHEN_WEBHOOK_ATTEMPTS: [1, 1000],
  JIANZHEN_CAMPAIGN_CUSTOMERS: [2, 1_000_000],
  JIANZHEN_CAMPAIGN_HOURS: [1, 8760],
  JIANZHEN_MINE_MINUTES: [0, 10_080],
  JIANZHEN_CUSTOMER_CHANNEL: [1, 2],
  JIANZHEN_VOICE_DAYS: [0, 3650],
  JIANZHEN_SCAN_DAYS: [0, 3650],
} as const;

/** Options from the environment. @throws `server.option` */
export function fromEnvironment(env: NodeJS.ProcessEnv): ServerOptions {
  const number = (name: keyof typeof NUMBERS): number | undefined => {
    const value = env[name];
    if (!value) return undefined;
    const [least, most] = NUMBERS[name];
    const parsed = Number(value);
    if (!Number.isInteger(parsed) || parsed < least || parsed > most) {
      throw errors('server.option', { name, value });
    }
    return parsed;
  };
  const roles = env.JIANZHEN_ROLES?.split(',').map((role) => {
    if (role !== 'api' && role !== 'worker') {
      throw errors('server.option', { name: 'JIANZHEN_ROLES', value: role });
    }
    return role as Role;
  });
  const [
    port,
    concurrency,
    megabytes,
    webhookAttempts,
    customers,
    hours,
    mineMinutes,
    channel,
    days,
    scanDays,
  ] = [
    number('JIANZHEN_PORT'),
    number('JIANZHEN_CONCURRENCY'),
    number('JIANZHEN_MAX_FILE_MB'),
    number('JIANZHEN_WEBHOOK_ATTEMPTS'),
    number('JIANZHEN_CAMPAIGN_CUSTOMERS'),
    number('JIANZHEN_CAMPAIGN_HOURS'),
    number('JIANZHEN_MINE_MINUTES'),
    number('JIANZHEN_CUSTOMER_CHANNEL'),
    number('JIANZHEN_VOICE_DAYS'),
    number('JIANZHEN_SCAN_DAYS'),
  ];
  return {
    ...(roles && { roles }),
    ...(env.JIANZHEN_HOST && { host: env.JIANZHEN_HOST }),
    ...(port !== undefined && { port }),
    ...(env.JIANZHEN_DIR && { dataDir: env.JIANZHEN_DIR }),
    ...(concurrency !== undefined && { concurrency }),
    ...(megabytes !== undefined && { limits: { fileBytes: megabytes * 2 ** 20 } }),
    ...(mineMinutes !== undefined && { mineMinutes }),
    ...(scanDays !== undefined && { scanDays }),
    webhooks: endpointsFrom(env),
    ...(webhookAttempts !== undefined && { webhookAttempts }),
    campaign: {
      ...(customers !== undefined && { customers }),
      ...(hours !== undefined && { hours }),
    },
    calls: {
      ...(channel !== undefined && { customerChannel: channel }),
      ...(days !== undefined && { days }),
    },
    fieldKey: env.JIANZHEN_FIELD_KEY || undefined,
    databaseUrl: env.DATABASE_URL || undefined,
    blobsUrl: env.JIANZHEN_BLOBS || undefined,
  };
}
