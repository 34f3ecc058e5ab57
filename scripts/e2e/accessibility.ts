import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** Asserts that axe finds nothing against WCAG 2.2 A and AA on the page as it stands. */
export async function assertAccessible(page: Page): Promise<void> {
  // What is off the screen may not be laid out yet (content-visibility), and is measured where it will not stand.
  await page.evaluate(
    'for (const part of document.querySelectorAll(".exhibit")) part.style.contentVisibility = "visible"',
  );
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults>(
    'axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] })',
  );
  const told = violations.flatMap(({ id, help, nodes }) =>
    nodes
      // A box is as large as what it marks; the list beside it offers the same (2.5.8, "equivalent").
      .filter(({ html }) => !(id === 'target-size' && html.includes('class="box')))
      .map(({ html }) => `${id}: ${help}: ${html.slice(0, 240)}`),
  );
  assert.deepEqual(told, []);
}
