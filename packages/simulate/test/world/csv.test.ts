import { describe, expect, it } from 'vitest';
import { planWorld, WORLD_FILES, type WorldFile, worldCsv, worldTables } from '../../src/index.ts';

const world = planWorld({ seed: 'csv', cases: 1_500 });

function written(): Record<WorldFile, string[][]> {
  const files = Object.fromEntries(Object.keys(WORLD_FILES).map((name) => [name, ''])) as Record<
    WorldFile,
    string
  >;
  for (const part of worldCsv(world, 400))
    for (const [name, text] of Object.entries(part)) files[name as WorldFile] += text;
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [
      name,
      text
        .trimEnd()
        .split('\n')
        .map((line) => line.split(',')),
    ]),
  ) as Record<WorldFile, string[][]>;
}

describe('the files of a world', () => {
  const files = written();
  const { cases, traces, truth } = worldTables(world);

  it('have the heads that were promised, and as many columns a line', () => {
    for (const [name, head] of Object.entries(WORLD_FILES)) {
      const [first, ...lines] = files[name as WorldFile];
      expect(first!.join(',')).toBe(head);
      expect(lines.length).toBeGreaterThan(0);
      expect(
        lines.every((line) => line.length === first!.length),
        name,
      ).toBe(true);
    }
  });

  it('hold the very tables', () => {
    const rows = files['cases.csv'].slice(1);
    expect(rows.map(([id]) => id)).toEqual(cases.caseId);
    expect(rows.map(([, customer]) => customer)).toEqual(cases.customerId);
    expect(rows.map(([, , lender]) => lender)).toEqual(cases.lenderId);
    expect(rows.map(([, , , at]) => Date.parse(at!))).toEqual([...cases.openedAt]);
    const seen = files['traces.csv'].slice(1);
    expect(seen.map(([, kind, value]) => [kind, value])).toEqual(
      traces.kind.map((kind, i) => [kind, traces.value[i]]),
    );
    const kept = files['truth.csv'].slice(1);
    expect(kept.map(([, label, gang]) => [label, gang])).toEqual(
      truth.map(({ label, gang }) => [label, gang ?? '']),
    );
  });
});
