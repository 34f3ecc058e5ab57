import { format, type Message, type Reason } from '@jianzhen/evidence';

/** Why something is held of a gang, a link or a hub. */
export const reasons = {
  'gang.size': {
    zh: '{cases} 个案件、{customers} 位客户、{lenders} 家机构，由共同痕迹相连',
    en: '{cases} cases of {customers} customers at {lenders} lenders are tied by common traces',
  },
  'gang.trace': {
    zh: '{kind}“{value}”见于其中 {cases} 个案件；全部 {all} 位客户中有 {customers} 位出现过',
    en: '{kind} "{value}" is in {cases} of the cases; of all {all} customers {customers} have it',
  },
  'gang.families': {
    zh: '相互印证的痕迹有 {count} 类：{families}',
    en: 'Traces of {count} independent sorts bear each other out: {families}',
  },
  'gang.core': {
    zh: '联系最密的部分有 {cases} 个案件、{traces} 种痕迹，宜先看',
    en: 'Its densest part is {cases} cases held by {traces} traces: begin there',
  },
  'gang.supplied': {
    zh: '{percent}% 的案件用了团伙内重复出现的印章或模板',
    en: '{percent}% of the cases carry seals or templates that come back within the gang',
  },
  'gang.rotates': {
    zh: '共用的电话、设备、话术平均只用了团伙活动期的 {percent}%，不断更换',
    en: 'Phones, devices and texts are in use for {percent}% of the time that the gang is at work, on average: they are changed all the time',
  },
  'gang.places': {
    zh: '{percent}% 的关联只是地址或网络，可能是合住、同事',
    en: '{percent}% of the ties are addresses or networks only, as innocent neighbours have',
  },
  'forger.supplies': {
    zh: '{supplies} 种印章、模板出现在 {agencies} 个彼此没有共同电话、设备的团伙里，{purity}% 的使用案件属于团伙',
    en: '{supplies} seals and templates are used by {agencies} gangs that share no phone or device; {purity}% of the cases with them are of gangs',
  },
  'forger.size': {
    zh: '涉及 {cases} 个案件、{customers} 位客户、{lenders} 家机构',
    en: '{cases} cases of {customers} customers at {lenders} lenders carry them',
  },
  'hub.uncorroborated': {
    zh: '{customers} 位客户都有，但其中只有 {percent}% 的案件另有共同之处：多为公共号码、地址或真实单位，不作关联',
    en: '{customers} customers have it, but only {percent}% of the cases share anything else: a public number, place or real institution; it ties nothing',
  },
  'hub.crowded': {
    zh: '{customers} 位客户都有，太常见，不作关联',
    en: '{customers} customers have it: too common to tie anybody',
  },
  'link.shared': {
    zh: '{kind}“{value}”，{when}；团伙内 {cases} 个案件、全部 {customers} 位客户有此痕迹，在团伙内出现的可能是其他人的 {lift} 倍',
    en: '{kind} "{value}", {when}; {cases} cases of the gang and {customers} customers in all have it, {lift} times as likely in the gang as among others',
  },
  'link.weak': {
    zh: '只靠这一条较弱的关联：{kind}“{value}”，{when}；团伙内 {cases} 个案件、全部 {customers} 位客户有此痕迹，在团伙内出现的可能只是其他人的 {lift} 倍',
    en: 'It hangs on this weak link alone: {kind} "{value}", {when}; {cases} cases of the gang and {customers} customers in all have it, only {lift} times as likely in the gang as among others',
  },
} as const satisfies Record<string, Message>;

export type ReasonCode = keyof typeof reasons;

/** A reason with its numbers filled in, in both languages; a value may differ by language. */
export function reason(
  code: ReasonCode,
  values: Readonly<Record<string, string | number | Message>> = {},
): Reason {
  const inLanguage = (language: keyof Message) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'object' ? value[language] : value,
      ]),
    );
  const { zh } = format(reasons[code], inLanguage('zh'));
  const { en } = format(reasons[code], inLanguage('en'));
  return { code, message: { zh, en } };
}
