import type { PdfFacts } from '@jianzhen/evidence';
import { dictOf, type PdfHistory, PdfStream } from '@jianzhen/pdf';
import { parseXmp, type Xmp } from '../xmp.ts';

/** The document's XMP packet as of the newest revision. */
export function readXmp(history: PdfHistory): Xmp {
  const k = history.revisions.length - 1;
  if (k < 0) return { properties: {}, history: [] };
  const root = dictOf(history.resolve(history.trailer(k).get('Root'), k));
  const stream = history.resolve(root?.get('Metadata'), k);
  const packet = stream instanceof PdfStream ? history.decode(stream) : null;
  return parseXmp(packet ? Buffer.from(packet).toString('utf8') : '');
}

/** Info wins over XMP, as in readers; where a field is missing there, XMP's counts. */
export function describeProducer(
  info: Readonly<Record<string, string>>,
  xmp: Xmp,
): Pick<PdfFacts, 'producer' | 'creator' | 'createdAt' | 'modifiedAt' | 'history'> {
  const either = (key: string, property: string) => info[key] || xmp.properties[property] || null;
  return {
    producer: either('Producer', 'Producer'),
    creator: either('Creator', 'CreatorTool'),
    createdAt: isoDate(either('CreationDate', 'CreateDate')),
    modifiedAt: isoDate(either('ModDate', 'ModifyDate')),
    history: xmp.history,
  };
}

/** `D:20240131120000+08'00'` (ISO 32000-2, 7.9.4) as ISO 8601; other text is left as it is. */
export function isoDate(date: string | null): string | null {
  const match = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?'?)?/.exec(
    date ?? '',
  );
  if (!match) return date;
  const [
    ,
    year,
    month = '01',
    day = '01',
    hour = '00',
    minute = '00',
    second = '00',
    zulu,
    sign,
    zh,
    zm = '00',
  ] = match;
  const zone = zulu ?? (sign ? `${sign}${zh}:${zm}` : '');
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`;
}
