import type { Message } from '@jianzhen/evidence';

/** A probability as whole per cent; never "0%" or "100%", which no calibration can promise. */
export function percent(probability: number): string {
  if (probability < 0.005) return '<1%';
  if (probability >= 0.995) return '>99%';
  return `${Math.round(probability * 100)}%`;
}

/** What a calibrated probability of forgery means, in plain words. */
export function explain(probability: number): Message {
  if (probability < 0.005) {
    return {
      zh: '在得到这个数值的页面里，100 页中不到 1 页是伪造的。',
      en: 'Of 100 pages that get this value, fewer than 1 is forged.',
    };
  }
  const of = Math.min(99, Math.round(probability * 100));
  const more = probability >= 0.995;
  return {
    zh: `在得到这个数值的页面里，100 页中${more ? '超过' : '约有'} ${of} 页是伪造的。`,
    en: `Of 100 pages that get this value, ${more ? 'more than' : 'about'} ${of} ${!more && of === 1 ? 'is' : 'are'} forged.`,
  };
}

/** Bytes in binary units, e.g. `1.4 MiB`. */
export function bytes(count: number): string {
  if (count < 1024) return `${count} B`;
  const units = ['KiB', 'MiB', 'GiB'];
  let value = count / 1024;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${value.toFixed(value < 10 ? 1 : 0)} ${units[unit]}`;
}

/** `2026-03-01 08:30:00 UTC` of an ISO 8601 instant; what is no instant comes back as it was. */
export function instant(iso: string): string {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?Z$/.exec(iso);
  return match ? `${match[1]} ${match[2]} UTC` : iso;
}
