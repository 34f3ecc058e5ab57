import {
  createAlerts,
  createCases,
  createGangs,
  createIntake,
  createMining,
  createScans,
  createVoices,
} from '@jianzhen/cases';
import { pino } from 'pino';
import { createApp } from './app.ts';
import { type Deps, LIMITS } from './deps.ts';

/** The OpenAPI document of the interface, without a store or a socket behind it. */
export async function openApi(): Promise<object> {
  const nothing = {} as never;
  const deps: Deps = {
    cases: createCases(nothing),
    intake: createIntake(nothing),
    scans: createScans(nothing, nothing),
    alerts: createAlerts(nothing),
    gangs: createGangs(nothing),
    voices: createVoices(nothing, nothing, nothing, nothing),
    mining: createMining(nothing, nothing, nothing),
    leads: () => Promise.reject(new TypeError('a description makes no packages')),
    store: nothing,
    blobs: nothing,
    bus: nothing,
    examiner: () => Promise.reject(new TypeError('a description examines nothing')),
    difference: () => Promise.reject(new TypeError('a description compares nothing')),
    sealDifference: () => Promise.reject(new TypeError('a description compares nothing')),
    portraits: () => Promise.reject(new TypeError('a description compares nothing')),
    limits: LIMITS,
    closing: new AbortController().signal,
  };
  const app = await createApp(deps, { log: pino({ level: 'silent' }), console: null, loopback: true });
  try {
    await app.ready();
    return app.swagger();
  } finally {
    await app.close();
  }
}
