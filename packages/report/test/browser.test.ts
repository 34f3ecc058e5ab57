import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, LAUNCH_ARGUMENTS, NO_CHROMIUM } from '../../../scripts/e2e/chromium.ts';
import { type ReportExhibit, renderReport } from '../src/index.ts';
import { pngUri } from './png.ts';
import { sampleExhibit, sampleInput, samplePage, sampleReport } from './sample.ts';

const executablePath = findChromium();

/** 40 × 20: red, green / blue, white quarters, so that every turn shows. */
const QUARTERS = pngUri(40, 20, (x, y) =>
  y < 10 ? (x < 20 ? [255, 0, 0, 255] : [0, 255, 0, 255]) : x < 20 ? [0, 0, 255, 255] : [255, 255, 255, 255],
);
/** Black all over. */
const HEAT = pngUri(40, 20, () => [0, 0, 0, 255]);

describe.skipIf(!executablePath)(
  `the report in a browser${executablePath ? '' : ` (${NO_CHROMIUM})`}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'jianzhen-report-'));
    let browser: Browser;
    let page: Page;
    const problems: string[] = [];
    const requests: string[] = [];

    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: executablePath!, args: LAUNCH_ARGUMENTS });
      page = await browser.newPage({ viewport: { width: 1300, height: 900 } });
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
      });
      page.on('request', (request) => requests.push(request.url()));
    });
    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const open = async (...exhibits: ReportExhibit[]) => {
      const file = join(folder, 'report.html');
      writeFileSync(file, renderReport(sampleInput(...exhibits)));
      await page.goto(pathToFileURL(file).href);
    };
    const exhibit = (orientation: number, heatmapDataUri: string | null = null) =>
      sampleExhibit({
        orientation,
        pages: [
          samplePage({
            report: sampleReport({ width: 40, height: 20, findings: [] }),
            previewDataUri: QUARTERS,
            heatmapDataUri,
          }),
        ],
      });
    /** Colour in the middle of each quarter of the shown picture, as `rgb` hex. */
    const quarters = async (): Promise<string[]> => {
      const svg = page.locator('.canvas svg');
      const [, , width, height] = (await svg.getAttribute('viewBox'))!.split(' ').map(Number) as number[];
      const [shown, box] = [await svg.screenshot(), (await svg.boundingBox())!];
      const scale = Math.min(box.width / width!, box.height / height!);
      const at = (fx: number, fy: number) => [
        box.width / 2 + (fx - 0.5) * width! * scale,
        box.height / 2 + (fy - 0.5) * height! * scale,
      ];
      const points = [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)];
      const reader = await browser.newPage();
      const colours = await reader.evaluate<string[]>(
        `(${READ_PIXELS})(${JSON.stringify({ png: shown.toString('base64'), points })})`,
      );
      await reader.close();
      return colours;
    };

    it('runs its script and style under its own policy, asks for nothing and reports no error', async () => {
      problems.length = 0;
      requests.length = 0;
      await open(exhibit(1, HEAT));
      expect(await page.evaluate('getComputedStyle(document.querySelector(".mark")).backgroundColor')).toBe(
        'rgb(179, 38, 30)',
      );
      await page.getByRole('button', { name: 'English' }).click();
      expect(await page.locator('html').getAttribute('data-lang')).toBe('en');
      expect(problems).toEqual([]);
      expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([page.url()]);
    });

    it.each([
      [1, 'f00 0f0 00f fff'],
      [3, 'fff 00f 0f0 f00'],
      [6, '00f f00 fff 0f0'],
      [8, '0f0 fff f00 00f'],
    ])('turns a picture of EXIF orientation %i upright', async (orientation, colours) => {
      await open(exhibit(orientation));
      expect(await quarters()).toEqual(colours.split(' '));
    });

    it('fades the heat map by slider and keyboard', async () => {
      await open(exhibit(1, HEAT));
      const slider = page.getByRole('slider');
      await slider.focus();
      await page.keyboard.press('End');
      expect(await quarters()).toEqual(['000', '000', '000', '000']);
      await page.keyboard.press('Home');
      expect(await page.locator('output').textContent()).toBe('0%');
      expect(await quarters()).toEqual(['f00', '0f0', '00f', 'fff']);
      await page.keyboard.press('h');
      expect(await slider.inputValue()).toBe('60');
    });

    it('ties a finding to its box, both ways, by mouse and keyboard', async () => {
      await open(sampleExhibit());
      const [entry, box] = [page.locator('#e1p1f1'), page.locator('.box')];
      await entry.locator('button.head').click();
      await expect.poll(() => box.getAttribute('class')).toContain('active');
      await box.focus();
      await page.keyboard.press('Enter');
      expect(await entry.getAttribute('class')).not.toContain('active');
      await box.locator('circle').click();
      expect(await entry.locator('button.head').getAttribute('aria-pressed')).toBe('true');
    });

    it('shows one language where one is chosen, both otherwise', async () => {
      await open(sampleExhibit());
      const [zh, en] = [page.getByText('网格错开。'), page.getByText('The grid is shifted.')];
      expect([await zh.first().isVisible(), await en.first().isVisible()]).toEqual([true, true]);
      await page.getByRole('button', { name: '中文', exact: true }).click();
      expect([await zh.first().isVisible(), await en.first().isVisible()]).toEqual([true, false]);
    });

    it('filters files by verdict', async () => {
      const quiet = sampleReport({ verdict: 'genuine', forgeryProbability: 0.01, findings: [] });
      await open(sampleExhibit(), sampleExhibit({ pages: [samplePage({ report: quiet })] }));
      await page.locator('.filters button.genuine').click();
      expect(await page.locator('.exhibit:visible').evaluateAll((all) => all.map(({ id }) => id))).toEqual([
        'e2',
      ]);
    });

    it('decodes the pictures of many files only near the reader, and all of them for paper', async () => {
      await open(...Array.from({ length: 60 }, () => exhibit(1, HEAT)));
      const shown = () => page.locator('image[href]').count();
      await page.locator('#e1').scrollIntoViewIfNeeded();
      await expect.poll(() => page.locator('#e1 image[href]').count()).toBe(2);
      expect(await shown()).toBeLessThan(120);
      await page.locator('#e60').scrollIntoViewIfNeeded();
      await expect.poll(() => page.locator('#e60 image[href]').count()).toBe(2);
      await page.pdf({ preferCSSPageSize: true });
      expect(await shown()).toBe(120);
    });

    it('prints on A4 without controls, a file a page', async () => {
      await open(exhibit(1, HEAT), exhibit(1, HEAT));
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect([...pdf.matchAll(/\/Type\s*\/Page\b/g)].length).toBe(3);
      expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.controls:visible, .tools:visible').count()).toBe(0);
      await page.emulateMedia({ media: 'screen' });
    });
  },
);

/** Runs in a page: reads pixels of a PNG, each as three hex digits. */
const READ_PIXELS = `async ({ png, points }) => {
  const bytes = Uint8Array.from(atob(png), (c) => c.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes]));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  context.drawImage(bitmap, 0, 0);
  return points.map(([x, y]) => {
    const [r, g, b] = context.getImageData(Math.round(x), Math.round(y), 1, 1).data;
    return [r, g, b].map((v) => Math.round(v / 17).toString(16)).join('');
  });
}`;
