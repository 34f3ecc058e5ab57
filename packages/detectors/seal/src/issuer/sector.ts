/** Who issues what; `other` says nothing. */
export type Sector =
  | 'police'
  | 'hospital'
  | 'court'
  | 'bank'
  | 'village'
  | 'government'
  | 'federation'
  | 'school'
  | 'company'
  | 'other';

/** First match counts: a bank is a company too, a hospital of a university a hospital. */
const SECTORS: readonly (readonly [Sector, RegExp])[] = [
  ['police', /公安|派出所|交警|刑警/],
  ['court', /法院|检察院/],
  ['hospital', /医院|卫生院|卫生服务|卫生所|卫生室|诊所|妇幼保健/],
  ['bank', /银行|信用社|信用合作/],
  ['federation', /残疾人联合会|残联/],
  ['village', /村民委员会|居民委员会|村委会|居委会|社区/],
  ['government', /人民政府|街道办事处|民政|人力资源|社会保障|社会保险|税务局|委员会|管理局|就业/],
  ['school', /大学|学院|学校|中学|小学|幼儿园/],
  ['company', /公司|企业|工厂|商店|超市|饭店|酒店|合作社|经营部|门市|厂$|店$|行$/],
];

/** Sort of organisation by the words of its name. */
export const sectorOf = (name: string): Sector =>
  SECTORS.find(([, words]) => words.test(name))?.[0] ?? 'other';

/** Who may put a seal on a kind of paper; kinds that are not here may bear anybody's. */
export const SEALED_BY: Readonly<Record<string, readonly Sector[]>> = {
  'diagnosis-certificate': ['hospital'],
  'discharge-summary': ['hospital'],
  'death-certificate': ['hospital', 'police', 'village', 'government', 'court'],
  'disability-certificate': ['federation', 'hospital', 'government'],
  'police-paper': ['police'],
  'household-register': ['police'],
  'court-paper': ['court'],
  'bank-statement': ['bank'],
  'credit-statement': ['bank', 'company'],
  'credit-report': ['bank'],
  'hardship-certificate': ['village', 'government', 'federation', 'school', 'company'],
  'unemployment-certificate': ['village', 'government', 'company'],
};
