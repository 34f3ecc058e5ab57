// Named in public warnings about "debt relief" and "credit repair" agencies: National Financial Regulatory Administration, risk notices on
// 代理维权 and 代理退保 (2020–2024); People's Bank of China on 征信修复 (2021–2023); National Internet Finance Association of China on 反催收.

import type { Phrase, PhraseSort } from './types.ts';

const list = (sort: PhraseSort, weight: number, words: string): Phrase[] =>
  words.split(/\s+/).map((text) => ({ text, sort, weight }));

export const PHRASES: readonly Phrase[] = [
  ...list(
    'service',
    3,
    '征信洗白 征信铲单 代写投诉 代理投诉 投诉话术 不成功不收费 包装流水 反催收联盟 内部渠道处理',
  ),
  ...list(
    'service',
    2.5,
    '停息挂账 征信修复 修复征信 代理维权 反催收 债务优化 委托维权 维权顾问 维权团队 代理协商 代协商 专业法务团队 法务代理 停催停息',
  ),
  ...list(
    'service',
    1.8,
    '债务规划 债务重组 债务咨询 逾期协商 代理退保 协商停催 强制停催 债务代理 逾期修复 帮忙上岸',
  ),
  ...list(
    'demand',
    2,
    '全额退息退费 退息退费 全额退息 全额退费 退还息费 修复不良征信 消除征信逾期 消除逾期记录 撤销征信记录 修复本人不良征信',
  ),
  ...list(
    'demand',
    1.2,
    '个性化分期 停止计息 减免利息 免除罚息 冲抵本金 抵扣本金 只还本金 仅就本金 仅还本金 停止一切催收 终止一切催收 停止所有催收',
  ),
  ...list('demand', 0.8, '非恶意逾期证明 非恶意逾期 多头负债 退还利息 重新核算 服务费担保费'),
  ...list(
    'pressure',
    1.2,
    '不撤诉 投诉到底 禁止单方面 不接受任何电话 拒绝任何电话 视为拒绝协商 视为放弃协商 不接受调解',
  ),
  ...list(
    'pressure',
    0.8,
    '银保监投诉 投诉银保监 举报到银保监 爆通讯录 工单未经本人同意 一切后果由贵司 委托代理人',
  ),
  ...list(
    'boilerplate',
    0.3,
    '暴力催收 第三方催收 消费者权益保护法 第七十条 平等协商 协商还款 还款意愿 知情权 公平交易权 个人信息保护法 合法权益 依法处理 银保监会 金融监管总局 征信业管理条例',
  ),
];
