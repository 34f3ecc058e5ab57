/**
 * Ends threads only outside of native code. A thread that `Worker.terminate` reaches while it runs a network takes the whole
 * process with it: Node-API refuses the results, and the binding answers with a C++ exception that nobody catches. So a thread
 * says when it is in native code, and whoever ends it waits until it is out, and keeps it from going in again.
 */

const FREE = 0;
const NATIVE = 1;
const DOOMED = 2;

/** Shared by a thread and whoever may end it. */
export const createGate = (): Int32Array<SharedArrayBuffer> => new Int32Array(new SharedArrayBuffer(4));

/** Runs one piece of native work; never returns to a thread that is about to be ended. Calls must not overlap. */
export async function throughGate<T>(
  gate: Int32Array<SharedArrayBuffer>,
  work: () => Promise<T>,
): Promise<T> {
  if (Atomics.compareExchange(gate, 0, FREE, NATIVE) === DOOMED) Atomics.wait(gate, 0, DOOMED);
  try {
    return await work();
  } finally {
    Atomics.store(gate, 0, FREE);
    Atomics.notify(gate, 0);
  }
}

/** Resolves once the thread is out of native code; it cannot go in again. */
export async function closeGate(gate: Int32Array<SharedArrayBuffer>): Promise<void> {
  while (Atomics.compareExchange(gate, 0, FREE, DOOMED) === NATIVE)
    await Atomics.waitAsync(gate, 0, NATIVE, 100).value;
}
