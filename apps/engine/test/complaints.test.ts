import { describe, expect, it } from 'vitest';
import { createComplaintReader } from '../src/complaints.ts';

const letter = (name: string, amount: string) =>
  `尊敬的领导：本人${name}，因家庭突发变故收入锐减，现已无力偿还贵公司贷款，欠款${amount}元。本人并非恶意逾期，现申请停息挂账，个性化分期六十期还款，并要求立即停止一切催收行为，否则将向银保监会和消费者协会投诉，依法维护自身合法权益，望领导体谅并尽快答复，谢谢。`;
const own =
  '我上个月换了工作，工资发晚了几天，想问一下能不能把这个月的还款日往后推一个星期，给你们添麻烦了，谢谢你们的客服一直很耐心。';
const stored = (texts: readonly string[]) => texts.map((text, i) => ({ caseId: `c${i}`, text, at: i }));

describe('complaints', () => {
  it('are looked through for agents’ phrases, with their places', async () => {
    const text = letter('张伟', '32000');
    const findings = await createComplaintReader().read(text);
    const phrases = findings.find(({ code }) => code === 'script.agent-phrases')!;
    expect(phrases.spans.map(({ start, end }) => text.slice(start, end))).toContain('停息挂账');
    expect(phrases.severity).not.toBe('high');
    expect(await createComplaintReader().read('')).toEqual([]);
  });

  it('have a script in common where one letter came in under several names', async () => {
    const scripts = await createComplaintReader().scripts(
      stored([letter('张伟', '32000'), own, letter('王秀英', '58600'), '您好。']),
    );
    expect(scripts[0]).not.toBeNull();
    expect(scripts).toEqual([scripts[0], null, scripts[0], null]);
  });
});
