// What agents write around a code on a poster or in a chat. Weights are log-odds by judgement, not fitted: no labelled chats are public. They
// raise a probability and never lower one.

interface Phrase {
  readonly pattern: RegExp;
  readonly weight: number;
}

const PHRASES: readonly Phrase[] = [
  { pattern: /停息挂账|停息分期|延期还款协商|代理?协商还款/, weight: 1.6 },
  { pattern: /债务(?:优化|重组|规划|减免|处理)|负债(?:优化|处理)|上岸/, weight: 1.4 },
  { pattern: /征信(?:修复|洗白|逾期消除|铲单)|消除逾期|洗征信|修复征信|信用修复/, weight: 1.8 },
  { pattern: /代理(?:维权|投诉)|反催收|免还|协助退(?:息|费)|退(?:息|保)代办/, weight: 1.6 },
  { pattern: /刷单|做任务(?:返|赚)|点赞(?:返|赚)|返佣|垫付|日结兼职|兼职日结/, weight: 1.8 },
  { pattern: /扫码(?:返现|领(?:钱|红包|补贴|取)|激活|解冻)/, weight: 1.5 },
  {
    pattern:
      /内部(?:渠道|名额)|无视(?:黑白|征信|网黑)|包(?:下款|过)|黑户(?:可|能)?(?:贷|做|下款)|秒下款|强开/,
    weight: 1.6,
  },
  { pattern: /(?:解冻|保证|验资|认证|工本|会员)(?:金|费)|刷流水|流水认证|提额(?:包装)?代办/, weight: 1.5 },
  {
    pattern: /安全账户|屏幕共享|共享屏幕|注销(?:网贷|校园贷|账户|金条|白条)|百万保障(?:关闭|取消)/,
    weight: 1.8,
  },
  { pattern: /带单|稳赚|保本(?:高)?(?:收益|息)|荐股|老师带|高收益|内幕消息/, weight: 1.4 },
  { pattern: /(?:补贴|退税|医保|社保|ETC|etc).{0,8}(?:认证|领取|停用|失效|过期)/, weight: 1.3 },
  { pattern: /(?:加|添加).{0,4}(?:微信|客服|老师|企微|QQ群)|私聊|私信我/, weight: 0.5 },
  { pattern: /仅限今日|名额有限|即将(?:停用|冻结|失效)|逾期(?:将|作废)/, weight: 0.6 },
];

/** Together they count no more than this. */
const MOST = 3;

export interface WordsFound {
  /** As they stand in the text, the weightiest first. */
  readonly phrases: readonly string[];
  /** Log-odds. */
  readonly weight: number;
}

/** Phrases of agents among the texts around a code: on the picture, in the chat. */
export function agentWords(texts: readonly string[]): WordsFound {
  const joined = texts
    .join('\n')
    .normalize('NFKC')
    .replace(/[ \t]+/g, '');
  const found = PHRASES.flatMap(({ pattern, weight }) => {
    const phrase = pattern.exec(joined)?.[0];
    return phrase === undefined ? [] : [{ phrase, weight }];
  }).sort((a, b) => b.weight - a.weight);
  const weight = found.reduce((sum, each) => sum + each.weight, 0);
  return { phrases: found.map(({ phrase }) => phrase), weight: Math.min(MOST, weight) };
}
