import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Page } from 'playwright-core';
import { assertAccessible } from './accessibility.ts';
import type { Files } from './files.ts';
import { EXAMINED_WITHIN, type Stage, shot, step, until } from './steps.ts';

const REFERENCE = 'XD-2026-0311';

/** What a reviewer does in the console, from the empty list to the coded error. */
export async function tryConsole(stage: Stage, url: string, files: Files): Promise<void> {
  const { page } = stage;

  await step(stage, 'the list is empty, Chinese by default, and live', async () => {
    await page.goto(url);
    await page.getByText('还没有案件').waitFor();
    await page.getByText('实时更新').waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'zh-CN');
    await shot(page, 'list-empty');
  });

  await step(stage, 'an empty file is refused with its code', async () => {
    await page.keyboard.press('n');
    await page.setInputFiles('input[type=file]', files.empty);
    await page.getByText('empty.jpg').waitFor();
    await page.getByRole('button', { name: '新建并检查' }).click();
    await page.getByText('upload.empty').waitFor();
    // Chromium reports every answer of 400 and above on its console.
    stage.complaints.splice(0);
    await page.keyboard.press('Escape');
    await page.getByText('这个案件还没有材料').waitFor();
    await page.getByRole('link', { name: '返回案件列表' }).click();
  });

  await step(stage, 'a case is opened with files dropped into the dialog', async () => {
    await page.getByRole('button', { name: '新建案件' }).first().click();
    await page.fill('#reference', REFERENCE);
    await page.fill('#title', '停息挂账投诉');
    await page.fill('#customerId', 'C20260311');
    await page.fill('#lenderId', 'lender-yunling');
    await page.setInputFiles('input[type=file]', [...files.others, files.forged, files.broken]);
    await page.getByText(basename(files.broken)).waitFor();
    await shot(page, 'new-case');
    await page.getByRole('button', { name: '新建并检查' }).click();
    await page.waitForURL(/\/cases\/[0-9a-f-]{36}\/exhibits\//);
    await shot(page, 'examining');
  });

  await step(stage, 'verdicts arrive by themselves', async () => {
    const settled = page.locator('.exhibits .chip, .exhibits .ant-tag:has-text("失败")');
    await until(
      'a verdict or an error of all four files',
      async () => (await settled.count()) === 4,
      EXAMINED_WITHIN,
    );
    await page.locator('.case-head').getByText('已检查').waitFor();
  });

  await step(stage, 'the exhibit shows picture, heat map and boxes', () => lookAtExhibit(page, files));
  await step(stage, 'the picture zooms and moves', () => zoom(page));
  await step(stage, 'findings and boxes point at each other', () => selectFindings(page));

  await step(stage, 'a signature says what was altered after it', async () => {
    const signature = page.locator('.signature.total-failed');
    await signature.getByText('签署后被改动').waitFor();
    await signature.getByText('云岭银行电子回单专用章', { exact: true }).waitFor();
    await signature.scrollIntoViewIfNeeded();
    await shot(page, 'signature');
  });

  await step(stage, 'what was read is listed, and selected on the picture', () => selectText(page));

  await step(stage, 'the exhibit is accessible', () => assertAccessible(page));

  await step(stage, 'a seal is read, judged and cut out of its page', async () => {
    await page.locator('.exhibits a', { hasText: basename(files.others[0]!) }).click();
    const seal = page.locator('.seal').first();
    await seal.locator('svg.cut-out image').waitFor();
    assert.match((await seal.locator('b').first().textContent()) ?? '', /\p{Script=Han}{4}/u);
    await seal.scrollIntoViewIfNeeded();
    await shot(page, 'seal');
    await assertAccessible(page);
    await page.locator('.exhibits a', { hasText: basename(files.forged) }).click();
    await page.locator('.signature').first().waitFor();
  });

  await step(stage, 'English is a click away and stays', async () => {
    await page.getByText('English', { exact: true }).click();
    await page.getByRole('heading', { name: /^Findings/ }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: /^Findings/ }).waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    await shot(page, 'exhibit-en');
  });

  await step(stage, 'a broken file says why, with a code, in both languages', async () => {
    await page.locator('.exhibits a', { hasText: basename(files.broken) }).click();
    const note = page.locator('.progress .ant-alert');
    await note.getByText('Could not be examined').waitFor();
    const [code, english] = [await note.locator('code').textContent(), await note.textContent()];
    assert.match(code ?? '', /^[a-z]+\.[a-z-]+$/);
    await page.getByText('中文', { exact: true }).click();
    await note.getByText('未能检查').waitFor();
    const chinese = await note.textContent();
    assert.notEqual(chinese, english);
    assert.match(chinese ?? '', /\p{Script=Han}{4}/u);
    await shot(page, 'error');
  });

  await step(stage, 'the list filters, searches, and is walked by keys', () => walkList(page, files));

  await step(stage, "a person's word counts for the case, and can be taken back", () =>
    reviewExhibit(page, url, files),
  );

  await step(stage, 'what happens elsewhere appears by itself', async () => {
    await page.goto(url);
    await page.getByRole('link', { name: REFERENCE }).waitFor();
    const answer = await page.request.post(`${url}/v1/cases`, { data: { reference: 'XD-2026-0400' } });
    assert.equal(answer.status(), 201);
    await page.getByRole('link', { name: 'XD-2026-0400' }).waitFor();
    await page.waitForTimeout(400);
    await shot(page, 'list');
    await assertAccessible(page);
  });

  await step(stage, 'a seal that another customer handed in before is laid over it', () =>
    compareSeals(page, url, files),
  );
}

