import { decode, encodeMask } from '../codec.ts';
import { errors } from '../errors.ts';
import { type Box, copyOf } from '../picture.ts';
import { createRandom, type Seed } from '../random.ts';
import { alteredMask, share } from './altered.ts';
import { firstCapture } from './capture.ts';
import { wear } from './hard/index.ts';
import { EDITS, type Operation, readSheet, type Sheet } from './operations/index.ts';
import { cutMask, describePlan, keptBox, planSaves, runSaves, type SavePlan } from './saves.ts';
import { screenCapture } from './screen-capture.ts';
import {
  LARGEST_AREA,
  LARGEST_SEAL_AREA,
  LEAST_AREA,
  type Origin,
  type Parameters,
  type Pipeline,
  type Source,
  type TextLine,
} from './types.ts';

export interface Sample {
  readonly file: Uint8Array;
  readonly extension: 'jpg' | 'png';
  /** 8-bit grey PNG of the file's size, 255 = altered; null for an untouched twin. */
  readonly mask: Uint8Array | null;
  readonly width: number;
  readonly height: number;
  /** Edited boxes in pixels of the file. */
  readonly regions: readonly Box[];
  /** Altered share of the page before the saves. */
  readonly altered: number;
  readonly parameters: Parameters;
}

export interface SampleRequest {
  readonly sourceBytes: Uint8Array;
  /** Text lines in pixels of the source; found on the page where not given. */
  readonly boxes?: readonly TextLine[];
  /** Page to splice from; needed for `splice` alone. */
  readonly donor?: Source;
  /** `none` makes the untouched twin. */
  readonly op: Operation | 'none';
  readonly pipeline: Pipeline;
  /** Twins and forgeries of one source share the capture and the saves where they share this seed. */
  readonly seed: Seed;
  /** Chance that the page is one of the hard genuine ones: stamped, folded, faint … 0 unless told. */
  readonly hardShare?: number;
}

/** A source that has passed its first capture, and the saves that its samples will pass. */
export interface Prepared {
  readonly sheet: Sheet;
  readonly plan: SavePlan;
  readonly parameters: Parameters;
}

const ATTEMPTS = 12;

/**
 * Makes one forged page or untouched twin.
 * @throws simulate.no-place where the page offers no place for the operation, simulate.donor-missing, simulate.unreadable.
 */
export async function forgeSample(request: SampleRequest): Promise<Sample> {
  const { sourceBytes, boxes, donor, op, pipeline, seed, hardShare = 0 } = request;
  const own = { bytes: sourceBytes, name: '', ...(boxes ? { lines: boxes } : {}) };
  const prepared = await prepare(await originOf(own), pipeline, seed, hardShare);
  const other =
    op === 'splice' && donor
      ? (await prepare(await originOf(donor), pipeline, `${seed}/donor/${donor.name}`)).sheet
      : null;
  return finish(prepared, op, seed, other);
}

const originOf = async (source: Source): Promise<Origin> => ({
  name: source.name,
  medium: 'paper',
  script: 'latin',
  picture: await decode(source.bytes),
  lines: source.lines ?? null,
  partial: false,
});

/** The page after its first capture. `hardShare`: chance that something befell the paper before it, see hard/. */
export async function prepare(
  origin: Origin,
  pipeline: Pipeline,
  seed: Seed,
  hardShare = 0,
): Promise<Prepared> {
  const worn = wear(origin, hardShare, createRandom(seed, 'hard', pipeline));
  const random = createRandom(seed, 'capture', pipeline);
  const captured =
    origin.medium === 'screen'
      ? await screenCapture(origin, random)
      : await firstCapture(worn.picture, origin.lines, random, pipeline === 'scanner');
  const plan = planSaves(pipeline, captured.picture, createRandom(seed, 'saves', pipeline));
  return {
    sheet: readSheet(captured.picture, { ...origin, lines: captured.lines }),
    plan,
    parameters: {
      ...(worn.name ? { hard: worn.name } : {}),
      ...captured.parameters,
      ...describePlan(plan),
    },
  };
}

/** A page to splice from, after a first capture of its own. */
export async function prepareDonor(donor: Origin, seed: Seed): Promise<Sheet> {
  const random = createRandom(seed, 'donor', donor.name);
  const captured =
    donor.medium === 'screen'
      ? await screenCapture(donor, random)
      : await firstCapture(donor.picture, donor.lines, random);
  return readSheet(captured.picture, { ...donor, lines: captured.lines });
}

export async function finish(
  prepared: Prepared,
  op: Operation | 'none',
  seed: Seed,
  donor: Sheet | null,
): Promise<Sample> {
  const { sheet, plan } = prepared;
  if (op === 'none') {
    const { mask: _, ...saved } = await runSaves(plan, sheet.picture, null, []);
    return { ...saved, mask: null, altered: 0, parameters: prepared.parameters };
  }
  if (op === 'splice' && !donor) throw errors('simulate.donor-missing');
  const largest = op === 'seal-paste' ? LARGEST_SEAL_AREA : LARGEST_AREA;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const random = createRandom(seed, 'edit', op, plan.pipeline, attempt);
    const page = copyOf(sheet.picture);
    const wanted = LEAST_AREA * 1.3 * (LARGEST_AREA / LEAST_AREA / 2) ** random.next();
    const parameters: Parameters = { ...prepared.parameters };
    const target = wanted * page.width * page.height;
    const regions = await EDITS[op]({ ...sheet, page, donor, random, target, parameters });
    const mask = alteredMask(sheet.picture, page, regions);
    const altered = share(plan.pipeline === 'crop' ? cutMask(mask, keptBox(plan, page)) : mask);
    if (altered < LEAST_AREA || altered > largest) continue;
    const saved = await runSaves(plan, page, mask, regions);
    return { ...saved, mask: await encodeMask(saved.mask!), altered, parameters };
  }
  throw errors('simulate.no-place', { op });
}
