import multipart from '@fastify/multipart';
import { newId } from '@jianzhen/cases';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { alertRoutes } from '../routes/alerts.ts';
import { caseRoutes } from '../routes/cases.ts';
import { checkRoutes } from '../routes/check.ts';
import { differenceRoutes } from '../routes/difference.ts';
import { eventRoutes } from '../routes/events.ts';
import { exhibitRoutes } from '../routes/exhibits.ts';
import { gangRoutes } from '../routes/gangs.ts';
import { healthRoutes } from '../routes/health.ts';
import { leadRoutes } from '../routes/leads.ts';
import { portraitRoutes } from '../routes/portraits.ts';
import { scanRoutes } from '../routes/scans.ts';
import { uploadRoutes } from '../routes/uploads.ts';
import { voiceRoutes } from '../routes/voices.ts';
import { serveConsole } from './console.ts';
import type { Deps } from './deps.ts';
import { handleFailures } from './failures.ts';
import { describe } from './openapi.ts';
import { secure } from './security.ts';

export interface AppOptions {
  readonly log: FastifyBaseLogger;
  /** Folder of the console's build, or null for none. */
  readonly console: string | null;
  /** Whether the server listens on the loopback interface only. */
  readonly loopback: boolean;
}

/** The HTTP interface over its dependencies; listens to nothing yet. */
export async function createApp(deps: Deps, options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: options.log,
    genReqId: () => newId(),
    bodyLimit: 256 * 1024,
    // Unknown fields are an error that the sender hears of, not silently dropped.
    ajv: { customOptions: { removeAdditional: false } },
  });
  handleFailures(app);
  secure(app, options);
  await app.register(multipart, { throwFileSizeLimit: false });
  await describe(app);
  for (const routes of [
    caseRoutes,
    uploadRoutes,
    exhibitRoutes,
    differenceRoutes,
    portraitRoutes,
    checkRoutes,
    scanRoutes,
    alertRoutes,
    eventRoutes,
    gangRoutes,
    leadRoutes,
    voiceRoutes,
    healthRoutes,
  ]) {
    await app.register(routes(deps));
  }
  await serveConsole(app, options.console);
  return app;
}
