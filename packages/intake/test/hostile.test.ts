import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { hostileFixtures } from './hostile/index.ts';

interface Outcome {
  readonly name: string;
  readonly result: string;
  readonly ms: number;
  readonly peakMegabytes: number;
}

const MAX_MS = 10_000;
const outcomes = new Map<string, Outcome>();
let exit: number | null = null;

/** In a process of its own: its memory can be measured, and a hang or crash shows in which fixture it came. */
beforeAll(async () => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./hostile/run.ts', import.meta.url))]);
  let alarm = setTimeout(() => child.kill('SIGKILL'), 3 * MAX_MS);
  for await (const line of createInterface({ input: child.stdout })) {
    clearTimeout(alarm);
    alarm = setTimeout(() => child.kill('SIGKILL'), MAX_MS);
    const outcome = JSON.parse(line) as Outcome;
    outcomes.set(outcome.name, outcome);
  }
  clearTimeout(alarm);
  exit = child.exitCode ?? (await new Promise<number | null>((done) => child.on('exit', done)));
}, 120_000);

describe('hostile files', () => {
  test.each(hostileFixtures().map(({ name, expect: expected }) => ({ name, expected })))(
    '$name: $expected',
    ({ name, expected }) => {
      const outcome = outcomes.get(name);
      expect(outcome?.result).toBe(expected);
      expect(outcome?.ms).toBeLessThan(MAX_MS);
      expect(outcome?.peakMegabytes).toBeLessThan(1_024);
    },
  );

  test('the process lives to the end', () => {
    expect(exit).toBe(0);
  });

  test('every fixture has a name of its own and makes the same bytes again', () => {
    const first = hostileFixtures();
    expect(new Set(first.map(({ name }) => name)).size).toBe(first.length);
    hostileFixtures().forEach(({ bytes }, i) => {
      expect(Buffer.compare(bytes, first[i]!.bytes)).toBe(0);
    });
  });
});
