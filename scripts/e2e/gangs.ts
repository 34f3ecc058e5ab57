import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { TraceTable } from '@jianzhen/evidence';
import { planWorld, worldTables } from '@jianzhen/simulate';
import { assertAccessible } from './accessibility.ts';
import { type Stage, shot, step } from './steps.ts';

/** Cases of the made-up world: its agencies are supplied by one den. */
const CASES = 6000;
const SEED = 'e2e gangs';

const iso = (at: number) => (Number.isNaN(at) ? null : new Date(at).toISOString());

/** Seals of the world, those on most papers first. */
const seals = ({ kind, value }: TraceTable): string[] =>
  [
    ...Map.groupBy(
      value.filter((_, i) => kind[i] === 'seal'),
      String,
    ),
  ]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([seal]) => seal);

/** A world's cases and traces as other systems hand them in; its commonest seal is the first on record here. */
function records() {
  const structure = { lenders: 12, dens: [4], independentAgencies: 0, agencyCases: 0.3 };
  const { cases, traces } = worldTables(planWorld({ seed: SEED, cases: CASES, structure }));
  const [commonest] = seals(traces);
  return {
    cases: cases.caseId.map((caseId, i) => ({
      caseId,
      customerId: cases.customerId[i]!,
      lenderId: cases.lenderId[i]!,
      openedAt: iso(cases.openedAt[i]!),
    })),
    traces: traces.caseId.map((caseId, i) => ({
      caseId,
      kind: traces.kind[i]!,
      value: traces.value[i] === commonest ? 'seal-1' : traces.value[i]!,
      observedAt: iso(traces.observedAt[i]!),
    })),
  };
}

/** What an investigator does with gangs: has them mined, looks at who supplies whom, says a word, takes a package along. */
export async function tryGangs(stage: Stage, url: string): Promise<void> {
  const { page } = stage;

  await step(stage, 'gangs are mined from what other systems handed in', async () => {
    await page.getByRole('link', { name: '团伙' }).click();
    await page.getByText('还没有挖掘过').waitFor();
    const { cases, traces } = records();
    for (let i = 0; i < traces.length; i += 20_000) {
      const data = { cases: i === 0 ? cases : [], traces: traces.slice(i, i + 20_000) };
      const answer = await page.request.post(`${url}/v1/mining/records`, { data });
      assert.equal(answer.status(), 200);
    }
    await page.getByRole('button', { name: '立即挖掘' }).click();
    await page.getByText(/最近一次挖掘/).waitFor({ timeout: 60_000 });
    await page.locator('.chip.role-agency').first().waitFor();
    await shot(page, 'gangs');
    await assertAccessible(page);
  });

  await step(stage, 'a gang says why it is one, who supplies it, and takes a person’s word', async () => {
    await page.locator('tbody a.case-name').first().click();
    await page.getByRole('heading', { name: '依据' }).waitFor();
    await page.getByRole('heading', { name: /共同痕迹/ }).waitFor();
    await page.getByRole('button', { name: '确认是团伙' }).click();
    await page.fill('#reviewer', '李调查员');
    await page.getByRole('dialog').getByRole('button', { name: '确认是团伙' }).click();
    await page.locator('.reviews').getByText('李调查员').waitFor();
    await page.getByRole('link', { name: '首次出现处' }).first().waitFor();
    await shot(page, 'gang');
    await assertAccessible(page);
  });

  await step(stage, 'a package on it is made, downloaded and entered into the custody log', async () => {
    await page.getByRole('button', { name: '制作线索包' }).click();
    await page.fill('#lead-by', '李调查员');
    await page.fill('#lead-organisation', '某消费金融公司');
    await page.fill('#lead-purpose', '移送线索');
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: '制作并下载' }).click();
    const zip = await readFile(await (await downloading).path());
    assert.equal(zip.subarray(0, 4).toString('latin1'), 'PK\u0003\u0004');
    await page.getByText('尚未移交').waitFor();
    await page.getByRole('button', { name: '登记移交' }).click();
    for (const [field, value] of [
      ['by', '李调查员'],
      ['recipient', '某市公安局'],
      ['purpose', '立案侦查'],
      ['authority', '某公调证字〔2026〕12号'],
    ] as const)
      await page.fill(`#handover-${field}`, value);
    await page.getByRole('dialog').getByRole('button', { name: '登记移交' }).click();
    await page.locator('.custody').getByText('某市公安局').waitFor();
    await shot(page, 'lead');
    await assertAccessible(page);
    await page.getByText('English', { exact: true }).click();
    await page.getByText('Lead packages').waitFor();
    await page.getByText('中文', { exact: true }).click();
  });
}
