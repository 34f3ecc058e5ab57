import { describe, expect, it } from 'vitest';
import {
  type Detection,
  type Detections,
  MEASURED,
  planWorld,
  worldCases,
  worsened,
} from '../../src/index.ts';
import { tellCase } from '../../src/world/case.ts';

const everywhere = (detection: Detection): Detections =>
  Object.fromEntries(Object.keys(MEASURED).map((kind) => [kind, detection])) as unknown as Detections;
const worldOf = (detections: Detections) => planWorld({ seed: 'detect', cases: 1_500, detections });

/** Shares of what is there that is recorded as it is, under another value, and not at all. */
function shares(detections: Detections) {
  const world = worldOf(detections);
  let [there, same, other] = [0, 0, 0];
  let index = 0;
  for (const { traces } of worldCases(world)) {
    const { scene } = tellCase(world, index++);
    const values = new Set(scene.sightings.map(({ value }) => value));
    const recorded = new Set(traces.map(({ value }) => value));
    there += values.size;
    for (const value of recorded)
      if (values.has(value)) same++;
      else other++;
  }
  return { same: same / there, other: other / there };
}

describe('detectors', () => {
  it('record all and nothing else where they make no errors', () => {
    const { same, other } = shares(everywhere({ seen: 1, linked: 1, mistaken: 0 }));
    expect(same).toBe(1);
    expect(other).toBe(0);
  });

  it('miss and part as often as they are told to', () => {
    const { same, other } = shares(everywhere({ seen: 0.9, linked: 0.8, mistaken: 0 }));
    expect(same).toBeGreaterThan(0.69);
    expect(same).toBeLessThan(0.78);
    expect(other).toBeGreaterThan(0.13);
    expect(other).toBeLessThan(0.21);
  });

  it('get worse by a factor on every error', () => {
    const worse = worsened(MEASURED, 2);
    expect(worse.seal.linked).toBeCloseTo(1 - 2 * (1 - MEASURED.seal.linked), 12);
    expect(worse.document_template.mistaken).toBe(2 * MEASURED.document_template.mistaken);
    expect(worsened(everywhere({ seen: 0.2, linked: 1, mistaken: 0.9 }), 2).phone).toEqual({
      seen: 0,
      linked: 1,
      mistaken: 1,
    });
  });
});
