import { join } from 'node:path';
import {
  type CodeJudge,
  type ComplaintReader,
  createAlerts,
  createCases,
  createDelivering,
  createExamination,
  createGangs,
  createIntake,
  createMining,
  createScans,
  createVoices,
  type Examiner,
  forgetScans,
  type SealMatcher,
  type TemplateMatcher,
  type VoiceMatcher,
} from '@jianzhen/cases';
import { openStore } from '@jianzhen/store';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { complete, type ServerOptions } from './config.ts';
import { createApp } from './http/app.ts';
import { mineByTheClock } from './mine-by-the-clock.ts';
import { tidyByTheClock } from './tidy-by-the-clock.ts';
import { version } from './version.ts';
import { createSender } from './webhooks/sender.ts';

/** How long running examinations may go on after the order to stop; what is not done by then runs again later. */
const GRACE_MS = 10_000;

/** Messages under way at one time by this process. */
const DELIVERING = 4;

export interface Server {
  /** Where the interface and the console are; null for a process that is a worker only. */
  readonly url: string | null;
  /** Takes no new work, lets running work end, and closes everything. */
  close(): Promise<void>;
}

/**
 * Starts a process of the service in one or both roles. Resolves when it answers.
 * @throws `server.roles`, and what opening the store throws
 */
export async function startServer(given: ServerOptions = {}): Promise<Server> {
  const options = complete(given);
  const log = pino({ level: options.logLevel }, pino.destination({ dest: 2, sync: true }));
  const store = await openStore({ ...options, onError: (error) => log.warn(error) });
  const closing = new AbortController();

  let examiner: Promise<Examiner> | null = null;
  const getExaminer = () => {
    examiner ??= options.examiner?.() ?? startEngine(options.concurrency);
    return examiner;
  };

  let codeJudge: Promise<CodeJudge> | null = null;
  const getCodeJudge = () => {
    codeJudge ??= (options.codeJudge ?? openJudge)().catch((thrown: unknown) => {
      // The next request tries again.
      codeJudge = null;
      throw thrown;
    });
    return codeJudge;
  };

  let voiceMatcher: Promise<VoiceMatcher | null> | null = null;
  const getVoiceMatcher = () => {
    voiceMatcher ??= openVoices().then(
      (opened) => {
        // A model that is installed later is found then.
        if (!opened) voiceMatcher = null;
        return opened;
      },
      (thrown: unknown) => {
        voiceMatcher = null;
        throw thrown;
      },
    );
    return voiceMatcher;
  };
  const { calls } = options;
  const voices = createVoices(store.cases, store.voices, getExaminer, getVoiceMatcher, { calls });

  const sender = createSender(options.webhooks, {
    ...(options.webhookTimeoutMs && { timeoutMs: options.webhookTimeoutMs }),
  });
  const { endpoints } = sender;
  // Loaded when first needed, as the engine is.
  const complaints: ComplaintReader = {
    read: async (text) => (await import('@jianzhen/engine')).createComplaintReader().read(text),
    scripts: async (all) => (await import('@jianzhen/engine')).createComplaintReader().scripts(all),
  };
  const mining = createMining(
    store.gangs,
    {
      mine: async (cases, traces) => (await import('@jianzhen/engine')).createGangMiner().mine(cases, traces),
    },
    complaints,
  );

  const app = options.roles.includes('api')
    ? await createApp(
        {
          cases: createCases(store.cases, { complaints }),
          intake: createIntake(store.cases),
          scans: createScans(store.alerts, getCodeJudge, { endpoints, campaign: options.campaign }),
          alerts: createAlerts(store.alerts, { endpoints }),
          gangs: createGangs(store.gangs),
          voices,
          mining,
          leads: async () =>
            (await import('@jianzhen/engine')).openLeadDesk(join(options.dataDir, 'leads'), store, version),
          store: store.cases,
          blobs: store.blobs,
          bus: store.bus,
          examiner: getExaminer,
          difference: async (first, second) =>
            (await import('@jianzhen/engine')).drawDifference(first, second),
          sealDifference: async (first, second) => {
            const { drawSealDifference, openSealNetwork } = await import('@jianzhen/engine');
            return drawSealDifference(first, second, await openSealNetwork());
          },
          portraits: async (card, selfie) =>
            (await import('@jianzhen/engine')).comparePortraits(card, selfie),
          limits: options.limits,
          closing: closing.signal,
        },
        { log, console: options.console, loopback: isLoopback(options.host) },
      )
    : null;

  let stopMining = async () => {};
  let stopTidying = async () => {};
  let closed: Promise<void> | null = null;
  const close = async () => {
    closing.abort();
    if (app) await closeApp(app);
    await stopMining();
    await stopTidying();
    await store.queue.stop(GRACE_MS);
    await (await examiner)?.close();
    await (await codeJudge?.catch(() => null))?.close();
    await store.close();
  };

  try {
    if (options.roles.includes('worker')) {
      const examination = createExamination(store.cases, store.blobs, await getExaminer(), {
        ...options,
        ...(await startMatchers()),
        voices: getVoiceMatcher,
      });
      await store.queue.work((job) => examination.run(job.exhibitId), { concurrency: options.concurrency });
      if (endpoints.length > 0) {
        const delivering = createDelivering(store.alerts, sender, { maxAttempts: options.webhookAttempts });
        await store.queue.deliver((job) => delivering.run(job.deliveryId), { concurrency: DELIVERING });
      }
    }
    if (options.roles.includes('worker')) {
      const tidy = async () => ({
        ...(await voices.tidy()),
        scans: await forgetScans(store.alerts, { days: options.scanDays }),
      });
      stopTidying = tidyByTheClock(tidy, log);
    }
    if (options.roles.includes('worker') && options.mineMinutes > 0)
      stopMining = mineByTheClock(mining, options.mineMinutes, log);
    const url = app ? await app.listen({ host: options.host, port: options.port }) : null;
    return {
      url,
      close() {
        closed ??= close();
        return closed;
      },
    };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

/** Lets requests under way end, drops connections that idle in the hope of more, and at last cuts off what hangs. */
async function closeApp(app: FastifyInstance): Promise<void> {
  const idle = setInterval(() => app.server.closeIdleConnections(), 50);
  const cut = setTimeout(() => app.server.closeAllConnections(), GRACE_MS);
  await app.close();
  clearInterval(idle);
  clearTimeout(cut);
}

/** Loaded when first needed: a process that only takes uploads in does without the detectors. */
async function startEngine(threads: number): Promise<Examiner> {
  const { createEngine } = await import('@jianzhen/engine');
  return createEngine({ threads });
}

async function openJudge(): Promise<CodeJudge> {
  return (await import('@jianzhen/engine')).openCodeJudge();
}

async function openVoices(): Promise<VoiceMatcher | null> {
  return (await import('@jianzhen/engine')).openVoiceMatcher();
}

async function startMatchers(): Promise<{ templates: TemplateMatcher; seals: SealMatcher }> {
  const { openSealMatcher, openTemplateMatcher } = await import('@jianzhen/engine');
  return { templates: await openTemplateMatcher(), seals: await openSealMatcher() };
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
