import type { Gang } from '@jianzhen/evidence';
import type { Source, TellRow } from '../ids/tables.ts';
import type { MineOptions } from '../mine.ts';
import type { Hub } from '../told/hubs.ts';
import type { GangLink } from '../told/links.ts';

export const engineNames = ['memory', 'duckdb', 'spark'] as const;
export type EngineName = (typeof engineNames)[number];

/** A vertex and the least name, by bytes of UTF-8, of its weakly connected component. */
export interface VertexComponent {
  readonly vertex: string;
  readonly component: string;
}

export interface FoundComponents {
  readonly vertices: number;
  readonly components: number;
  /** Vertices: in memory in the order in which the links first name them, from a database in none. */
  readonly rows: () => Iterable<VertexComponent> | AsyncIterable<VertexComponent>;
}

export interface FoundGangs {
  /** Most dangerous first. */
  readonly gangs: readonly Gang[];
  readonly links: () => Iterable<GangLink>;
  readonly hubs: () => Iterable<Hub>;
}

/** What finds gangs in tables of any size: the same answers, whoever computes them. */
export interface GangEngine {
  readonly name: EngineName;
  /** @param tell is called for every row that is left out */
  components(edges: Source, tell: TellRow): Promise<FoundComponents>;
  mine(cases: Source, traces: Source, tell: TellRow, options?: MineOptions): Promise<FoundGangs>;
  close(): Promise<void>;
}
