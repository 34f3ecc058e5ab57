import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { assertAccessible } from './accessibility.ts';
import type { Files } from './files.ts';
import { SHOTS, type Stage, shot, step } from './steps.ts';

const cli = resolve(import.meta.dirname, '../../apps/cli/src/main.ts');

/** The report that `check --report` writes, opened from disk like a colleague's mail attachment. */
export async function tryReport(stage: Stage, files: Files): Promise<void> {
  const { page } = stage;
  const report = join(SHOTS, 'report.html');

  await step(stage, '`check --report` writes the page', async () => {
    const inputs = [files.forged, ...files.others, files.broken];
    for (let attempt = 1; ; attempt++) {
      const { status, stderr } = spawnSync(process.execPath, [cli, 'check', ...inputs, '--report', report], {
        encoding: 'utf8',
      });
      assert.equal(status, 3, `one input cannot be read, so the status is 3, not ${status}: ${stderr}`);
      // A machine with much else to do may miss the deadline that ends hostile files.
      if (!(await readFile(report, 'utf8')).includes('engine.deadline')) break;
      assert.ok(attempt < 4, 'this machine is too busy to check four files within their deadlines');
    }
  });

  await step(stage, 'it opens from disk and asks for nothing', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(pathToFileURL(report).href);
    await page.getByRole('heading', { name: '怎样读这份报告' }).waitFor();
    assert.deepEqual(
      asked.filter((url) => !url.startsWith('data:')),
      [page.url()],
    );
    assert.equal(await page.locator('tbody tr[data-verdict]').count(), 4);
    await shot(page, 'report');
    await assertAccessible(page);
  });

  await step(stage, 'signatures and seals stand beside their pages', async () => {
    await page.locator('.signature.total-failed').getByText('FORMAT_FAILURE').first().waitFor();
    const cutOut = page.locator('.seal svg.cut-out').first();
    // Unlike scrolling alone, this waits until the page stands still and the place is painted.
    await cutOut.hover();
    assert.ok((await cutOut.boundingBox())!.width > 50, 'the cut-out has a size');
    await shot(page, 'report-seal');
  });

  await step(stage, 'slider, boxes and languages work', async () => {
    const exhibit = page.locator('.exhibit', { hasText: basename(files.forged) });
    const slider = exhibit.getByRole('slider').first();
    await slider.focus();
    await page.keyboard.press('Home');
    assert.equal(await exhibit.locator('output').first().textContent(), '0%');
    await page.keyboard.press('End');
    await exhibit.locator('button.head').first().click();
    await exhibit.locator('.box.active').waitFor();
    await shot(page, 'report-exhibit');
    const chinese = page.locator('.finding .zh').first();
    await page.getByRole('button', { name: 'English' }).click();
    assert.equal(await chinese.isVisible(), false);
    await page.getByRole('button', { name: '中 + EN' }).click();
    assert.equal(await chinese.isVisible(), true);
  });

  await step(stage, 'it prints on A4', async () => {
    const pdf = await page.pdf({ preferCSSPageSize: true });
    await writeFile(join(SHOTS, 'report.pdf'), pdf);
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    assert.ok(pages >= 5, `an overview and four files take at least five pages, not ${pages}`);
  });
}
