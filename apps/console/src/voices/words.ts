import type { Message } from '@jianzhen/evidence';
import type { Voiceprint } from '../api/types.ts';

/** Sentences of the page about voiceprints. */
export const voiceListWords = {
  voiceprints: { zh: '声纹', en: 'Voices' },
  hint: {
    zh: '声纹是敏感个人信息：登记须写明用途和依据，到期自动删除，任何接口都不输出声纹向量。',
    en: 'Voiceprints are sensitive personal information: each has its purpose and ground, is deleted when its time is over, and no interface gives out its vector.',
  },
  watch: { zh: '列入关注名单', en: 'Put on the watch-list' },
  anyKind: { zh: '全部声纹', en: 'Any kind' },
  kind: { zh: '类别', en: 'Kind' },
  person: { zh: '编号', en: 'Number' },
  reason: { zh: '理由', en: 'Reason' },
  purpose: { zh: '用途', en: 'Purpose' },
  consent: { zh: '同意', en: 'Consent' },
  notStated: { zh: '未声明', en: 'Not stated' },
  source: { zh: '来源', en: 'Source' },
  by: { zh: '经办人', en: 'By' },
  consentBy: { zh: '取得同意的人员', en: 'Consent taken by' },
  consentText: { zh: '同意的内容', en: 'Words of the consent' },
  recordings: { zh: '录音', en: 'Recordings' },
  expires: { zh: '到期删除', en: 'Deleted on' },
  remove: { zh: '删除', en: 'Delete' },
  removeHint: {
    zh: '删除后不可恢复：声纹、由它得出的痕迹和比对结果都会消失，审计记录只保留“曾删除”这件事。',
    en: 'This cannot be undone: the voiceprint goes with every trace and match that came of it. The audit trail keeps only that it was deleted.',
  },
  none: { zh: '还没有声纹', en: 'No voiceprints yet' },
} as const satisfies Record<string, Message>;

export const purposeWords: Readonly<Record<Voiceprint['purpose'], Message>> = {
  'identity-verification': { zh: '核验本人', en: 'Verifying the person' },
  'anti-fraud': { zh: '反欺诈', en: 'Anti-fraud' },
  'staff-exclusion': { zh: '排除坐席', en: 'Leaving staff out' },
};
