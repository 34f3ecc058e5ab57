/** Names and numbers of one person as several papers have them. */

/** What the lender or another exhibit says of the person. */
export interface Identity {
  /** Where it is from, for the message: an exhibit's name, `客户资料`. */
  readonly source: string;
  readonly names: readonly string[];
  readonly identityNumbers: readonly string[];
  readonly phones: readonly string[];
  readonly bankCards: readonly string[];
}

/** Names without blanks, the middle dots of transcribed names as one. */
export const plainName = (name: string): string => name.replace(/\s/g, '').replace(/[•‧・．.]/g, '·');

/** `张**`, `6222 **** 1234`: hidden places agree with anything of the same length. */
export function agree(a: string, b: string): boolean {
  if (a === b) return true;
  if (!/[*＊×]/.test(a + b)) return false;
  // Runs of stars seldom count their places, so a run stands for one place or more.
  const pattern = (text: string) =>
    new RegExp(`^${text.replace(/[.\\+?^${}()|[\]]/g, '\\$&').replace(/[*＊×]+/g, '.+')}$`, 'u');
  return pattern(a).test(b) || pattern(b).test(a);
}

/** Places where two texts of one length differ; null where the lengths do. */
export function differences(a: string, b: string): readonly number[] | null {
  const [left, right] = [[...a], [...b]];
  if (left.length !== right.length) return null;
  return left.flatMap((character, i) => (character === right[i] ? [] : [i]));
}