/** The same stamped paper from another customer. */
async function compareSeals(page: Page, url: string, files: Files): Promise<void> {
  const file = files.others[0]!;
  const opened = await page.request.post(`${url}/v1/cases`, {
    data: { reference: 'XD-2026-0401', customerId: 'C20260401', lenderId: 'lender-qingshan' },
  });
  const { id } = await opened.json();
  const sent = { name: basename(file), mimeType: 'image/jpeg', buffer: await readFile(file) };
  await page.request.post(`${url}/v1/cases/${id}/exhibits`, { multipart: { files: sent } });
  const exhibit = await until(
    'the exhibit of the second customer',
    async () => {
      const { status, exhibits } = await (await page.request.get(`${url}/v1/cases/${id}`)).json();
      return status === 'done' && exhibits[0].id;
    },
    EXAMINED_WITHIN,
  );
  await page.goto(`${url}/cases/${id}/exhibits/${exhibit}`);
  const seen = page.locator('.finding', { hasText: 'seal.seen-before' });
  await seen.getByText('两枚印章重叠比对').click();
  const over = seen.locator('.similar img');
  await until('both seals over each other', () =>
    over.evaluate((image) => 'naturalWidth' in image && Number(image.naturalWidth) > 100),
  );
  await over.scrollIntoViewIfNeeded();
  await shot(page, 'seals-over-each-other');
  await assertAccessible(page);
}

/** A reviewer clears the forged file, sees it count, and takes it back. */
async function reviewExhibit(page: Page, url: string, files: Files): Promise<void> {
  await page.goto(url);
  await page.getByRole('link', { name: REFERENCE }).click();
  const row = page.locator('.exhibits a', { hasText: basename(files.forged) });
  await row.click();
  const decide = (choice: string) => page.locator('.review').getByRole('button', { name: choice });
  await decide('不是伪造').waitFor();
  await until('nothing is decided without a name', () => decide('不是伪造').isDisabled());
  await page.fill('#reviewer', '王审核');
  await page.fill('#note', '已向银行核对原件');
  await decide('不是伪造').click();
  await row.getByText('人工复核').waitFor();
  assert.equal(await row.locator('.chip').textContent(), '未见伪造');
  await page.locator('.judgement').getByText('系统结论：伪造').waitFor();
  await page.locator('.reviews').getByText('已向银行核对原件').waitFor();
  await page.locator('.review').scrollIntoViewIfNeeded();
  await shot(page, 'review');
  await assertAccessible(page);
  await decide('确认伪造').click();
  await until('the word is taken back', async () => (await row.locator('.chip').textContent()) === '伪造');
  assert.equal(await page.locator('.reviews li').count(), 2);
}

