import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sourceHash } from '../build/sources.ts';

describe('the hash that tells a stale build', () => {
  let root: string;
  const put = (path: string, text: string) => writeFileSync(join(root, path), text);
  const hash = () => sourceHash(root, ['src', 'index.html']);

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'jianzhen-console-'));
    mkdirSync(join(root, 'src', 'inner'), { recursive: true });
    put('index.html', '<p>');
    put('src/a.ts', '1');
    put('src/inner/b.ts', '2');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('is the same for the same sources', () => {
    expect(hash()).toBe(hash());
    expect(hash()).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each<[string, () => void]>([
    ['content', () => put('src/inner/b.ts', '3')],
    ['a new file', () => put('src/c.ts', '')],
    ['a name', () => put('src/inner/a.ts', '1')],
    [
      'content moved from one file to the next',
      () => {
        put('src/a.ts', '');
        put('src/inner/b.ts', '12');
      },
    ],
  ])('changes with %s', (_, change) => {
    const before = hash();
    change();
    expect(hash()).not.toBe(before);
  });

  it('fails where a source is missing rather than take it for empty', () => {
    rmSync(join(root, 'index.html'));
    expect(hash).toThrow('ENOENT');
  });
});
