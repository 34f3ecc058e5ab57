import { expect, test } from 'vitest';
import { nameScores } from '../../src/index.ts';
import { model } from './support.ts';

const scores = (name: string) => nameScores(model.names, name);

test('words are likelier than random letters', () => {
  for (const word of ['garden', 'betterstack', 'designhistory'])
    for (const random of ['xcnpltui', 'jxdqz', 'tluhqe'])
      expect(scores(word).wordlike).toBeGreaterThan(scores(random).wordlike + 0.5);
});

test('words and pinyin cover names that are made of them', () => {
  expect(scores('software').wordShare).toBe(1);
  expect(scores('ruanyifeng').pinyinShare).toBe(1);
  expect(scores('gongshangyinhang1').pinyinShare).toBe(1);
  expect(scores('xcnpltx').pinyinShare).toBe(0);
  expect(scores('8848')).toEqual({ wordlike: 0, wordShare: 0, pinyinShare: 0 });
});
