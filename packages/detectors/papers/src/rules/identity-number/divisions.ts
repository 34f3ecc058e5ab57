import table from './divisions.json' with { type: 'json' };

interface Province {
  readonly name: string;
  readonly prefectures: Readonly<Record<string, string>>;
  readonly abolished: Readonly<Record<string, string>>;
}
const provinces: Readonly<Record<string, Province>> = table.provinces;

export interface Division {
  readonly province: string;
  /** Null where the code stands for the province as a whole. */
  readonly prefecture: string | null;
  /** A number keeps the code of its first issue, so a division that is no more is as good as one that is. */
  readonly abolished: boolean;
}

export const provinceOf = (code: string): string | null => provinces[code.slice(0, 2)]?.name ?? null;

/** The division that the first four digits of a GB/T 2260 code stand for; null where there never was such a one. */
export function divisionOf(code: string): Division | null {
  const province = provinces[code.slice(0, 2)];
  if (!province) return null;
  const key = code.slice(2, 4);
  if (key === '00') return { province: province.name, prefecture: null, abolished: false };
  const prefecture = province.prefectures[key];
  if (prefecture !== undefined) return { province: province.name, prefecture, abolished: false };
  const former = province.abolished[key];
  return former === undefined ? null : { province: province.name, prefecture: former, abolished: true };
}
