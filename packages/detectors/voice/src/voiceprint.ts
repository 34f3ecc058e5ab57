import type { Voiceprint } from '@jianzhen/evidence';
import { errors } from './errors.ts';
import type { ModelIdentity } from './model/types.ts';
import { meanDirection } from './vectors.ts';

/** A piece of speech past the network. */
export interface EmbeddedPiece {
  readonly vector: Float32Array;
  /** Net speech in seconds. */
  readonly seconds: number;
}

/** The print of one voice from its pieces of speech, each weighed by its seconds. */
export function voiceprintOf(
  model: ModelIdentity,
  pieces: readonly EmbeddedPiece[],
  band: Voiceprint['band'],
): Voiceprint {
  return {
    model: model.id,
    modelSha256: model.sha256,
    vector: meanDirection(pieces.map(({ vector, seconds }) => ({ vector, weight: seconds }))),
    seconds: pieces.reduce((sum, { seconds }) => sum + seconds, 0),
    pieces: pieces.length,
    band,
  };
}

/** Beyond this much speech a call weighs no more than another one: one long call must not be the whole print. */
const WEIGHS_AT_MOST_SECONDS = 30;

/**
 * One print from several of one person. Its band is that of most of the speech.
 *
 * @throws CodedError `voice.models-differ`
 */
export function joinVoiceprints(prints: readonly [Voiceprint, ...Voiceprint[]]): Voiceprint {
  const [first] = prints;
  for (const print of prints) assertSameModel(first, print);
  const telephone = prints.reduce(
    (sum, { band, seconds }) => sum + (band === 'telephone' ? seconds : -seconds),
    0,
  );
  return {
    model: first.model,
    modelSha256: first.modelSha256,
    vector: meanDirection(
      prints.map(({ vector, seconds }) => ({ vector, weight: Math.min(seconds, WEIGHS_AT_MOST_SECONDS) })),
    ),
    seconds: prints.reduce((sum, { seconds }) => sum + seconds, 0),
    pieces: prints.reduce((sum, { pieces }) => sum + pieces, 0),
    band: telephone > 0 ? 'telephone' : 'wide',
  };
}

type OfModel = Pick<Voiceprint, 'model' | 'modelSha256'>;

const described = ({ model, modelSha256 }: OfModel) => `${model} (${modelSha256.slice(0, 12)})`;

/** @throws CodedError `voice.models-differ` */
export function assertSameModel(left: OfModel, right: OfModel): void {
  if (left.modelSha256 !== right.modelSha256)
    throw errors('voice.models-differ', { left: described(left), right: described(right) });
}
