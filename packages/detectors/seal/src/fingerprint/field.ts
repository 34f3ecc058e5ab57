import { BLANK, type PolarMap, RINGS, SECTORS, UNSEEN } from './polar.ts';

/** Ink by cell less its ring's mean, since what does not change along a ring is alike in all seals; 0 where unknown. */
export interface Field {
  readonly ink: Float32Array;
  /** 1 where the seal was seen, else 0. */
  readonly known: Float32Array;
  readonly rings: number;
  readonly sectors: number;
}

export function fieldOf(map: PolarMap): Field {
  const ink = new Float32Array(map.length);
  const known = new Float32Array(map.length);
  for (let ring = 0; ring < RINGS; ring++) {
    let sum = 0;
    let count = 0;
    for (let cell = ring * SECTORS; cell < (ring + 1) * SECTORS; cell++) {
      if (map[cell] === UNSEEN) continue;
      known[cell] = 1;
      ink[cell] = (map[cell]! - BLANK) / 2;
      sum += ink[cell]!;
      count++;
    }
    for (let cell = ring * SECTORS; cell < (ring + 1) * SECTORS; cell++)
      if (known[cell] === 1) ink[cell]! -= sum / count;
  }
  return { ink, known, rings: RINGS, sectors: SECTORS };
}

/** A field of half the rings and sectors; a cell is known where half of it is. */
export function halved(field: Field): Field {
  const [rings, sectors] = [field.rings / 2, field.sectors / 2];
  const ink = new Float32Array(rings * sectors);
  const known = new Float32Array(rings * sectors);
  for (let ring = 0; ring < rings; ring++)
    for (let sector = 0; sector < sectors; sector++) {
      const from = 2 * ring * field.sectors + 2 * sector;
      let sum = 0;
      let count = 0;
      for (const cell of [from, from + 1, from + field.sectors, from + field.sectors + 1]) {
        sum += field.ink[cell]!;
        count += field.known[cell]!;
      }
      if (count < 2) continue;
      ink[ring * sectors + sector] = sum / count;
      known[ring * sectors + sector] = 1;
    }
  return { ink, known, rings, sectors };
}
