import assert from 'node:assert/strict';
import { assertAccessible } from './accessibility.ts';
import { type Stage, shot, step } from './steps.ts';

const APP = 'https://bad.example/fast-loan.apk';

/** What a reviewer does with alerts: looks at a campaign, sends dead letters again, corrects. `mend` brings the endpoint back. */
export async function tryAlerts(stage: Stage, url: string, mend: () => void): Promise<void> {
  const { page } = stage;
  const scan = async (customerId: string) => {
    const data = { text: APP, customerId, lenderId: 'lender-yunling' };
    const answer = await page.request.post(`${url}/v1/scans`, { data });
    assert.equal(answer.status(), 200);
    return (await answer.json()) as { alert: object | null };
  };

  await step(stage, 'alerts appear by themselves, and a campaign of them', async () => {
    await page.getByRole('link', { name: '预警' }).click();
    await page.getByText('还没有预警').waitFor();
    for (let i = 0; i < 5; i++) await scan(`C-${i}`);
    await page.getByText('扩散预警', { exact: true }).waitFor();
    await page.getByText('5 位客户，1 家机构').waitFor();
    assert.equal(await page.locator('tbody a.subject').count(), 6);
    await page.getByRole('heading', { name: '未送达的推送' }).waitFor();
    await shot(page, 'alerts');
    await assertAccessible(page);
  });

  await step(stage, 'dead letters go out again once the endpoint is back', async () => {
    mend();
    await page.getByRole('button', { name: '全部重发' }).click();
    await page.getByRole('heading', { name: '未送达的推送' }).waitFor({ state: 'hidden' });
  });

  await step(stage, 'a campaign says why, what to do and how it grew, and is corrected', async () => {
    await page.getByText('扩散预警', { exact: true }).click();
    await page.getByText('不要下载或安装这个应用').waitFor();
    await page.locator('.growth rect').first().waitFor();
    await page.getByText('已送达').first().waitFor();
    await page.fill('#reviewer', '王审核');
    await page.fill('#note', '银行的官方应用');
    await page.getByRole('button', { name: '没有危险' }).click();
    await page.getByText('已更正').waitFor();
    await page.getByText('王审核 认定：没有危险').waitFor();
    assert.equal((await scan('C-9')).alert, null);
    await shot(page, 'alert');
    await assertAccessible(page);
    await page.getByText('English', { exact: true }).click();
    await page.getByRole('button', { name: 'Dangerous', exact: true }).click();
    await page.getByText('Confirmed', { exact: true }).waitFor();
    assert.notEqual((await scan('C-9')).alert, null);
    await page.getByText('中文', { exact: true }).click();
  });
}
