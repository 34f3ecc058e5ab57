import { format, type Message, type Reason, type Seal } from '@jianzhen/evidence';
import { SEALED_BY, type Sector, sectorOf } from './sector.ts';
import { nameSimilarity } from './similarity.ts';

export { SEALED_BY, type Sector, sectorOf } from './sector.ts';
export { nameSimilarity } from './similarity.ts';

/** What the paper's text says of itself. */
export interface IssuingDocument {
  /** Organisation that the text names as the issuer; null where none was read. */
  readonly issuer: string | null;
  /** Kind of paper, as the papers detector calls it; null where unknown. */
  readonly kind: string | null;
}

const MESSAGES = {
  'seal.issuer-other': {
    zh: '印章单位“{title}”与文中出具单位“{issuer}”不一致（名称相似度 {similarity}，低于 {least}）。',
    en: 'The seal is that of “{title}”, while the text names “{issuer}” as the issuer (similarity of names {similarity}, below {least}).',
  },
  'seal.issuer-sector': {
    zh: '印章单位“{title}”属于{sector}，此类材料应由{expected}盖章。',
    en: 'The seal is that of “{title}”, {sectorEn}; such a paper is sealed by {expectedEn}.',
  },
} satisfies Record<string, Message>;

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

/** Names below this likeness are of different organisations. */
const LEAST = 0.55;
/** Least confidence in the characters of a title that is held against a paper. */
const SURE = 0.7;
const FEWEST = 4;

/** Where the seal's organisation is not the one that the paper speaks of, or not one that issues such papers. */
export function checkIssuer(
  { title, titleConfidence }: Pick<Seal, 'title' | 'titleConfidence'>,
  { issuer, kind }: IssuingDocument,
): Reason[] {
  if (title === null || titleConfidence < SURE || [...title].length < FEWEST) return [];
  const reasons: Reason[] = [];
  const add = (code: keyof typeof MESSAGES, values: Record<string, string>): void => {
    reasons.push({ code, message: format(MESSAGES[code], { title, ...values }) });
  };
  const similarity = issuer === null || [...issuer].length < FEWEST ? 1 : nameSimilarity(title, issuer);
  if (issuer !== null && similarity < LEAST)
    add('seal.issuer-other', { issuer, similarity: similarity.toFixed(2), least: LEAST.toFixed(2) });
  const expected = kind === null ? undefined : SEALED_BY[kind];
  const sector = sectorOf(title);
  if (expected && sector !== 'other' && !expected.includes(sector))
    add('seal.issuer-sector', {
      sector: SECTOR_WORDS[sector].zh,
      sectorEn: SECTOR_WORDS[sector].en,
      expected: expected.map((one) => SECTOR_WORDS[one].zh).join('、'),
      expectedEn: expected.map((one) => SECTOR_WORDS[one].en).join(' or '),
    });
  return reasons;
}
