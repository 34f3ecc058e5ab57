import type { SealSort } from './standards.ts';

/** Governments whose seals bear the national emblem, from the county up. */
const COUNTY = /(?:省|自治区|市|州|县|旗|区)人民政府$/;
const TOWNSHIP = /(?:乡|镇)人民政府$/;
const DEPARTMENT = /^(?:中华人民共和国.{2,12}部|国家.{2,12}(?:总局|局|委员会))$/;
const SPECIAL = /专用章?$|专用$/;
/** Courts and procurators' offices bear the emblem by rules of their own; foreign-funded firms have ellipses. */
const OWN_RULES = /法院$|检察院$|公安.*局$|派出所$|中外合资|外商独资|律师事务所$/;

/** Which rule a seal falls under by its words; null where too little was read, or rules of its own hold. */
export function sealSort(title: string | null, subtitle: string | null): SealSort | null {
  const name = plain(title);
  const purpose = plain(subtitle);
  if (/发票专用章?$/.test(purpose) || /发票专用章?$/.test(name)) return 'invoice';
  if (SPECIAL.test(purpose) || SPECIAL.test(name)) return 'special';
  if (name.length < 4 || purpose !== '') return null;
  if (TOWNSHIP.test(name)) return 'township-government';
  if (COUNTY.test(name)) return 'county-government';
  if (DEPARTMENT.test(name)) return 'state-council-department';
  if (OWN_RULES.test(name)) return null;
  return 'organisation';
}

const plain = (text: string | null): string => (text ?? '').replace(/[\s（(]\d*[)）]?/g, '');
