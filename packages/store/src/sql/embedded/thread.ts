import { parentPort, workerData } from 'node:worker_threads';
import { PGlite, type Transaction } from '@electric-sql/pglite';
import type { Request, Results, Start, Word } from './messages.ts';

interface Open {
  readonly tx: Transaction;
  readonly end: (commit: boolean) => Promise<void>;
}

const port = parentPort!;
const say = (word: Word) => port.postMessage(word);
const { folder, module } = workerData as Start;
const opening = PGlite.create(folder, { pgliteWasmModule: module });
// Whoever asks is told why it did not open; until then nobody listens.
opening.catch(() => {});
const transactions = new Map<number, Open>();

port.on('message', async ({ id, request }: { id: number; request: Request }) => {
  try {
    say({ id, results: await answer(await opening, id, request) });
  } catch (thrown) {
    say({ id, ...wordsOf(thrown as Error) });
  }
});

async function answer(db: PGlite, id: number, request: Request): Promise<Results> {
  switch (request.op) {
    case 'query':
      return [await placeOf(db, request.tx).query(request.text, [...request.values])];
    case 'exec':
      return placeOf(db, request.tx).exec(request.text);
    case 'begin':
      await begin(db, id);
      return [];
    case 'end':
      await transactions.get(request.tx)!.end(request.commit);
      return [];
    case 'listen':
      await db.listen(request.channel, (payload) => say({ channel: request.channel, payload }));
      return [];
    case 'close':
      await db.close();
      return [];
  }
}

const placeOf = (db: PGlite, tx: number | undefined): PGlite | Transaction =>
  tx === undefined ? db : transactions.get(tx)!.tx;

/** Resolves when the transaction has the database to itself; it lasts until it is told how it ends. */
function begin(db: PGlite, id: number): Promise<void> {
  return new Promise((begun, failed) => {
    const told = Promise.withResolvers<boolean>();
    const over = db.transaction(async (tx) => {
      const end = async (commit: boolean) => {
        transactions.delete(id);
        told.resolve(commit);
        await over;
      };
      transactions.set(id, { tx, end });
      begun();
      if (!(await told.promise)) await tx.rollback();
    });
    over.catch(failed);
  });
}

/** An error's own fields do not survive the way between threads by themselves. */
function wordsOf(error: Error): { message: string; fields: Record<string, string | number> } {
  const plain = Object.entries(error).filter(([, value]) => /^(string|number)$/.test(typeof value));
  return { message: error.message, fields: Object.fromEntries(plain) };
}
