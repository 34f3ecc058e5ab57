import { createHash } from 'node:crypto';
import { metadataWords, severityWords, verdictWords } from '@jianzhen/evidence';
import { describe, expect, it } from 'vitest';
import { renderReport } from '../src/index.ts';
import { words } from '../src/words.ts';
import { sampleExhibit, sampleInput, samplePage, sampleReport } from './sample.ts';

describe('renderReport', () => {
  it('carries everything itself: no address of anything outside', () => {
    const page = renderReport(sampleInput(sampleExhibit()));
    expect(page).not.toMatch(/\b(?:https?|ftp|ws|wss):|url\(|@import|\ssrc=|<link|<iframe|<base/i);
    const hrefs = [...page.matchAll(/href="([^"]*)"/g)].map((match) => match[1]!);
    expect(hrefs.length).toBeGreaterThan(3);
    expect(hrefs.filter((href) => !/^(#|data:image\/png;base64,)/.test(href))).toEqual([]);
  });

  it('allows exactly its own style sheet and script to apply', () => {
    const page = renderReport(sampleInput(sampleExhibit()));
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)![1]!;
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain(`style-src ${hash(/<style>([\s\S]*?)<\/style>/.exec(page)![1]!)}`);
    expect(policy).toContain(`script-src ${hash(/<script>([\s\S]*?)<\/script>/.exec(page)![1]!)}`);
    expect(page).not.toMatch(/<[^>]+ (?:on\w+|style)=/);
  });

  it('gives the same bytes for the same input', () => {
    const input = sampleInput(sampleExhibit());
    expect(renderReport(input)).toBe(renderReport(input));
  });

  it('says everything in both languages', () => {
    const page = renderReport(
      sampleInput(
        sampleExhibit(),
        sampleExhibit({
          pages: [],
          error: { code: 'intake.truncated', message: { zh: '文件不完整。', en: 'The file is cut off.' } },
        }),
      ),
    );
    for (const text of ['网格错开。', 'The grid is shifted.', '文件不完整。', 'The file is cut off.']) {
      expect(page).toContain(text);
    }
    expect(page).toContain('intake.truncated');
    expect([...page.matchAll(/class="zh"/g)].length).toBe([...page.matchAll(/class="en"/g)].length);
  });

  it('has no catalogue entry without Chinese or English', () => {
    for (const entry of [words, verdictWords, severityWords, metadataWords].flatMap((catalogue) =>
      Object.values(catalogue),
    )) {
      if (entry !== words.sha256) expect(entry.zh).toMatch(/\p{Script=Han}/u);
      expect(entry.en).not.toMatch(/\p{Script=Han}/u);
      expect(entry.en).not.toBe('');
    }
  });

  it('numbers findings from the gravest on, alike on the picture and in the list', () => {
    const page = renderReport(sampleInput(sampleExhibit()));
    expect(page).toMatch(/data-finding="e1p1f1"[\s\S]*?aria-label="1\. 网格错开。/);
    expect(page).toMatch(/id="e1p1f1"[\s\S]*?网格错开。/);
    expect(page).not.toContain('data-finding="e1p1f2"');
    expect(page).toContain('id="e1p1f2"');
  });

  it('says once what several places share', () => {
    const { findings } = sampleReport();
    const report = sampleReport({ findings: [...findings, { ...findings[1]!, probability: 0.9 }] });
    const page = renderReport(sampleInput(sampleExhibit({ pages: [samplePage({ report })] })));
    const [, list] = page.split('<ol class="findings"');
    expect(list!.match(/lang="zh-CN">网格错开。/g)).toHaveLength(1);
    expect(list).toMatch(/id="e1p1f2"[\s\S]*?同上[\s\S]*?id="e1p1f3"/);
    // On the picture each box says it by itself.
    expect(page).toContain('aria-label="2. 网格错开。');
  });

  it('turns picture and boxes by the EXIF orientation', () => {
    const page = renderReport(sampleInput(sampleExhibit({ orientation: 6 })));
    expect(page).toContain('viewBox="0 0 600 400"');
    expect(page).toContain('matrix(0 1 -1 0 600 0)');
    expect(page).toContain('<rect x="510" y="40" width="30" height="200"/>');
  });

  it('shows the worst page as the verdict of the file', () => {
    const quiet = samplePage({
      report: sampleReport({ verdict: 'genuine', forgeryProbability: 0.02, pages: 2 }),
    });
    const loud = samplePage({
      report: sampleReport({ verdict: 'suspicious', forgeryProbability: 0.5, page: 2, pages: 2 }),
    });
    const page = renderReport(sampleInput(sampleExhibit({ pages: [quiet, loud] })));
    expect(page).toMatch(/<tr data-verdict="suspicious">[\s\S]*?<b>50%<\/b>/);
  });

  it('holds pictures back where there are many pages', () => {
    const few = renderReport(sampleInput(...Array.from({ length: 24 }, () => sampleExhibit())));
    const many = renderReport(sampleInput(...Array.from({ length: 25 }, () => sampleExhibit())));
    expect(few).not.toContain('data-href="data:');
    expect(many).toContain(' data-href="data:');
    expect(many).not.toMatch(/ href="data:/);
  });

  it('stays readable without any file, page, picture or heat map', () => {
    expect(renderReport(sampleInput())).toContain(words.empty.zh);
    expect(renderReport(sampleInput(sampleExhibit({ pages: [] })))).toContain(words.noPages.zh);
    const bare = samplePage({ previewDataUri: null, heatmapDataUri: null, timings: {} });
    expect(renderReport(sampleInput(sampleExhibit({ pages: [bare] })))).toContain(words.noPicture.en);
    const flat = samplePage({ heatmapDataUri: null });
    expect(renderReport(sampleInput(sampleExhibit({ pages: [flat] })))).toContain(words.noOverlay.en);
  });

  it.each([
    'https://example.com/a.png',
    'data:image/svg+xml;base64,PHN2Zz4=',
    'data:image/png;base64,AAAA" onload="x',
    'file:///etc/passwd',
  ])('refuses a picture that is not embedded: %s', (previewDataUri) => {
    const input = sampleInput(sampleExhibit({ pages: [samplePage({ previewDataUri })] }));
    expect(() => renderReport(input)).toThrow(expect.objectContaining({ code: 'report.image-not-embedded' }));
  });
});
