import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, clientOf, readEvents } from '../../apps/server/test/support/client.ts';

/** What became of a scenario's files; anything but zeros in the last three is a failure. */
export interface Tally {
  readonly exhibits: number;
  /** Attempts to upload that failed and were repeated under the same idempotency key. */
  readonly repeats: number;
  /** Files without a finished exhibit, or whose bytes or findings are not all there. */
  readonly lost: number;
  /** Files with more than one exhibit, or results written more than once. */
  readonly doubled: number;
  /** Answers without a coded error, or with one that says something else than what was the matter. */
  readonly wrongAnswers: number;
}

const KINDS = [
  { content: 'forged', findings: 2 },
  { content: 'genuine', findings: 0 },
  { content: 'suspicious,forged', findings: 4 },
];

/** A sender that does not give up: it repeats each file until the server took it, and then looks after everything it sent. */
export function createLoad(currentUrl: () => string, allowed: readonly string[] = []) {
  const sent = new Map<string, { content: string; findings: number }>();
  let caseId = '';
  let repeats = 0;
  let wrongAnswers = 0;

  const persist = async <T>(attempt: (client: Client) => Promise<T | null>): Promise<T> => {
    for (let waited = 0; waited < 120_000; waited += 100) {
      try {
        const result = await attempt(clientOf(currentUrl()));
        if (result !== null) return result;
      } catch (thrown) {
        // A connection that broke, or none; anything else is a fault of this script.
        if (!(thrown instanceof TypeError)) throw thrown;
      }
      repeats++;
      await sleep(100);
    }
    throw new Error('the server did not come back within two minutes');
  };
  const taken = ({ status, body }: { status: number; body: { error?: { code?: string } } }): boolean => {
    if (status === 201) return true;
    const code = body.error?.code;
    if (status < 500 || !code || !allowed.includes(code)) wrongAnswers++;
    return false;
  };

  return {
    get caseId() {
      return caseId;
    },

    async open(): Promise<void> {
      caseId = await persist(async (client) => {
        const answer = await client.post('/v1/cases', {}, { 'idempotency-key': 'the-case' });
        return taken(answer) ? (answer.body.id as string) : null;
      });
    },

    async send(count: number, everyMs: number): Promise<void> {
      for (let i = 0; i < count; i++) {
        const name = `${sent.size}.jpg`;
        const { content, findings } = KINDS[sent.size % KINDS.length]!;
        const file = { content: `${content} ${name}`, findings };
        sent.set(name, file);
        await persist(async (client) => {
          const headers = { 'idempotency-key': name };
          const answer = await client.upload(
            `/v1/cases/${caseId}/exhibits`,
            { [name]: file.content },
            headers,
          );
          return taken(answer) ? true : null;
        });
        await sleep(everyMs);
      }
    },

    async tally(): Promise<Tally> {
      const client = clientOf(currentUrl());
      const done = await client
        .finished(caseId, 120_000)
        .catch(async () => (await client.get(`/v1/cases/${caseId}`)).body);
      let lost = 0;
      let doubled = 0;
      // A case that never gets done has no last event to wait for; its files count as lost by their state.
      const ended = done.status === 'done' ? await endings(currentUrl(), caseId) : new Map<string, number>();
      for (const [name, { content, findings }] of sent) {
        const exhibits = done.exhibits.filter((exhibit: { name: string }) => exhibit.name === name);
        if (exhibits.length > 1) doubled++;
        const [exhibit] = exhibits;
        if (exhibit?.status !== 'done') {
          lost++;
          continue;
        }
        const { body } = await client.get(`/v1/exhibits/${exhibit.id}/findings`);
        const original = await client.get(`/v1/exhibits/${exhibit.id}/original`);
        const whole = original.body.toString() === content && (await pictures(client, exhibit));
        if (body.findings.length < findings || !whole) lost++;
        if (body.findings.length > findings || (ended.get(exhibit.id) ?? 0) > 1) doubled++;
      }
      return { exhibits: sent.size, repeats, lost, doubled, wrongAnswers };
    },
  };
}

/** Whether each page's pictures can be fetched. */
async function pictures(client: Client, exhibit: { id: string }): Promise<boolean> {
  const { body } = await client.get(`/v1/exhibits/${exhibit.id}`);
  for (const { image, mask, heatmap } of body.pages) {
    for (const path of [image, mask, heatmap]) {
      if (path && (await client.get(path)).status !== 200) return false;
    }
  }
  return true;
}

/** How often the audit trail says of each exhibit that it was done. */
async function endings(url: string, caseId: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const newest = await readEvents(
    `${url}/v1/events?after=0&caseId=${caseId}`,
    {},
    (events) =>
      events.some(({ data }) => data.type === 'case.updated' && data.data.status === 'done') && quiet(events),
  );
  for (const { data } of newest) {
    if (data.type === 'exhibit.done') counts.set(data.exhibitId, (counts.get(data.exhibitId) ?? 0) + 1);
  }
  return counts;
}

/** The stream caught up: as many exhibits ended as were queued. */
function quiet(events: readonly { data: { type: string; exhibitId: string } }[]): boolean {
  const of = (type: string) =>
    new Set(events.filter(({ data }) => data.type === type).map(({ data }) => data.exhibitId)).size;
  return of('exhibit.done') + of('exhibit.failed') >= of('exhibit.queued');
}
