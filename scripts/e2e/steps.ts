import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';

/** Screenshots and papers of the last run, for a person to look at. */
export const SHOTS = resolve(import.meta.dirname, '../../test-results/e2e');
mkdirSync(SHOTS, { recursive: true });

/** What is examined in real time on a loaded machine may take a while. */
export const EXAMINED_WITHIN = 180_000;

export interface Stage {
  readonly page: Page;
  /** What the browser complained of so far. */
  readonly complaints: string[];
}

/** Runs one named step and prints how it went; a failure leaves a picture and ends the run. */
export async function step(
  { page, complaints }: Stage,
  name: string,
  work: () => Promise<void>,
): Promise<void> {
  const started = performance.now();
  const told = (mark: string) =>
    console.log(`${mark} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  try {
    await work();
    if (complaints.length > 0) throw new Error(`the browser complained: ${complaints.join('\n')}`);
    told('ok  ');
  } catch (thrown) {
    told('FAIL');
    await page.screenshot({ path: join(SHOTS, 'failed.png') }).catch(() => {});
    console.error(`     the page as it was: ${join(SHOTS, 'failed.png')}`);
    throw thrown;
  }
}

export async function shot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}

/** Asks until `ask` gives a value that is not null, undefined or false. */
export async function until<T>(
  what: string,
  ask: () => Promise<T>,
  patience = 10_000,
): Promise<NonNullable<T>> {
  const deadline = performance.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > deadline) throw new Error(`not within ${patience / 1000} s: ${what}`);
    await new Promise((done) => setTimeout(done, 150));
  }
}
