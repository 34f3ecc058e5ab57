import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { jianzhen } from './run.ts';

const models = new URL('../../../models/', import.meta.url);

it('lists every model with the SHA-256 of its file, and the network that the trees were fitted with', async () => {
  const ran = await jianzhen(['models', 'list', '--json']);
  expect(ran.status).toBe(0);
  const listed = new Map<string, unknown>(ran.lines().map((line) => [String(line.model), line]));
  const trees = readFileSync(new URL('document/classical.json', models));
  const network = readFileSync(new URL('document/learned.onnx', models));
  expect(listed.get('document/classical')).toMatchObject({
    version: JSON.parse(trees.toString()).version,
    bytes: trees.length,
  });
  const sha256 = createHash('sha256').update(network).digest('hex');
  expect(listed.get('document/learned')).toMatchObject({ sha256, bytes: network.length });
  expect(JSON.parse(trees.toString()).network).toBe(sha256);
  expect(listed.has('seal/reader')).toBe(true);
});

it('says in both languages what is wrong with a model named by the environment', async () => {
  const missing = await jianzhen(['check', '.'], { env: { JIANZHEN_DOCUMENT_MODEL: '/nowhere/trees.json' } });
  expect(missing.status).toBeGreaterThan(0);
  expect(missing.err).toContain('无法读取模型文件 /nowhere/trees.json');
  expect(missing.err).toContain('[engine.model-unreadable]');
  const other = await jianzhen(['check', '.'], {
    env: { JIANZHEN_DOCUMENT_MODEL: new URL('../package.json', import.meta.url).pathname },
  });
  expect(other.err).toContain('not a model of fitted trees');
  const trees = JSON.parse(readFileSync(new URL('document/classical.json', models), 'utf8'));
  const folder = mkdtempSync(join(tmpdir(), 'jianzhen-models-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const old = join(folder, 'old.json');
  for (const earlier of [
    { calibration: { slope: 1, offset: 0 } },
    { mask: { cellWeight: 1, pageWeight: 1, offset: -4 } },
    { mask: undefined },
  ]) {
    const jpeg = { ...trees.tracks.jpeg, ...earlier };
    writeFileSync(old, JSON.stringify({ ...trees, tracks: { ...trees.tracks, jpeg } }));
    const stale = await jianzhen(['check', '.'], { env: { JIANZHEN_DOCUMENT_MODEL: old } });
    expect(stale.err).toContain('of this version');
  }
});
