import { openSession, type SealNetworkOptions } from '../session.ts';
import { RING_COLUMNS, RING_PLANES } from './planes.ts';
import { PLACES, type RingSigns } from './signs.ts';

/** What trained weights say of each of some unrolled seals, as `ringPlanes` makes them. */
export type RingNetwork = (rings: readonly Float32Array[]) => Promise<RingSigns[]>;

/** In the order of `COLUMNS` in training/seal/ring/network.py. */
const KINDS = ['title', 'code', 'up', 'edge'] as const;
/** Depths of a whole ring: the band's two, and the digits'. */
const DEPTHS = 4;

/**
 * Opens a network that training/seal/ring exported.
 *
 * @param file path of the ONNX file: `planes` n × 2 × 64 × 360 to `columns` n × 4 × 180 and `depths` n × 4
 * @throws CodedError `seal.network-unreadable`
 */
export async function openRingNetwork(file: string, options: SealNetworkOptions = {}): Promise<RingNetwork> {
  const run = await openSession(file, options);
  return async (rings) => {
    if (rings.length === 0) return [];
    const size = rings[0].length;
    const values = new Float32Array(rings.length * size);
    rings.forEach((ring, n) => {
      values.set(ring, n * size);
    });
    const rows = size / RING_PLANES / RING_COLUMNS;
    const { columns, depths } = await run({
      planes: [values, [rings.length, RING_PLANES, rows, RING_COLUMNS]],
    });
    return rings.map((_, n) => {
      const of = (kind: (typeof KINDS)[number]) => {
        const from = (n * KINDS.length + KINDS.indexOf(kind)) * PLACES;
        return columns.slice(from, from + PLACES);
      };
      const [top, bottom, outer, inner] = depths.subarray(n * DEPTHS, (n + 1) * DEPTHS);
      return {
        title: of('title'),
        code: of('code'),
        up: of('up'),
        edge: of('edge'),
        band: { top, bottom },
        digits: { outer, inner },
      };
    });
  };
}
