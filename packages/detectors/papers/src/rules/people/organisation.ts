/** Seal purposes that follow an organisation's name within a seal's title. */
const PURPOSES =
  /(?:诊断证明|出生医学|医疗|财务|发票|合同|业务|人事|公章|行政|劳动|户口|储蓄|受理|收费|结算|病案|门诊|住院|档案|票据|电子|资料)*(?:专用|办公)?章?(?:[（(]\d+[）)])?$/;

/** An organisation's name without blanks, brackets' width and the purpose of its seal. */
export const plainOrganisation = (name: string): string =>
  name.replace(/\s/g, '').replace(/（/g, '(').replace(/）/g, ')').replace(PURPOSES, '');

/** Length of the longest common subsequence of two texts, in characters. */
function common(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const left of a) {
    const next = [0];
    for (let j = 0; j < b.length; j++)
      next.push(left === b[j] ? row[j]! + 1 : Math.max(next[j]!, row[j + 1]!));
    row = next;
  }
  return row[b.length]!;
}

/**
 * How far two organisation names go together, 0–1: the share of the shorter name that is found in the longer one in order, since
 * papers drop the province and seals the department.
 */
export function organisationSimilarity(a: string, b: string): number {
  const [left, right] = [[...plainOrganisation(a)], [...plainOrganisation(b)]];
  const shorter = Math.min(left.length, right.length);
  return shorter === 0 ? 0 : common(left, right) / shorter;
}
