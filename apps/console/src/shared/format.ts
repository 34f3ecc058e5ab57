import type { Language } from '../language.tsx';

/** A probability as whole per cent; never "0%" or "100%", which no calibration can promise. */
export function percent(probability: number): string {
  if (probability < 0.005) return '<1%';
  if (probability >= 0.995) return '>99%';
  return `${Math.round(probability * 100)}%`;
}

/** Bytes in binary units, e.g. `1.4 MiB`. */
export function bytes(count: number): string {
  if (count < 1024) return `${count} B`;
  const power = Math.min(Math.floor(Math.log2(count) / 10), 3);
  const value = count / 1024 ** power;
  return `${value.toFixed(value < 10 ? 1 : 0)} ${['B', 'KiB', 'MiB', 'GiB'][power]}`;
}

/** A moment in the reader's own time zone. */
export function moment(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(iso));
}

/** How long something took, or null where it has no end yet. */
export function duration(from: string | null, to: string | null): string | null {
  if (!from || !to) return null;
  const ms = Date.parse(to) - Date.parse(from);
  return ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`;
}

/** What a case is called: the lender's number, its title, or the end of its id (the start is a clock and looks alike). */
export function caseName(record: { id: string; reference: string | null; title: string | null }): string {
  return record.reference || record.title || `#${record.id.slice(-8)}`;
}
