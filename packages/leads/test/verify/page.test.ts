import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, LAUNCH_ARGUMENTS, NO_CHROMIUM } from '../../../../scripts/e2e/chromium.ts';
import { createWorkshop, type Workshop } from '../support/package.ts';

const executablePath = findChromium();

it('SM3 in plain JavaScript is SM3', async () => {
  // @ts-expect-error: plain JavaScript for browsers, without types
  const { sm3 } = (await import('../../src/verify/page/sm3.js')) as { sm3: (bytes: Uint8Array) => string };
  // GB/T 32905-2016, appendix A.1.
  expect(sm3(Buffer.from('abc'))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000]) {
    const bytes = Buffer.alloc(length, length);
    expect(sm3(bytes)).toBe(createHash('sm3').update(bytes).digest('hex'));
  }
});

describe.skipIf(!executablePath)(
  `verify.html in a browser${executablePath ? '' : ` (${NO_CHROMIUM})`}`,
  () => {
    let workshop: Workshop;
    let browser: Browser;
    let page: Page;
    let folder: string;
    let zip: string;
    const problems: string[] = [];
    const requests: string[] = [];

    beforeAll(async () => {
      workshop = await createWorkshop();
      folder = (await workshop.make({ lead: { cases: 6, exhibits: 2 } })).path;
      zip = (await workshop.make({ name: 'lead-zip', zip: true, lead: { cases: 6, exhibits: 2 } })).path;
      // Names of files are UTF-8, whatever the machine's language is.
      const env = { ...process.env, LANG: 'C.UTF-8' } as Record<string, string>;
      browser = await chromium.launch({ executablePath: executablePath!, args: LAUNCH_ARGUMENTS, env });
      page = await browser.newPage();
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => void (message.type() === 'error' && problems.push(message.text())));
      page.on('request', (request) => requests.push(request.url()));
      await page.goto(pathToFileURL(join(folder, 'verify.html')).href);
    });
    afterAll(async () => {
      await browser?.close();
      await workshop.close();
    });

    const verdict = async (input: string, path: string) => {
      await page.evaluate("document.querySelector('#result').hidden = true");
      await page.locator(input).setInputFiles(path);
      await page.locator('#result:visible').waitFor();
      return page.locator('#result').getAttribute('class');
    };

    it('finds a sound folder and a sound ZIP sound, and asks no network', async () => {
      expect(await verdict('#folder', folder)).toBe('sound');
      expect(await page.locator('#key').textContent()).toBe(workshop.signer.keyId);
      expect(await verdict('#zip', zip)).toBe('sound');
      expect(problems).toEqual([]);
      expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([page.url()]);
    });

    it('names what was changed and what was added', async () => {
      await writeFile(join(folder, 'data/links.csv'), 'changed');
      await writeFile(join(folder, 'data/<b>.txt'), 'added');
      expect(await verdict('#folder', folder)).toBe('broken');
      const told = await page.locator('#problems').textContent();
      expect(told).toContain('data/links.csv 内容被改动');
      expect(told).toContain('data/<b>.txt 清单中没有');
    });
  },
);
