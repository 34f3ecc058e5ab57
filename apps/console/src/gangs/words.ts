import type { Message } from '@jianzhen/evidence';
import type { GangDecision, LeadEvent } from '../api/types.ts';

/** Sentences of the pages about gangs. */
export const gangWords = {
  gangs: { zh: '团伙', en: 'Gangs' },
  gang: { zh: '团伙', en: 'Gang' },
  role: { zh: '角色', en: 'Role' },
  score: { zh: '有组织的概率', en: 'Probability of organised people' },
  cases: { zh: '案件', en: 'Cases' },
  customers: { zh: '客户', en: 'Customers' },
  lenders: { zh: '机构', en: 'Lenders' },
  period: { zh: '活动时间', en: 'Active' },
  upstream: { zh: '上游', en: 'Upstream' },
  supplies: { zh: '供应 {count} 个团伙', en: 'supplies {count} gangs' },
  suppliedBy: { zh: '由 {name} 供应', en: 'supplied by {name}' },
  reviewed: { zh: '人工结论', en: 'A person’s word' },
  unreviewed: { zh: '尚未复核', en: 'Not looked at yet' },
  mine: { zh: '立即挖掘', en: 'Mine now' },
  mining: { zh: '正在挖掘…', en: 'Mining…' },
  lastRun: {
    zh: '最近一次挖掘：{at}，{cases} 个案件、{traces} 条痕迹，得到 {gangs} 个团伙',
    en: 'Last mined {at}: {cases} cases, {traces} traces, {gangs} gangs',
  },
  runFailed: { zh: '最近一次挖掘失败：{detail}', en: 'The last run failed: {detail}' },
  neverRun: { zh: '还没有挖掘过', en: 'Nothing was mined yet' },
  none: { zh: '没有发现团伙', en: 'No gang was found' },
  why: { zh: '依据', en: 'Why' },
  chain: { zh: '供应关系', en: 'Who supplies whom' },
  traces: { zh: '共同痕迹', en: 'Common traces' },
  kind: { zh: '种类', en: 'Kind' },
  value: { zh: '值', en: 'Value' },
  firstSeen: { zh: '首次出现处', en: 'where it was first seen' },
  more: { zh: '仅显示前 {shown} 个，共 {count} 个', en: 'The first {shown} of {count}' },
  confirm: { zh: '确认是团伙', en: 'It is a gang' },
  dismiss: { zh: '不是团伙', en: 'It is none' },
  exportLead: { zh: '制作线索包', en: 'Make a lead package' },
  download: { zh: '制作并下载', en: 'Make and download' },
  organisation: { zh: '制作单位', en: 'Organisation' },
  purpose: { zh: '用途', en: 'Purpose' },
  profile: { zh: '提供给', en: 'For' },
  police: { zh: '公安机关', en: 'the police' },
  regulator: { zh: '监管部门（标识符散列）', en: 'a regulator (identifiers hashed)' },
  lender: { zh: '其他机构（不含个人信息）', en: 'another lender (no personal data)' },
  leads: { zh: '线索包', en: 'Lead packages' },
  notHandedOver: { zh: '尚未移交', en: 'not handed over' },
  again: { zh: '下载', en: 'Download' },
  handOver: { zh: '登记移交', en: 'Hand over' },
  enterOutcome: { zh: '登记反馈', en: 'Enter outcome' },
  recipient: { zh: '接收方', en: 'Recipient' },
  authority: { zh: '法律文书编号', en: 'Number of the legal instrument' },
  status: { zh: '结果', en: 'Outcome' },
  caseNumber: { zh: '立案编号', en: 'Case number' },
  reasons: { zh: '理由', en: 'Reasons' },
  custody: { zh: '保管记录', en: 'Custody' },
  leadHint: {
    zh: '线索包含签名、哈希清单与保管记录，可离线核验；制作行为会记入保管日志。',
    en: 'The package is signed, lists its hashes, and can be checked offline; making it is entered into the custody log.',
  },
  reviewer: { zh: '复核人', en: 'Reviewer' },
  note: { zh: '说明', en: 'Note' },
  caution: {
    zh: '挖掘结果是线索而不是证明：共同的痕迹可能有正当的原因，由人判断。',
    en: 'What is mined is a lead and no proof: common traces may have honest reasons. A person decides.',
  },
} as const satisfies Record<string, Message>;

export const eventWords: Readonly<Record<LeadEvent['kind'], Message>> = {
  made: { zh: '制作', en: 'made' },
  viewed: { zh: '查看', en: 'viewed' },
  exported: { zh: '导出', en: 'exported' },
  'handed-over': { zh: '移交', en: 'handed over' },
  received: { zh: '接收', en: 'received' },
  're-hashed': { zh: '复核散列', en: 'hashed again' },
  outcome: { zh: '反馈', en: 'outcome' },
};

export const outcomeWords: Readonly<Record<NonNullable<LeadEvent['outcome']>['status'], Message>> = {
  accepted: { zh: '已受理', en: 'accepted' },
  'need-more': { zh: '需补充材料', en: 'more is needed' },
  'case-filed': { zh: '已立案', en: 'case filed' },
  closed: { zh: '已办结', en: 'closed' },
};

export const decisionWords: Readonly<Record<GangDecision, Message>> = {
  confirmed: { zh: '已确认', en: 'Confirmed' },
  dismissed: { zh: '已排除', en: 'Dismissed' },
};
