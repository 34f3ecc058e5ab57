import type { Code } from '@jianzhen/evidence';
import { expect, it } from 'vitest';
import { codeSection } from '../src/codes.ts';

const code: Code = {
  text: 'https://evil.example/<script>',
  format: 'QRCode',
  corners: [
    [0, 0],
    [9, 0],
    [9, 9],
    [0, 9],
  ],
  kind: 'url',
  details: {},
  links: [],
  risk: {
    level: 'danger',
    probability: 0.98,
    reasons: [{ code: 'url.listed', message: { zh: '在黑名单中', en: 'It is on a block-list' } }],
  },
};

it('codes are told with kind, payload, risk and reasons, escaped and never as a link', () => {
  const markup = codeSection([code])!.toString();
  for (const said of [
    '网址',
    '危险',
    '98',
    'evil.example/&lt;script&gt;',
    '在黑名单中',
    'class="code danger"',
  ])
    expect(markup).toContain(said);
  expect(markup).not.toContain('href');
  expect(codeSection([])).toBeNull();
});
