import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml, html } from '../src/html.ts';
import { renderReport } from '../src/index.ts';
import { sampleExhibit, sampleInput, samplePage, sampleReport } from './sample.ts';

const HOSTILE = [
  '</script><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '<!--',
  ']]>',
  '</style>',
  '&#60;b&#62;',
  '\u202egpj.exe',
  '\0',
  '\ud800',
];

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(...HOSTILE),
  fc.array(fc.constantFrom(...HOSTILE, ...'<>&"\'`=/')).map((parts) => parts.join('')),
);

/** The tags of a page in order, attribute values left out: what hostile text must not be able to change. */
const skeleton = (page: string) => page.replaceAll(/="[^"]*"/g, '=""').match(/<[^>]*>|<!--|-->/g) ?? [];

const withText = (hostile: string) => {
  const report = sampleReport({ file: hostile });
  const findings = report.findings.map((finding) => ({
    ...finding,
    code: hostile,
    message: { zh: hostile, en: `${hostile}.` },
    signal: `x${hostile}`,
    values: { measured: hostile },
  }));
  return renderReport({
    ...sampleInput(
      sampleExhibit({
        file: `in/${hostile}`,
        mediaType: `x${hostile}`,
        sha256: `x${hostile}`,
        metadata: { Software: `x${hostile}`, [`x${hostile}`]: `x${hostile}` },
        error: { code: hostile, message: { zh: hostile, en: `${hostile}.` } },
        pages: [samplePage({ report: { ...report, findings }, timings: { [`x${hostile}`]: 1 } })],
      }),
    ),
    version: hostile,
    generatedAt: hostile,
  });
};

describe('escaping', () => {
  it('never lets a text of any file change the page around it', () => {
    const calm = skeleton(withText('calm'));
    fc.assert(
      fc.property(text, (hostile) => {
        expect(skeleton(withText(hostile))).toEqual(calm);
      }),
      { numRuns: 150, seed: 20260301 },
    );
  });

  it('leaves no markup, control or bidirectional character in escaped text', () => {
    fc.assert(
      fc.property(text, (hostile) => {
        const escaped = escapeHtml(hostile);
        expect(escaped).not.toMatch(/[<>"'`]|&(?!(?:amp|lt|gt|quot|#39|#96);)/);
        expect(escaped).not.toMatch(/(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}]/u);
      }),
      { seed: 20260301 },
    );
  });

  it('shows what would hide: a name that reads backwards', () => {
    expect(escapeHtml('invoice\u202egpj.exe')).toBe('invoice[U+202E]gpj.exe');
  });

  it('escapes values of the template once, and markup of its own never', () => {
    expect(html`<b>${'<i>'}${html`<u>${'&'}</u>`}${[1, '"', null]}</b>`.markup).toBe(
      '<b>&lt;i&gt;<u>&amp;</u>1&quot;</b>',
    );
  });
});
