import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FEATURE_BANDS, openSpeakerModel } from '../src/index.ts';

const file = (name: string) => readFileSync(new URL(`fixtures/${name}.onnx`, import.meta.url));
const code = (opened: Promise<unknown>) =>
  opened.then(
    () => null,
    (error) => error.code as string,
  );

it('reads names and sizes from the file, and embeds speech of any length', async () => {
  const bytes = file('variance-80');
  const model = await openSpeakerModel(bytes, { id: 'variance' });
  expect(model).toMatchObject({
    id: 'variance',
    dims: FEATURE_BANDS,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
  for (const frames of [1, 98, 598]) {
    const values = new Float32Array(frames * FEATURE_BANDS).map((_, i) => (i % FEATURE_BANDS === 3 ? 2 : 0));
    const embedding = await model.embed({ frames, values });
    expect(embedding).toHaveLength(FEATURE_BANDS);
    expect(embedding[3]!).toBeCloseTo(Math.log(4.001), 4);
    expect(embedding[4]!).toBeCloseTo(Math.log(0.001), 4);
  }
  await model.close();
});

it('refuses another checksum, another shape and what is no model', async () => {
  expect(await code(openSpeakerModel(file('variance-80'), { id: 'x', sha256: '00' }))).toBe(
    'voice.model-checksum',
  );
  expect(await code(openSpeakerModel(file('variance-40'), { id: 'x' }))).toBe('voice.model-unfit');
  expect(await code(openSpeakerModel(new Uint8Array(100), { id: 'x' }))).toBe('voice.model-unreadable');
});
