import { setTimeout as sleep } from 'node:timers/promises';

// Bodies are whatever the server says: tests assert on their shape.
// biome-ignore lint/suspicious/noExplicitAny: the answer's shape is what is under test
type Body = any;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** A plain HTTP client of one server. */
export function clientOf(url: string) {
  const send = async (method: string, path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(new URL(path, url), { method, ...init });
    const json = response.headers.get('content-type')?.startsWith('application/json');
    const body: Body = json ? await response.json() : Buffer.from(await response.arrayBuffer());
    return { status: response.status, headers: response.headers, body };
  };
  const get = (path: string, headers: Record<string, string> = {}) => send('GET', path, { headers });
  const post = (path: string, json: unknown, headers: Record<string, string> = {}) =>
    send('POST', path, {
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(json),
    });
  const upload = (
    path: string,
    files: Record<string, string | Uint8Array>,
    headers: Record<string, string> = {},
  ) => {
    const form = new FormData();
    for (const [name, content] of Object.entries(files)) {
      form.append('files', new Blob([content as Uint8Array<ArrayBuffer>], { type: 'image/jpeg' }), name);
    }
    return send('POST', path, { headers, body: form });
  };
  /** Asks again and again until the case is done. */
  const finished = async (id: string, patienceMs = 20_000): Promise<Body> => {
    for (const end = Date.now() + patienceMs; ; await sleep(50)) {
      const { body } = await get(`/v1/cases/${id}`);
      if (body.status === 'done') return body;
      if (Date.now() > end) throw new Error(`case is still ${JSON.stringify(body)}`);
    }
  };
  return { send, get, post, upload, finished };
}
export type Client = ReturnType<typeof clientOf>;

export interface SentEvent {
  readonly id: string;
  readonly event: string;
  readonly data: Body;
}

/** Reads server-sent events until `enough` says so. */
export async function readEvents(
  url: string,
  headers: Record<string, string>,
  enough: (events: SentEvent[]) => boolean,
  opened: () => unknown = () => {},
): Promise<SentEvent[]> {
  const stop = new AbortController();
  const response = await fetch(url, {
    headers,
    signal: AbortSignal.any([stop.signal, AbortSignal.timeout(20_000)]),
  });
  const events: SentEvent[] = [];
  let text = '';
  const reading = response.body!.pipeThrough(new TextDecoderStream());
  void opened();
  for await (const chunk of reading) {
    text += chunk;
    const frames = text.split('\n\n');
    text = frames.pop()!;
    for (const frame of frames) {
      const fields = Object.fromEntries(frame.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2)));
      if (fields.data) events.push({ id: fields.id, event: fields.event, data: JSON.parse(fields.data) });
    }
    if (enough(events)) break;
  }
  stop.abort();
  return events;
}
