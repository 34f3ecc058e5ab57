import type { Random } from '../random.ts';
import { digits, drawPerson } from '../vouchers/wording.ts';
import { PURPOSES, type SealKind } from './standards.ts';
import type { SealWords } from './types.ts';

export type Pool = 'tuning' | 'reported';

/** Made-up places and names; no county, town or company is meant. The pools share no word but the ends of names. */
const PLACES: Readonly<Record<Pool, readonly string[]>> = {
  tuning: [
    '青禾',
    '临江',
    '长汀',
    '安澜',
    '白石',
    '石桥',
    '清河',
    '柳川',
    '金沙',
    '望江',
    '云岭',
    '河阳',
    '海宁',
    '山南',
  ],
  reported: [
    '北渡',
    '东屏',
    '南浦',
    '西塘',
    '平川',
    '永泽',
    '丰原',
    '沙洲',
    '松岭',
    '枫林',
    '碧湖',
    '明光',
    '新港',
    '古田',
  ],
};
const BRANDS: Readonly<Record<Pool, readonly string[]>> = {
  tuning: [
    '恒源',
    '佳禾',
    '鑫隆',
    '蓝湾',
    '瑞丰',
    '众邦',
    '天成',
    '宏达',
    '百川',
    '金桥',
    '远航',
    '同创',
    '华安',
    '祥云',
  ],
  reported: [
    '德信',
    '嘉业',
    '博远',
    '中和',
    '启明',
    '正大',
    '万通',
    '润泽',
    '海川',
    '诚毅',
    '兴盛',
    '高科',
    '立本',
    '昌平',
  ],
};
const TRADES: Readonly<Record<Pool, readonly string[]>> = {
  tuning: [
    '机电设备',
    '商贸',
    '建材',
    '信息技术',
    '食品',
    '物流',
    '建筑工程',
    '人力资源',
    '房地产开发',
    '医药',
    '网络科技',
  ],
  reported: [
    '电子',
    '贸易',
    '装饰工程',
    '软件',
    '农业发展',
    '运输',
    '文化传播',
    '劳务派遣',
    '物业管理',
    '生物科技',
    '投资咨询',
  ],
};
const COMPANY_ENDS = [
  '有限公司',
  '有限公司',
  '有限公司',
  '有限责任公司',
  '股份有限公司',
  '集团有限公司',
  '厂',
  '分公司',
];
const BODY_ENDS = [
  '人民医院',
  '中医院',
  '妇幼保健院',
  '第一中学',
  '实验小学',
  '社区卫生服务中心',
  '律师事务所',
  '大学',
  '社区居民委员会',
  '村民委员会',
];
const OFFICE_ENDS = [
  '人民政府',
  '民政局',
  '公安局',
  '人民法院',
  '人力资源和社会保障局',
  '残疾人联合会',
  '公安局城关派出所',
  '街道办事处',
  '税务局',
];
const CREDIT = '0123456789ABCDEFGHJKLMNPQRTUWXY';

function company(pool: Pool, random: Random): string {
  const place = random.pick(PLACES[pool]);
  const seat = random.weighted({ '': 0.4, 市: 0.4, 县: 0.2 });
  return `${place}${seat}${random.pick(BRANDS[pool])}${random.pick(TRADES[pool])}${random.pick(COMPANY_ENDS)}`;
}

const body = (ends: readonly string[], pool: Pool, random: Random): string =>
  random.pick(PLACES[pool]) + random.pick(['市', '县', '区']) + random.pick(ends);

/** 18 characters of a unified credit code's form, valid or not. */
const creditCode = (random: Random): string =>
  `91${digits(random, 6)}MA${Array.from({ length: 8 }, () => random.pick([...CREDIT])).join('')}`;

const date = (random: Random): string =>
  `20${random.integer(19, 26)}.${String(random.integer(1, 12)).padStart(2, '0')}.${String(random.integer(1, 28)).padStart(2, '0')}`;

/** A name of another company or office of the same sort: another holder of the same template. */
export function drawTitle(kind: SealKind, pool: Pool, random: Random): string {
  if (kind === 'name') return `${drawPerson(random).name}${random.pick(['印', '之印'])}`.slice(0, 4);
  if (kind === 'square')
    return random.pick(['现金收讫', '转账付讫', '作废', '已审核', '附件', '校对', '已核销', '收讫', '骑缝']);
  if (kind === 'government') return body(OFFICE_ENDS, pool, random);
  if (kind === 'invoice') return company(pool, random);
  return random.chance(0.72) ? company(pool, random) : body(BODY_ENDS, pool, random);
}

/** Words of a seal of this kind; of `like` it keeps which parts there are and what is no name or number. */
export function drawWords(kind: SealKind, pool: Pool, random: Random, like?: SealWords): SealWords {
  const title = drawTitle(kind, pool, random);
  const has = (part: keyof SealWords, chance: number) => (like ? like[part] !== null : random.chance(chance));
  const square = kind === 'name' || kind === 'square';
  const invoice = kind === 'invoice';
  const purpose = kind === 'purpose' || kind === 'oval';
  return {
    title,
    subtitle: like ? like.subtitle : invoice ? '发票专用章' : purpose ? random.pick(PURPOSES) : null,
    centreText: kind === 'oval' && has('centreText', 0.6) ? date(random) : null,
    code: !square && !invoice && has('code', kind === 'government' ? 0.35 : 0.65) ? digits(random, 13) : null,
    taxNumber: invoice ? creditCode(random) : null,
  };
}

/** Digits of a code, and characters of a tax number, that tell the place and the registry: all of a county share them. */
const SHARED = { code: 6, taxNumber: 8 } as const;

/**
 * Words of a holder whose name is almost the same: one to three characters of the title are others, as a county's hospital is named like
 * the city's or the second like the first; numbers are of the same place.
 */
export function drawNearWords(kind: SealKind, pool: Pool, random: Random, like: SealWords): SealWords {
  const { title, code, taxNumber } = drawWords(kind, pool, random, like);
  const near = (own: string | null, shared: number, drawn: string | null) =>
    own === null || drawn === null ? null : own.slice(0, shared) + drawn.slice(shared);
  return {
    ...like,
    title: nearTitle(like.title, title, random),
    code: near(like.code, SHARED.code, code),
    taxNumber: near(like.taxNumber, SHARED.taxNumber, taxNumber),
  };
}

/** A title of the same length: some of its characters become others out of another title. */
function nearTitle(title: string, other: string, random: Random): string {
  const letters = [...title];
  const others = [...other].filter((letter) => !letters.includes(letter));
  if (others.length === 0) return other;
  const count = random.weighted({ 1: 0.6, 2: 0.25, 3: 0.15 });
  for (let n = 0; n < Number(count); n++)
    letters[random.integer(0, letters.length - 1)] = random.pick(others);
  return letters.join('');
}
