import { CodedError, type Gang } from '@jianzhen/evidence';
import { errors } from '../../errors.ts';
import { writeLine } from '../../output/lines.ts';
import { Status } from '../../status.ts';
import { onStore } from './on-store.ts';
import { gangTable } from './table.ts';

export interface ListOptions {
  readonly json?: boolean;
  readonly data?: string;
  /** Of the server that is asked where it has the data open itself. */
  readonly url: string;
}

/** Gangs asked for at one time. */
const PAGE = 200;

async function get<T>(url: string): Promise<T> {
  const response = await fetch(url).catch((cause: unknown) => {
    throw errors('cli.no-server', { url, detail: (cause as Error).message }, { cause });
  });
  if (!response.ok) throw errors('cli.no-server', { url, detail: `HTTP ${response.status}` });
  return (await response.json()) as T;
}

async function* fromServer(url: string): AsyncGenerator<Gang> {
  for (let offset = 0; ; offset += PAGE) {
    const { gangs } = await get<{ gangs: { gang: string }[] }>(
      `${url}/v1/gangs?limit=${PAGE}&offset=${offset}`,
    );
    for (const { gang } of gangs) {
      const {
        reviews: _,
        kin: __,
        ...whole
      } = await get<Gang & { reviews: unknown; kin: unknown }>(`${url}/v1/gangs/${gang}`);
      yield whole;
    }
    if (gangs.length < PAGE) return;
  }
}

/** The gangs on record, from the store, or from the server that has it open. */
export async function storedGangs({ data, url }: Pick<ListOptions, 'data' | 'url'>): Promise<Gang[]> {
  try {
    return await onStore(data, ({ gangs }) => gangs.lastGangs());
  } catch (thrown) {
    if (!(thrown instanceof CodedError && thrown.code === 'store.locked')) throw thrown;
    const gangs: Gang[] = [];
    for await (const gang of fromServer(url)) gangs.push(gang);
    return gangs;
  }
}

/** `jianzhen gangs list`: the gangs that were mined last, as `gangs mine` prints them. */
export async function listCommand({ json, ...where }: ListOptions): Promise<Status> {
  const gangs = await storedGangs(where);
  if (json) for (const gang of gangs) writeLine(gang);
  else console.log(gangTable(gangs));
  return Status.done;
}
