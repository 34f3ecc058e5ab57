import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
let tree: string;

/** A small tree of the same shape, with one forbidden import a file. */
const files: Readonly<Record<string, string>> = {
  'packages/evidence/src/index.ts':
    "import '../../raster/src/index.ts';\nexport type Finding = { code: string };\n",
  'packages/raster/src/index.ts': 'export const plane = 1;\n',
  'packages/raster/src/inner.ts': 'export const inner = 1;\n',
  'packages/store/src/index.ts': 'export const store = 1;\n',
  'packages/detectors/document/src/index.ts':
    "import '../../../store/src/index.ts';\nimport '../../seal/src/index.ts';\n",
  'packages/detectors/seal/src/index.ts':
    "import type { Finding } from '../../../evidence/src/index.ts';\nexport type Mine = Finding;\n",
  'packages/cases/src/index.ts':
    "import type { plane } from '../../raster/src/index.ts';\nexport type P = typeof plane;\n",
  'apps/cli/src/main.ts': "import '../../../packages/raster/src/inner.ts';\n",
  'apps/console/src/main.ts': "import '../../../packages/store/src/index.ts';\n",
};

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'jianzhen-boundaries-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

describe('.dependency-cruiser.mjs', () => {
  it('fires on every planted import, type-only ones included, and on nothing else', () => {
    const { stdout } = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/.bin/depcruise'),
        '--config',
        join(root, '.dependency-cruiser.mjs'),
        '--output-type',
        'json',
        'apps',
        'packages',
      ],
      { cwd: tree, encoding: 'utf8' },
    );
    const violations: { from: string; rule: { name: string } }[] = JSON.parse(stdout).summary.violations;
    const fired = violations.map(({ from, rule }) => `${from}: ${rule.name}`).sort();
    expect(fired).toEqual([
      'apps/cli/src/main.ts: no-way-around-the-entry',
      'apps/console/src/main.ts: console-sees-the-api-only',
      'packages/cases/src/index.ts: cases-is-domain',
      'packages/detectors/document/src/index.ts: detectors-are-islands',
      'packages/detectors/document/src/index.ts: detectors-are-islands',
      'packages/evidence/src/index.ts: evidence-is-the-root',
    ]);
  });
});
