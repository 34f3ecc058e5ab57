import type { Seal } from '@jianzhen/evidence';

/** Sort of organisation or purpose that decides which rule a seal falls under. */
export type SealSort =
  | 'invoice'
  | 'special'
  | 'state-council-department'
  | 'county-government'
  | 'township-government'
  | 'organisation';

/** What a standard asks of a seal; what it leaves open is null. Lengths in millimetres. */
export interface SealStandard {
  readonly shape: Seal['shape'] | null;
  /** Long and short axis; `least` and `most` bound both of a round seal's. */
  readonly long: readonly [least: number, most: number] | null;
  readonly short: readonly [least: number, most: number] | null;
  readonly centre: readonly Seal['centre'][] | null;
  readonly colour: readonly Seal['colour'][] | null;
  /** Width of the rim over the long axis. */
  readonly rim: readonly [least: number, most: number] | null;
  /** Diameter of the star over that of the seal. */
  readonly star: readonly [least: number, most: number] | null;
  readonly taxNumber: boolean;
  /** `law`: a regulation says so; `custom`: makers of seals and local rules mostly do. A custom that is broken proves nothing by itself. */
  readonly force: 'law' | 'custom';
  readonly source: string;
}

const STATE_COUNCIL = '国务院关于国家行政机关和企业事业单位社会团体印章管理的规定（国发〔1999〕25号）';

/** Red, unless copied in grey: then the colour is unknown. */
const RED: readonly Seal['colour'][] = ['red', 'grey'];

/**
 * The rules as a table. Rim and star of company seals are those of local public-security rules (Ø 40 or 42 mm, rim 1–1.2 mm, star 14 mm);
 * where rules differ by place the bounds take in all of them.
 */
export const STANDARDS: Readonly<Record<SealSort, SealStandard>> = {
  invoice: {
    shape: 'ellipse',
    long: [40, 40],
    short: [30, 30],
    centre: ['text', 'none'],
    colour: RED,
    rim: [1 / 40, 1 / 40],
    star: null,
    taxNumber: true,
    force: 'law',
    source: '国家税务总局公告2011年第7号《关于发票专用章式样有关问题的公告》',
  },
  special: {
    shape: null,
    long: [30, 58],
    short: null,
    centre: ['text', 'none'],
    colour: null,
    rim: null,
    star: [14 / 45, 14 / 38],
    taxNumber: false,
    force: 'custom',
    source: `${STATE_COUNCIL}第二十二条`,
  },
  'state-council-department': {
    shape: 'circle',
    long: [45, 50],
    short: [45, 50],
    centre: ['emblem'],
    colour: null,
    rim: null,
    star: null,
    taxNumber: false,
    force: 'law',
    source: `${STATE_COUNCIL}第三、四、七条`,
  },
  'county-government': {
    shape: 'circle',
    long: [45, 50],
    short: [45, 50],
    centre: ['emblem'],
    colour: null,
    rim: null,
    star: null,
    taxNumber: false,
    force: 'law',
    source: `${STATE_COUNCIL}第三、九条`,
  },
  'township-government': {
    shape: 'circle',
    long: [42, 42],
    short: [42, 42],
    centre: ['star'],
    colour: null,
    rim: null,
    star: [14 / 45, 14 / 38],
    taxNumber: false,
    force: 'law',
    source: `${STATE_COUNCIL}第十一条`,
  },
  organisation: {
    shape: 'circle',
    long: [38, 45],
    short: [38, 45],
    centre: ['star'],
    colour: null,
    rim: [1 / 45, 1.2 / 38],
    star: [14 / 45, 14 / 38],
    taxNumber: false,
    force: 'law',
    source: `${STATE_COUNCIL}第一、十四条`,
  },
};

/** How far a measure may lie outside its bounds; shares of the bound. */
export interface RuleTolerances {
  /** Millimetres, where the resolution is known. */
  readonly size: number;
  /** Short over long axis. */
  readonly aspect: number;
  /** Rim's width over the long axis: ink runs and thresholds move it. */
  readonly rim: number;
  readonly star: number;
}

export const DEFAULT_TOLERANCES: RuleTolerances = { size: 0.08, aspect: 0.1, rim: 0.8, star: 0.2 };
