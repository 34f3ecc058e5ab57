import type { Message } from '@jianzhen/evidence';
import type { GeneratorFacts } from '../input.ts';

/** What a package says of its own making. */
export interface PackageFacts {
  /** Name of the package. */
  readonly package: string;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  readonly organisation: string;
  readonly who: string;
  readonly purpose: string;
  readonly profile: string;
  readonly profileTitle: Message;
  readonly generator: GeneratorFacts;
}

/** An exhibit as the inventory lists it. */
export interface InventoryItem {
  readonly no: string;
  /** As the recipient may see it. */
  readonly name: string;
  /** Number of its case. */
  readonly case: string;
  readonly mediaType: string;
  readonly bytes: number | null;
  readonly sha256: string | null;
  readonly sm3: string | null;
  readonly receivedAt: string | null;
  /** Where it lies in the package; null where only its digests do. */
  readonly path: string | null;
  readonly findings: number;
}
