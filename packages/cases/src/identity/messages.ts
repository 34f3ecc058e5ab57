import type { Message, Subject } from '@jianzhen/evidence';

/** Everything that `identity.mismatch` says beside what the detector of papers says of one page. */
export const messages = {
  papers: {
    zh: '{label}“{stated}”与本案材料“{source}”中的“{expected}”不一致。',
    en: '{labelEn} “{stated}” differs from “{expected}” in this case’s exhibit “{source}”.',
  },
  voice: {
    zh: '第 {channel} 声道的来电人与客户 {person} 登记的声纹不符：同一人的概率为 {percent}%（对数似然比 {llr}，有效语音 {seconds} 秒）。请再核实来电人身份。',
    en: 'The caller on channel {channel} does not sound like the voice that customer {person} enrolled: the probability that they are one person is {percent}% (log-likelihood ratio {llr}, {seconds} s of speech). Make sure who is calling.',
  },
  portrait: {
    zh: '证件照片与自拍照相差较大（距离 {distance}，阈值 {threshold}），可能不是同一人。仅供参考，请人工核对。',
    en: 'The portrait on the card and the selfie are far apart (distance {distance}, threshold {threshold}) and may be of two persons. Advice only: have a person look.',
  },
} as const satisfies Readonly<Record<string, Message>>;

export const subjectWords: Readonly<Record<Subject, Message>> = {
  name: { zh: '姓名', en: 'The name' },
  'identity-number': { zh: '身份证号', en: 'The ID number' },
  phone: { zh: '电话号码', en: 'The telephone number' },
  'bank-card': { zh: '银行卡号', en: 'The bank card' },
};
