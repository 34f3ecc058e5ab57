import { type CodedError, toCodedError } from '@jianzhen/evidence';

export type Outcome<T> = { readonly value: T } | { readonly error: CodedError };

/**
 * Maps inputs with at most `width` under way and yields in the order of the inputs; an input's error is its outcome and
 * stops nothing. Memory stays bounded: input n + width is not started before outcome n has been taken.
 */
export async function* inOrder<I, T>(
  inputs: readonly I[],
  width: number,
  work: (input: I, index: number) => Promise<T>,
): AsyncGenerator<{ input: I; outcome: Outcome<T> }> {
  const pending: Promise<Outcome<T>>[] = [];
  const start = (index: number) =>
    work(inputs[index]!, index).then(
      (value): Outcome<T> => ({ value }),
      (thrown): Outcome<T> => ({ error: toCodedError(thrown) }),
    );
  for (let i = 0; i < Math.min(width, inputs.length); i++) pending.push(start(i));
  for (let i = 0; i < inputs.length; i++) {
    const outcome = await pending.shift()!;
    if (i + width < inputs.length) pending.push(start(i + width));
    yield { input: inputs[i]!, outcome };
  }
}
