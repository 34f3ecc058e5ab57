import type { Voiceprint } from '@jianzhen/evidence';
import { errors } from '../errors.ts';
import type { ModelIdentity } from '../model/types.ts';
import { dot } from '../vectors.ts';
import { assertSameModel } from '../voiceprint.ts';
import { bandOf, calibratedRatio } from './calibrate.ts';
import { type Cohort, cohortStatistics } from './normalise.ts';
import { type Projection, project, scalarForm } from './template.ts';
import type { BackEndFile, Band, RatePoint, Template } from './types.ts';

/** How voiceprints of one model are compared. */
export interface BackEnd {
  readonly model: ModelIdentity;
  /** Numbers in a voiceprint's vector, and in a template's. */
  readonly dims: number;
  readonly rows: number;
  readonly groupFrom: number;
  /** @throws CodedError `voice.models-differ` */
  template(print: Voiceprint): Template;
  /** Normalised, not yet calibrated. */
  score(a: Template, b: Template): number;
  /** Natural log-likelihood ratio of one voice against two. */
  ratio(a: Template, b: Template): number;
  /** The ratio of a score that was computed elsewhere. */
  calibrated(
    score: number,
    a: Pick<Template, 'seconds' | 'band'>,
    b: Pick<Template, 'seconds' | 'band'>,
  ): number;
  falseAlarms(band: Band): readonly RatePoint[];
}

interface OpenBand {
  readonly centre: Float32Array;
  readonly cohort: Cohort;
}

/**
 * Opens the text of a file that scripts/fit-voice made.
 *
 * @throws CodedError `voice.back-end-unreadable`, `voice.back-end-of-another-model`
 */
export function openBackEnd(text: string, model?: ModelIdentity): BackEnd {
  const file = parsed(text);
  if (model && model.sha256 !== file.model.sha256) {
    const [fitted, actual] = [file.model, model].map(({ id, sha256 }) => `${id} (${sha256.slice(0, 12)})`);
    throw errors('voice.back-end-of-another-model', { fitted: fitted!, model: actual! });
  }
  return createBackEnd(file);
}

function parsed(text: string): BackEndFile {
  try {
    const file = JSON.parse(text) as BackEndFile;
    if (file.version !== '1') throw new Error(`version ${file.version}`);
    const { rows, projection, between, model } = file;
    const expect = (name: string, actual: number, expected: number) => {
      if (actual !== expected) throw new Error(`${name}: ${actual} numbers, not ${expected}`);
    };
    if (projection !== null) expect('projection', numbers(projection).length, rows * model.dims);
    if (between !== null) expect('between', between.length, rows);
    for (const [name, { centre, cohort }] of Object.entries(file.bands)) {
      expect(`${name}.centre`, numbers(centre).length, model.dims);
      expect(`${name}.cohort`, numbers(cohort).length % rows, 0);
    }
    return file;
  } catch (cause) {
    throw errors('voice.back-end-unreadable', { detail: (cause as Error).message }, { cause });
  }
}

/** Float32 in base64, little-endian, as the file has its matrices. */
export function numbers(base64: string): Float32Array {
  const bytes = Uint8Array.from(Buffer.from(base64, 'base64'));
  return new Float32Array(bytes.buffer, 0, bytes.length >> 2);
}

export function createBackEnd(file: BackEndFile): BackEnd {
  const projection: Projection = {
    rows: file.rows,
    matrix: file.projection === null ? null : numbers(file.projection),
    between: file.between && Float64Array.from(file.between),
  };
  const bands: Record<Band, OpenBand> = {
    wide: openBand(projection, file.bands.wide),
    telephone: openBand(projection, file.bands.telephone),
  };
  const identity = { model: file.model.id, modelSha256: file.model.sha256 };
  const score = (a: Template, b: Template) => {
    const raw = dot(a.vector, b.vector) + a.offset + b.offset;
    return 0.5 * ((raw - a.mean) / a.deviation + (raw - b.mean) / b.deviation);
  };
  const calibrated: BackEnd['calibrated'] = (value, a, b) =>
    calibratedRatio(file.bands[bandOf(a.band, b.band)].calibration, value, a.seconds, b.seconds);
  return {
    model: file.model,
    dims: file.model.dims,
    rows: file.rows,
    groupFrom: file.groupFrom,
    template(print) {
      assertSameModel(identity, print);
      const { centre, cohort } = bands[print.band];
      const form = scalarForm(projection, project(projection, centre, print.vector));
      return {
        ...form,
        ...cohortStatistics(cohort, form, file.nearest),
        seconds: print.seconds,
        band: print.band,
      };
    },
    score,
    ratio: (a, b) => calibrated(score(a, b), a, b),
    calibrated,
    falseAlarms: (band) => file.bands[band].falseAlarms,
  };
}

function openBand(projection: Projection, { centre, cohort }: BackEndFile['bands'][Band]): OpenBand {
  const rows = numbers(cohort);
  const size = rows.length / projection.rows;
  const vectors = new Float32Array(rows.length);
  const offsets = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const at = i * projection.rows;
    const { vector, offset } = scalarForm(projection, rows.subarray(at, at + projection.rows));
    vectors.set(vector, at);
    offsets[i] = offset;
  }
  return { centre: numbers(centre), cohort: { size, vectors, offsets } };
}
