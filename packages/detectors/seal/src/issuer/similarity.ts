// Smith and Waterman 1981 in the form of approximate substring search (Sellers 1980): the shorter name within the longer one.

/** Characters that recognisers take for each other in seals. */
const LIKE = [
  '市布巾',
  '民氏',
  '医匠',
  '院浣完',
  '司同可',
  '限陌恨',
  '公么分',
  '有月',
  '州洲',
  '人入八',
  '大太天犬',
  '土士',
  '日曰目',
  '未末',
  '己已巳',
  '派沠',
  '所昕',
  '安按',
  '技枝',
  '商啇',
  '贸贺',
  '河何',
  '江红',
  '南甫',
  '东束',
  '西酉',
  '北此',
  '工王',
  '业亚',
  '厂广',
].map((group) => new Set(group));

const cost = (a: string, b: string): number =>
  a === b ? 0 : LIKE.some((group) => group.has(a) && group.has(b)) ? 0.3 : 1;

/** Purposes and numbers that follow a name on seals. */
const PURPOSE =
  /(?:(?:诊断证明|出生医学|医疗|财务|发票|合同|业务|人事|行政|劳动|户口|户籍|储蓄|受理|收费|结算|病案|门诊|住院|档案|票据|电子|资料|现金|柜台)*(?:专用章?|(?:办公|公)?章))?(?:[（(]\d+[）)])?$/;

/** An organisation's name without blanks and without the purpose of its seal. */
export function plainName(name: string): string {
  const even = name
    .replace(/[\s·．.]/g, '')
    .replace(/（/g, '(')
    .replace(/）/g, ')');
  return even.replace(PURPOSE, '') || even;
}

/**
 * How well the shorter of two organisation names is found within the longer one, 0–1: papers drop the province and seals the
 * department. Characters that are misread for each other count nearly the same.
 */
export function nameSimilarity(first: string, second: string): number {
  const [shorter, longer] = [[...plainName(first)], [...plainName(second)]].sort(
    (a, b) => a.length - b.length,
  );
  if (shorter!.length === 0) return 0;
  let row = longer!.map(() => 0);
  row.push(0);
  for (let i = 1; i <= shorter!.length; i++) {
    const next = [i];
    for (let j = 1; j <= longer!.length; j++)
      // What the longer name has in addition within costs half: a department, a place.
      next.push(
        Math.min(row[j - 1]! + cost(shorter![i - 1]!, longer![j - 1]!), row[j]! + 1, next[j - 1]! + 0.5),
      );
    row = next;
  }
  return Math.max(0, 1 - Math.min(...row) / shorter!.length);
}
