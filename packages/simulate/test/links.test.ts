import { expect, test } from 'vitest';
import { LINK_KINDS, simulatedLinks } from '../src/index.ts';

test('made-up links are URLs, the same for a seed, half of them ordinary, of every kind', () => {
  const links = simulatedLinks({ seed: 3, size: 400 });
  expect(simulatedLinks({ seed: 3, size: 400 })).toEqual(links);
  expect(simulatedLinks({ seed: 4, size: 400 })).not.toEqual(links);
  expect(new Set(links.map(({ kind }) => kind))).toEqual(new Set(LINK_KINDS));
  expect(links.filter(({ label }) => label === 0)).toHaveLength(200);
  for (const { url } of links) expect(URL.canParse(url), url).toBe(true);
});
