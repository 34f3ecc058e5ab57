/**
 * Ends threads only outside of native code. A thread that `Worker.terminate` reaches while it runs a network takes the whole
 * process with it: Node-API refuses the results, and the binding answers with a C++ exception that nobody catches. So a thread
 * says when it is in native code, and whoever ends it waits until it is out, and keeps it from going in again.
 */

/** Otherwise the number of calls that are in native code. */
const DOOMED = -1;

/** Shared by a thread and whoever may end it. */
export const createGate = (): Int32Array<SharedArrayBuffer> => new Int32Array(new SharedArrayBuffer(4));

/** Runs one piece of native work; never returns to a thread that is about to be ended. */
export async function throughGate<T>(
  gate: Int32Array<SharedArrayBuffer>,
  work: () => Promise<T>,
): Promise<T> {
  for (;;) {
    const inside = Atomics.load(gate, 0);
    if (inside === DOOMED) Atomics.wait(gate, 0, DOOMED);
    else if (Atomics.compareExchange(gate, 0, inside, inside + 1) === inside) break;
  }
  try {
    return await work();
  } finally {
    Atomics.sub(gate, 0, 1);
    Atomics.notify(gate, 0);
  }
}

/** Resolves once the thread is out of native code; it cannot go in again. */
export async function closeGate(gate: Int32Array<SharedArrayBuffer>): Promise<void> {
  for (;;) {
    const inside = Atomics.compareExchange(gate, 0, 0, DOOMED);
    if (inside <= 0) return;
    await Atomics.waitAsync(gate, 0, inside, 100).value;
  }
}
