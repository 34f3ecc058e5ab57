import { expect, it } from 'vitest';
import { type Seal, sealFacts } from '../src/index.ts';

const told = (seal: Partial<Seal>) =>
  sealFacts({ subtitle: null, code: null, taxNumber: null, ...seal } as Seal).map(([, value]) => value);

it('numbers on a seal are told with how sure their reading is, where that is known', () => {
  expect(told({ code: '4101020012345', numberConfidence: 0.628 })).toEqual(['4101020012345', '62%']);
  expect(told({ taxNumber: '91350100M000100Y43', numberConfidence: 0.999 })).toEqual([
    '91350100M000100Y43',
    '99%',
  ]);
  expect(told({ code: '4101020012345' })).toEqual(['4101020012345']);
  expect(told({ subtitle: '财务专用章', numberConfidence: 0 })).toEqual(['财务专用章']);
});
