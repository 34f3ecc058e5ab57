import type { Message } from '@jianzhen/evidence';

export const FINDING_MESSAGES = {
  'script.agent-phrases': {
    zh: '文中有 {count} 种代理中介常用的说法：{phrases}{disguisedZh}。由代理代写的概率 {percent}%（以模拟信件校准）。诚实客户也会从网上学来这些说法，须结合其他线索判断。',
    en: 'The text has {count} phrases that agents use: {phrases}{disguisedEn}. Probability that an agent’s hand wrote it: {percent}%, calibrated on simulated letters. Honest customers pick such phrases up on the Internet too: weigh it with what else is known.',
  },
  'script.known-template': {
    zh: '此信与另外 {others} 人（案）{lendersZh}的来信出自同一话术，最相近的一封有 {similarity}% 的四字片段相同，同一话术的概率 {percent}%。网上流传的范文诚实客户也会套用，仅此不能说明有代理参与。',
    en: 'The letter is of one script with those of {others} other persons or cases{lendersEn}; the most alike shares {similarity}% of its four-character shingles, probability of one script {percent}%. Honest customers fill in letters from the Internet too: this alone does not show that an agent took part.',
  },
} satisfies Record<string, Message>;

/** Goes into the messages where it is so. */
export const PIECES = {
  disguised: {
    zh: '，其中 {count} 种用谐音、拼音、拆字或插入符号写成，像是规避过滤',
    en: '; {count} of them by sound, spelling, radicals or with signs put in, as if to pass a filter',
  },
  lenders: { zh: '、{count} 家机构', en: ' at {count} lenders' },
} satisfies Record<string, Message>;
