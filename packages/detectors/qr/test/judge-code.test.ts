import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createJudge, judgeCodesBy, openUrlModel, payloadSubject } from '../src/index.ts';

const model = openUrlModel(
  readFileSync(fileURLToPath(new URL('../../../../models/url/model.json', import.meta.url)), 'utf8'),
);
const judge = judgeCodesBy(createJudge({ model }));
const levelOf = (text: string, words: readonly string[] = []) => judge(text, undefined, words).risk.level;

describe('codes judged whole', () => {
  it.each([
    ['weixin://wxpay/bindurl?pr=abc123', 'danger'],
    ['javascript:alert(1)', 'danger'],
    ['http://45.33.2.1/loan.apk', 'danger'],
    ['alipays://platformapi/startapp?appId=20000067&url=http%3A%2F%2Ficbc-login.xyz%2Fverify.php', 'danger'],
    ['https://u.wechat.com/abcDEF', 'caution'],
    ['bitcoin:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'caution'],
    ['https://www.icbc.com.cn/', 'safe'],
    ['WIFI:T:WPA;S:home;P:secret;;', 'safe'],
    ['您好', 'safe'],
  ])('%s: %s', (text, level) => {
    expect(levelOf(text)).toBe(level);
  });

  it('weighs the words around a code', () => {
    const alone = judge('https://u.wechat.com/abcDEF').risk;
    const lured = judge('https://u.wechat.com/abcDEF', undefined, ['债务优化 停息挂账 扫码咨询']).risk;
    expect(lured.probability).toBeGreaterThan(alone.probability);
    expect(lured.reasons.map(({ code }) => code)).toContain('qr.words');
  });

  it('keeps no key or password in what a payload is known by', () => {
    const known = (text: string) => {
      const { kind, links, traces } = judge(text);
      return [payloadSubject({ kind, text, links }), ...traces.map(({ value }) => value)].join('\n');
    };
    for (const text of ['WIFI:T:WPA;S:home;P:hunter2hunter2;;', 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP'])
      expect(known(text)).not.toMatch(/hunter2|JBSWY3DPEHPK3PXP/);
    expect(known('https://a.example/x')).toContain('a.example/x');
  });
});
