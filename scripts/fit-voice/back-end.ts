// The part of a back end that voices of training make: centre, projection, cohort. Calibration comes after, on voices of validation.

import {
  type BackEndFile,
  type Band,
  type BandFile,
  joinVoiceprints,
  type ModelIdentity,
  type Projection,
  project,
} from '@jianzhen/detector-voice';
import type { Voiceprint } from '@jianzhen/evidence';
import { fitDiscriminant } from '@jianzhen/learn';

/** A recording whose speaker is known, past the network. */
export interface Known {
  readonly speaker: string;
  readonly print: Voiceprint;
}

export interface Shape {
  /** `cosine`: centred alone; `lda`: cosines after discriminant analysis; `plda`: the two-covariance model. */
  readonly kind: 'cosine' | 'lda' | 'plda';
  readonly rows: number;
  readonly shrinkage: number;
  /** Voices of the cohort that normalise a score; 0 for none. */
  readonly nearest: number;
}

export const shapeName = ({ kind, rows, shrinkage, nearest }: Shape): string =>
  [kind, ...(kind === 'cosine' ? [] : [`${rows} rows`, `shrinkage ${shrinkage}`]), `nearest ${nearest}`].join(
    ', ',
  );

/** A score as it is: what calibration starts from. */
const PLAIN = { slope: [1], offset: [0], lengths: [-10, 10] } as const;

/**
 * @param training whose means are centre and cohort
 * @param others further voices that show discriminant analysis how voices differ
 */
export function fitShape(
  model: ModelIdentity,
  training: Readonly<Record<Band, readonly Known[]>>,
  shape: Shape,
  others: readonly Known[] = [],
): BackEndFile {
  const [{ print }] = training.wide as [Known, ...Known[]];
  const dims = print.vector.length;
  const centres = { wide: centreOf(training.wide), telephone: centreOf(training.telephone) };
  const projection =
    shape.kind === 'cosine'
      ? identity(dims)
      : discriminant([...training.wide, ...training.telephone, ...others], centres, shape);
  return {
    version: '1',
    model: { id: model.id, sha256: model.sha256, dims },
    rows: projection.rows,
    projection: projection.matrix && base64(projection.matrix),
    between: projection.between && Array.from(projection.between, (psi) => Number(psi.toPrecision(6))),
    nearest: shape.nearest,
    groupFrom: 0,
    bands: {
      wide: band(projection, centres.wide, training.wide),
      telephone: band(projection, centres.telephone, training.telephone),
    },
  };
}

const identity = (dims: number): Projection => ({ rows: dims, matrix: null, between: null });

function discriminant(
  known: readonly Known[],
  centres: Readonly<Record<Band, Float32Array>>,
  { kind, rows, shrinkage }: Shape,
): Projection {
  const { rows: axes, between } = fitDiscriminant(
    known.map(({ print: { vector, band } }) => vector.map((x, k) => x - centres[band][k]!)),
    known.map(({ speaker }) => speaker),
    { dims: rows, shrinkage },
  );
  const matrix = new Float32Array(rows * axes[0]!.length);
  axes.forEach((axis, i) => {
    matrix.set(axis, i * axis.length);
  });
  return { rows, matrix, between: kind === 'plda' ? between : null };
}

/** One print a speaker. */
function speakers(known: readonly Known[]): Voiceprint[] {
  return [...Map.groupBy(known, ({ speaker }) => speaker).values()].map(([first, ...rest]) =>
    joinVoiceprints([first!.print, ...rest.map(({ print }) => print)]),
  );
}

function centreOf(known: readonly Known[]): Float32Array {
  const prints = speakers(known);
  const mean = new Float32Array(prints[0]!.vector.length);
  for (const { vector } of prints)
    vector.forEach((x, k) => {
      mean[k]! += x / prints.length;
    });
  return mean;
}

function band(projection: Projection, centre: Float32Array, known: readonly Known[]): BandFile {
  const rows = speakers(known).map(({ vector }) => project(projection, centre, vector));
  const cohort = new Float32Array(rows.length * projection.rows);
  rows.forEach((row, i) => {
    cohort.set(row, i * projection.rows);
  });
  return {
    centre: base64(centre),
    cohort: base64(cohort),
    calibration: PLAIN,
    falseAlarms: [{ llr: 0, rate: 1 }],
  };
}

export const base64 = ({ buffer, byteOffset, byteLength }: Float32Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64');
