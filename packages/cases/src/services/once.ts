import type { CaseTransaction, Once } from '../ports/index.ts';

/** Does the work once per key: a repeated request gets the first one's answer. Without a key, just does it. */
export async function once<T>(
  tx: CaseTransaction,
  key: Once | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (!key) return work();
  const remembered = await tx.claim(key);
  if (remembered !== null) return remembered as T;
  const answer = await work();
  await tx.remember(key, answer);
  return answer;
}
