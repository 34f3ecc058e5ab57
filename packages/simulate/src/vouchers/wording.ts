import type { Random } from '../random.ts';
import { drawIdentityNumber, drawPhone } from './numbers.ts';

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'.split('');
const GIVEN =
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志文海燕春晓雪峰鹏飞佳慧子涵思远'.split('');
/** Made-up places: no county or town of these names exists. */
const PROVINCES = ['云岭省', '江陵省', '河阳省', '海宁省', '山南省'];
const CITIES = ['青禾市', '临江市', '长汀市', '安澜市', '白石市'];
const COUNTIES = ['石桥县', '清河县', '柳川县', '金沙区', '望江区'];
const TOWNS = ['柳树镇', '双溪镇', '红旗乡', '大坪镇', '龙泉街道'];
const VILLAGES = ['石门村', '上坝村', '向阳村', '李家湾村', '新田村'];
const COMPANIES = ['恒源机电设备', '佳禾商贸', '鑫隆建材', '蓝湾信息技术', '瑞丰食品', '众邦物流'];

export interface Person {
  readonly name: string;
  readonly sex: '男' | '女';
  /** `YYYY-MM-DD`. */
  readonly birth: string;
  /** 18 characters, valid in form (GB 11643) and nobody's: see `numbers.ts`. */
  readonly identity: string;
  /** A landline with an area code that is in use and a subscriber number that begins with 1, as none does. */
  readonly phone: string;
}

export interface Place {
  readonly province: string;
  readonly city: string;
  readonly county: string;
  readonly town: string;
  readonly village: string;
}

export function drawPerson(random: Random): Person {
  const given = random.pick(GIVEN) + (random.chance(0.65) ? random.pick(GIVEN) : '');
  const birth = `${random.integer(1962, 2000)}-${pad(random.integer(1, 12))}-${pad(random.integer(1, 28))}`;
  const sex = random.pick(['男', '女'] as const);
  return {
    name: random.pick(SURNAMES) + given,
    sex,
    birth,
    identity: drawIdentityNumber(birth, sex, random),
    phone: drawPhone(random),
  };
}

/** Full years of life on a day. */
export function ageOn({ birth }: Person, date: Date): number {
  const day = isoDate(date);
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}

export function drawPlace(random: Random): Place {
  return {
    province: random.pick(PROVINCES),
    city: random.pick(CITIES),
    county: random.pick(COUNTIES),
    town: random.pick(TOWNS),
    village: random.pick(VILLAGES),
  };
}

export const drawCompany = (random: Random): string =>
  `${random.pick(CITIES).slice(0, 2)}${random.pick(COMPANIES)}有限公司`;

export const pad = (value: number, length = 2): string => String(value).padStart(length, '0');

export const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.integer(0, 9)).join('');

/** A day as people write it on certificates. */
export const chineseDate = (date: Date): string =>
  `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;

export const isoDate = (date: Date): string => date.toISOString().slice(0, 10);

/** A day in 2025 or the first half of 2026, with a time of day in office hours. */
export function drawDate(random: Random): Date {
  return new Date(
    Date.UTC(
      2025,
      random.integer(0, 17),
      random.integer(1, 28),
      random.integer(8, 19),
      random.integer(0, 59),
      random.integer(0, 59),
    ),
  );
}

/** 12345.6 → 12,345.60 */
export const money = (amount: number): string => amount.toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

const WEEKDAYS = '日一二三四五六';

/** `星期三`. */
export const weekday = (date: Date): string => `星期${WEEKDAYS[date.getUTCDay()]}`;

const NUMERALS = '零壹贰叁肆伍陆柒捌玖';
const UNITS = ['', '拾', '佰', '仟'];

/** An amount in yuan in the capital numerals that banks ask for, e.g. 1205.3 → 壹仟贰佰零伍元叁角整; below 10^8. */
export function capitalMoney(amount: number): string {
  const cents = Math.round(amount * 100);
  const yuan = Math.floor(cents / 100);
  const jiao = Math.floor(cents / 10) % 10;
  const fen = cents % 10;
  const high = Math.floor(yuan / 10000);
  const low = yuan % 10000;
  let text = high > 0 ? `${section(high)}万` : '';
  if (high > 0 && low > 0 && low < 1000) text += '零';
  text += low > 0 ? section(low) : '';
  text = yuan > 0 ? `${text}元` : '';
  if (jiao === 0 && fen === 0) return `${text || '零元'}整`;
  text += jiao > 0 ? `${NUMERALS[jiao]}角` : yuan > 0 ? '零' : '';
  return fen > 0 ? `${text}${NUMERALS[fen]}分` : `${text}整`;
}

function section(value: number): string {
  let out = '';
  let gap = false;
  for (let position = 3; position >= 0; position--) {
    const digit = Math.floor(value / 10 ** position) % 10;
    if (digit === 0) gap = out !== '';
    else {
      out += (gap ? '零' : '') + NUMERALS[digit] + UNITS[position];
      gap = false;
    }
  }
  return out;
}