async function lookAtExhibit(page: Page, files: Files): Promise<void> {
  await page.locator('.exhibits a', { hasText: basename(files.forged) }).click();
  const heat = page.locator('.window img.heat');
  await until('the page is drawn', () =>
    page
      .locator('.sheet-image')
      .first()
      .evaluate((image) => image.complete && image.naturalWidth > 0),
  );
  await until('the heat map is drawn', () =>
    heat.evaluate((image) => image.complete && image.naturalWidth > 0),
  );
  const opacity = () => heat.evaluate((image): string => image.style.opacity);
  const slider = page.getByRole('slider', { name: '热力图浓度' });
  await slider.focus();
  await page.keyboard.press('Home');
  assert.equal(await opacity(), '0');
  await page.keyboard.press('End');
  assert.equal(await opacity(), '1');
  await page.locator('.window').focus();
  await page.keyboard.press('h');
  assert.equal(await opacity(), '0');
  await page.keyboard.press('h');
  assert.equal(await opacity(), '0.6');
  await shot(page, 'exhibit');
}

async function zoom(page: Page): Promise<void> {
  const width = async () => (await page.locator('.sheet-image').first().boundingBox())!.width;
  const left = async () => (await page.locator('.sheet-image').first().boundingBox())!.x;
  const fitted = await width();
  const window = (await page.locator('.window').boundingBox())!;
  await page.mouse.move(window.x + window.width / 2, window.y + window.height / 2);
  await page.mouse.wheel(0, -400);
  await until('the wheel enlarges', async () => (await width()) > fitted * 1.3);
  const before = await left();
  await page.mouse.down();
  await page.mouse.move(window.x + window.width / 2 + 80, window.y + window.height / 2, { steps: 4 });
  await page.mouse.up();
  assert.ok(Math.abs((await left()) - before - 80) < 2, 'a drag moves the page with the hand');
  await page.getByRole('button', { name: '适合窗口' }).click();
  await until('the page fits again', async () => Math.abs((await width()) - fitted) < 1);
}

async function selectFindings(page: Page): Promise<void> {
  const boxes = page.locator('.box');
  assert.ok((await boxes.count()) > 0, 'a finding with a place has its box');
  const number = await boxes.first().locator('.number').textContent();
  await boxes.first().focus();
  await page.keyboard.press('Enter');
  const active = page.locator('.finding.active');
  assert.equal(await active.locator('.number').textContent(), number);
  await shot(page, 'finding');
  await active.locator('button.head').click();
  assert.equal(await page.locator('.box.active').count(), 0);
  await page.getByRole('checkbox', { name: '标框' }).uncheck();
  assert.equal(await boxes.count(), 0);
  await page.getByRole('checkbox', { name: '标框' }).check();
}

async function selectText(page: Page): Promise<void> {
  await page.getByRole('heading', { name: '识别内容' }).waitFor();
  assert.ok((await page.locator('.reading dt').count()) > 1, 'the fields of a statement are listed');
  const lines = page.locator('.text-layer text');
  assert.equal(await lines.count(), 0);
  await page.locator('.window').focus();
  await page.keyboard.press('t');
  await until('the text lies over the picture', async () => (await lines.count()) > 5);
  const line = lines.first();
  const [box, text] = [(await line.boundingBox())!, await line.textContent()];
  const middle = box.y + box.height / 2;
  await page.mouse.move(box.x + 1, middle);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 1, middle, { steps: 8 });
  await page.mouse.up();
  const selected = (await page.evaluate<string>('String(getSelection())')).trim();
  assert.ok(
    selected.length > 1 && text?.includes(selected),
    `selected “${selected}” by a drag over “${text}”`,
  );
  await shot(page, 'text');
  await page.getByRole('checkbox', { name: '可选文字' }).uncheck();
  assert.equal(await lines.count(), 0);
}

async function walkList(page: Page, files: Files): Promise<void> {
  await page.getByRole('link', { name: '返回案件列表' }).click();
  const row = page.getByRole('row', { name: REFERENCE });
  await row.waitFor();
  const verdict = await row.locator('.chip').textContent();
  for (const choice of ['未见伪造', '可疑', '伪造', '无法读取']) {
    await page.getByRole('combobox', { name: '结论' }).click();
    const menu = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)');
    await menu.locator(`.ant-select-item-option[title="${choice}"]`).click();
    await menu.waitFor({ state: 'hidden' });
    if (choice === verdict) await row.waitFor();
    else await page.getByText('没有符合条件的案件').waitFor();
  }
  await page.goto(new URL('/', page.url()).href);
  // Keys are heard once the page is drawn.
  await row.waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('no such file');
  await page.getByText('没有符合条件的案件').waitFor();
  await page.locator('#search').fill(basename(files.forged).slice(0, 9));
  await row.waitFor();
  await row.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/cases\//);
  await page.goBack();
}
