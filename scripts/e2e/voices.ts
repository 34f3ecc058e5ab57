import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { voiceModelFiles } from '@jianzhen/engine';
import { assertAccessible } from './accessibility.ts';
import type { Files } from './files.ts';
import { EXAMINED_WITHIN, type Stage, shot, step } from './steps.ts';

/** The browser takes the recording for sound: how long it is. */
const LOAD_SOUND = `new Promise((done) => {
  const audio = document.querySelector('.recording audio');
  audio.onloadedmetadata = audio.onerror = () => done({ duration: audio.duration, error: audio.error && audio.error.message });
  audio.preload = 'metadata';
  audio.load();
})`;

/** What a reviewer does with recordings: listens, puts a voice on the watch-list, meets it again, and deletes it. */
export async function tryVoices(stage: Stage, url: string, files: Files): Promise<void> {
  const { page } = stage;
  const { model } = voiceModelFiles();
  if (!existsSync(model)) return console.log(`SKIP voices: no speaker model at ${model}`);

  const open = async (customer: string) => {
    await page.goto(url);
    await page.getByRole('button', { name: '新建案件' }).first().click();
    await page.fill('#reference', `XD-${customer}`);
    await page.fill('#customerId', customer);
    await page.setInputFiles('input[type=file]', files.call);
    await page.getByText(basename(files.call)).waitFor();
    await page.getByRole('button', { name: '新建并检查' }).click();
    await page.locator('.recording audio').waitFor({ timeout: EXAMINED_WITHIN });
  };

  await step(stage, 'a recording can be listened to, and shows how good it is', async () => {
    await open('C-CALL-1');
    await page.locator('.voice').nth(1).getByText('没有相近的声纹').waitFor();
    assert.deepEqual(await page.locator('.voice h2 .muted').allTextContents(), ['坐席', '客户']);
    await page.locator('.voice').first().getByText('信噪比').waitFor();
    await page.getByText('这段录音没有需要留意的发现').waitFor();
    const { duration, error } = await page.evaluate<{ duration: number; error: string | null }>(LOAD_SOUND);
    assert.equal(error, null);
    assert.ok(duration > 5);
    await shot(page, 'recording');
    await assertAccessible(page);
  });

  await step(stage, 'its voice goes on the watch-list, with a reason', async () => {
    await page.locator('.voice').nth(1).getByRole('button', { name: '列入关注名单' }).click();
    await page.fill('#voice-by', '王审核');
    await page.fill('#voice-reason', '冒充多位客户来电');
    await shot(page, 'voice-dialog');
    await page.locator('.ant-modal').getByRole('button', { name: '列入关注名单' }).click();
    await page.locator('.ant-modal').waitFor({ state: 'hidden', timeout: EXAMINED_WITHIN });
  });

  await step(stage, 'who calls for another customer with that voice is found', async () => {
    await open('C-CALL-2');
    await page.getByText('冒充多位客户来电').first().waitFor();
    await page.getByText('还在另外 1 位客户的 1 通录音中出现').waitFor();
    await page.locator('.matches').getByText('关注名单').waitFor();
    await shot(page, 'recording-watch-list');
  });

  await step(stage, 'voices are listed without their vectors, and deleted on a word', async () => {
    await page.getByRole('link', { name: '声纹' }).click();
    const row = page.locator('tbody tr', { hasText: '冒充多位客户来电' });
    await row.getByText('反欺诈').waitFor();
    assert.equal(await page.locator('tbody tr.ant-table-row').count(), 3);
    await shot(page, 'voices');
    await assertAccessible(page);
    await row.getByRole('button', { name: /^删\s?除$/ }).click();
    await page.fill('#voice-remover', '王审核');
    await page
      .locator('.ant-modal')
      .getByRole('button', { name: /^删\s?除$/ })
      .click();
    await row.waitFor({ state: 'detached' });
    assert.equal(await page.locator('tbody tr.ant-table-row').count(), 2);
  });
}
