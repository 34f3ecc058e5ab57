import { format, type Message, type Reason, type Seal } from '@jianzhen/evidence';
import { SEALED_BY, type Sector, sectorOf } from './sector.ts';

export { sectorOf } from './sector.ts';

const MESSAGE: Message = {
  zh: '印章单位“{title}”属于{sector}，此类材料应由{expected}盖章。',
  en: 'The seal is that of “{title}”, {sectorEn}; such a paper is sealed by {expectedEn}.',
};

const SECTOR_WORDS: Readonly<Record<Sector, Message>> = {
  police: { zh: '公安机关', en: 'the police' },
  hospital: { zh: '医疗机构', en: 'a hospital' },
  court: { zh: '法院或检察院', en: 'a court' },
  bank: { zh: '银行', en: 'a bank' },
  village: { zh: '村（居）民委员会', en: 'a village or residents’ committee' },
  government: { zh: '政府部门', en: 'a government office' },
  federation: { zh: '残联', en: 'the disabled persons’ federation' },
  school: { zh: '学校', en: 'a school' },
  company: { zh: '企业', en: 'a company' },
  other: { zh: '其他单位', en: 'another organisation' },
};

/** Least confidence in the characters of a title that is held against a paper. */
const SURE = 0.7;
const FEWEST = 4;

/**
 * Why an organisation of this sort does not put its seal on such a paper; null where it may, or where too little was read. Whether it is
 * the very organisation that the text names is asked by who reads the text.
 * @param kind of paper, as the reader of papers calls it
 */
export function checkSector(
  { title, titleConfidence }: Pick<Seal, 'title' | 'titleConfidence'>,
  kind: string,
): Reason | null {
  if (title === null || titleConfidence < SURE || [...title].length < FEWEST) return null;
  const expected = SEALED_BY[kind];
  const sector = sectorOf(title);
  if (!expected || sector === 'other' || expected.includes(sector)) return null;
  const values = {
    title,
    sector: SECTOR_WORDS[sector].zh,
    sectorEn: SECTOR_WORDS[sector].en,
    expected: expected.map((one) => SECTOR_WORDS[one].zh).join('、'),
    expectedEn: expected.map((one) => SECTOR_WORDS[one].en).join(' or '),
  };
  return { code: 'seal.issuer-sector', message: format(MESSAGE, values) };
}
