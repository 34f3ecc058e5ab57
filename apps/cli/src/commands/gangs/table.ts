import { type Gang, roleWords } from '@jianzhen/evidence';
import { dim, table } from '../../output/terminal.ts';

const HEAD = [
  '团伙 gang',
  '概率 score',
  '角色 role',
  '上游 upstream',
  '案件 cases',
  '客户 customers',
  '机构 lenders',
  '',
];

const row = ({ gang, score, role, upstream, cases, customers, lenders, reasons }: Gang): string[] => [
  gang,
  `${(100 * score).toFixed(1)}%`,
  `${roleWords[role].zh} ${dim(roleWords[role].en)}`,
  upstream ?? '',
  String(cases.length),
  String(customers),
  String(lenders),
  reasons[1]?.message.zh ?? reasons[0]?.message.zh ?? '',
];

/** Gangs for people to read, a row each. */
export const gangTable = (gangs: readonly Gang[]): string => table(HEAD, gangs.map(row));
