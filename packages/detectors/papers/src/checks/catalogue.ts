import type { Message, Severity } from '@jianzhen/evidence';

/** Every finding of this package: how grave it is, and what it says. */
export const catalogue = {
  'papers.identity-number-checksum': {
    severity: 'high',
    zh: '身份证号 {number} 的校验码错误：按 GB 11643 末位应为 {expected}。',
    en: 'The check character of ID number {number} is wrong: by GB 11643 it should end in {expected}.',
  },
  'papers.identity-number-birth-date': {
    severity: 'high',
    zh: '身份证号 {number} 中的出生日期 {digits} 不可能存在（GB 11643）。',
    en: 'The birth date {digits} in ID number {number} cannot be (GB 11643).',
  },
  'papers.identity-number-division': {
    severity: 'high',
    zh: '身份证号 {number} 的行政区划代码 {digits} 从未启用（GB/T 2260）。',
    en: 'The division code {digits} of ID number {number} was never in use (GB/T 2260).',
  },
  'papers.sex-mismatch': {
    severity: 'high',
    zh: '性别写作“{stated}”，但身份证号 {number} 的顺序码表示{actual}性。',
    en: 'The sex is given as {stated}, but ID number {number} is that of a {actualEn} person.',
  },
  'papers.birth-mismatch': {
    severity: 'high',
    zh: '出生日期写作 {stated}，但身份证号 {number} 中为 {actual}。',
    en: 'The birth date is given as {stated}, but ID number {number} holds {actual}.',
  },
  'papers.age-mismatch': {
    severity: 'medium',
    zh: '年龄写作 {stated} 岁，但按出生日期 {birth}，到 {on} 应为 {actual} 周岁。',
    en: 'The age is given as {stated}, but a person born on {birth} was {actual} on {on}.',
  },
  'papers.credit-code-checksum': {
    severity: 'high',
    zh: '统一社会信用代码 {code} 的校验码错误：按 GB 32100 末位应为 {expected}。',
    en: 'The check character of unified social credit code {code} is wrong: by GB 32100 it should end in {expected}.',
  },
  'papers.credit-code-structure': {
    severity: 'high',
    zh: '统一社会信用代码 {code} 的 {digits} 部分不符合 GB 32100（登记机关、区划或主体标识码错误）。',
    en: 'The part {digits} of unified social credit code {code} breaks GB 32100 (authority, division or organisation code).',
  },
  'papers.bank-card-checksum': {
    severity: 'medium',
    zh: '银行卡号 {number} 的校验位错误：按 Luhn 算法（ISO/IEC 7812-1）末位应为 {expected}。',
    en: "The check digit of bank card {number} is wrong: by Luhn's formula (ISO/IEC 7812-1) it should end in {expected}.",
  },
  'papers.bank-card-length': {
    severity: 'medium',
    zh: '银行卡号 {number} 有 {digits} 位，但{issuer}该号段的卡号为 {expected} 位。',
    en: 'Bank card {number} has {digits} digits, but cards of this range of {issuer} have {expected}.',
  },
  'papers.phone-range': {
    severity: 'medium',
    zh: '电话号码 {number} 的号段或区号从未分配（电信网编号计划）。',
    en: 'Telephone number {number} is of a segment or area that was never given out (MIIT numbering plan).',
  },
  'papers.invoice-form': {
    severity: 'low',
    zh: '发票代码或号码 {number} 不是任何一种发票的编号形式（应为 10、12 位代码，8 位或 20 位号码）。',
    en: 'Invoice code or number {number} has no form that invoices have (codes of 10 or 12 digits, numbers of 8 or 20).',
  },
  'papers.invoice-region': {
    severity: 'high',
    zh: '发票代码或号码 {number} 中的地区代码 {digits} 不存在。',
    en: 'There is no region {digits}, as invoice code or number {number} has it.',
  },
  'papers.invoice-year': {
    severity: 'high',
    zh: '发票代码或号码 {number} 中的年份 {digits} 与开票日期 {issued} 矛盾。',
    en: 'The year {digits} in invoice code or number {number} contradicts the issue date {issued}.',
  },
  'papers.date-impossible': {
    severity: 'high',
    zh: '日期“{text}”在日历上不存在。',
    en: 'The calendar has no day “{text}”.',
  },
  'papers.dates-backwards': {
    severity: 'high',
    zh: '日期前后矛盾：{earlierLabel} {earlier} 晚于 {laterLabel} {later}。',
    en: 'The dates run backwards: {earlierLabelEn} {earlier} is after {laterLabelEn} {later}.',
  },
  'papers.date-future': {
    severity: 'high',
    zh: '{label} {date} 晚于材料提交日期 {received}。',
    en: '{labelEn} {date} is after the day on which the paper was handed in, {received}.',
  },
  'papers.weekday-mismatch': {
    severity: 'high',
    zh: '“{text}”有误：{date} 是星期{actual}。',
    en: '“{text}” is wrong: {date} was a {actualEn}.',
  },
  'papers.public-holiday': {
    severity: 'info',
    zh: '{label} {date} 是法定节假日（{holiday}，{notice}），签发单位通常不办公。',
    en: '{labelEn} {date} was a public holiday ({holiday}, {notice}), when offices are closed as a rule.',
  },
  'papers.amount-mismatch': {
    severity: 'high',
    zh: '金额大小写不一致：小写 {figures} 元，大写“{capitals}”为 {value} 元。',
    en: 'The amounts differ: {figures} yuan in figures, but “{capitals}” is {value} yuan.',
  },
  'papers.capitals-malformed': {
    severity: 'medium',
    zh: '大写金额“{capitals}”的数位顺序有误，不能成数。',
    en: 'The amount in capitals “{capitals}” has its units out of order and is no number.',
  },
  'papers.sum-mismatch': {
    severity: 'high',
    zh: '合计不符：各项相加为 {expected} 元，写作 {stated} 元。',
    en: 'The total is wrong: the items add up to {expected} yuan, but {stated} is stated.',
  },
  'papers.product-mismatch': {
    severity: 'medium',
    zh: '数量 {quantity} × 单价 {price} 不等于金额 {stated}。',
    en: 'Quantity {quantity} × price {price} is not the amount {stated}.',
  },
  'papers.balance-broken': {
    severity: 'high',
    zh: '账户余额不连续：按上一笔余额推算应为 {expected} 元，写作 {stated} 元。',
    en: 'The running balance breaks: by the balance before it should be {expected} yuan, but {stated} is stated.',
  },
  'papers.department-rule': {
    severity: 'low',
    zh: '诊断或科别与患者情况不符：{reason}。',
    en: 'The diagnosis or department does not go with the patient: {reasonEn}.',
  },
  'papers.organisation-seal-mismatch': {
    severity: 'high',
    zh: '落款单位“{organisation}”与印章“{seal}”不是同一单位。',
    en: 'The issuer “{organisation}” is not the organisation of the seal “{seal}”.',
  },
  'papers.repeated-value-differs': {
    severity: 'high',
    zh: '同一页上的{label}前后不一致：“{first}”与“{second}”。',
    en: 'The page gives two values for {labelEn}: “{first}” and “{second}”.',
  },
  'identity.mismatch': {
    severity: 'high',
    zh: '{label}“{stated}”与{source}的“{expected}”不一致。',
    en: '{labelEn} “{stated}” differs from “{expected}” in {source}.',
  },
} as const satisfies Readonly<Record<string, Message & { readonly severity: Severity }>>;

export type FindingCode = keyof typeof catalogue;
