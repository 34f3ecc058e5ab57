/** For what may fail without harm: a document that cannot be shown can still be verified part by part. */
export function orElse<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}
