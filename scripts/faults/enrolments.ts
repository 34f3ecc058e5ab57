import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, clientOf } from '../../apps/server/test/support/client.ts';
import { spawnServer } from '../../apps/server/test/support/process.ts';
import { plainVoiceModel } from '../plain-back-end.ts';
import type { Tally } from './load.ts';

export interface EnrolmentOptions {
  readonly dir: string;
  readonly databaseUrl?: string;
  readonly kills: number;
  readonly random: () => number;
}

/** How long the examiner of these tests takes to listen; kills fall before, within and after. */
const LISTENING_MS = 120;
const LATEST_KILL_MS = 350;

/** Kills the process with SIGKILL in the midst of one enrolment after another; each is sent again under its key until it is taken. */
export async function killEnrolments({ dir, databaseUrl, kills, random }: EnrolmentOptions): Promise<Tally> {
  const model = await plainVoiceModel();
  const env = {
    JIANZHEN_VOICE_MODEL: model,
    ...(databaseUrl && {
      DATABASE_URL: databaseUrl,
      JIANZHEN_FIELD_KEY: Buffer.alloc(32, 7).toString('base64'),
    }),
  };
  const start = () => spawnServer({ dir, delayMs: LISTENING_MS, env });
  let server = await start();
  const send = (key: number): Promise<Answer | null> => {
    const body = new FormData();
    for (const [name, value] of [
      ['kind', 'watch'],
      ['by', 'faults'],
      ['reason', `enrolment ${key}`],
    ] as const)
      body.append(name, value);
    body.append('files', new Blob(['voice: anna']), 'anna.wav');
    const headers = { 'idempotency-key': `enrolment-${key}` };
    return clientOf(server.url)
      .send('POST', '/v1/voiceprints', { headers, body })
      .catch(() => null);
  };
  const tally = { exhibits: kills, repeats: 0, lost: 0, doubled: 0, wrongAnswers: 0 };
  try {
    for (let key = 0; key < kills; key++) {
      const sent = send(key);
      await sleep(random() * LATEST_KILL_MS);
      await server.kill();
      const before = await sent;
      server = await start();
      tally.repeats++;
      const after = await send(key);
      if (after?.status !== 201) tally.wrongAnswers++;
      // What was answered once is answered again.
      else if (before?.status === 201 && before.body.id !== after.body.id) tally.doubled++;
    }
    const { voiceprints } = (await clientOf(server.url).get('/v1/voiceprints?kind=watch&limit=200')).body;
    const reasons: string[] = voiceprints.map(({ reason }: { reason: string }) => reason);
    tally.lost = kills - new Set(reasons).size;
    tally.doubled += reasons.length - new Set(reasons).size;
    return tally;
  } finally {
    await server.kill();
    await rm(dirname(model), { recursive: true });
  }
}
