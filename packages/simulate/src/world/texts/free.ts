import type { Random } from '../../random.ts';
import { drawCompany, money } from '../../vouchers/wording.ts';
import type { ComplaintFacts } from './types.ts';

/** What people complain of themselves: who, what happened, what they want, in pieces that are put together anew each time. */
const BEGINNINGS = [
  '你好，',
  '我想问一下，',
  '',
  '',
  '麻烦帮我看看，',
  '客服你好，',
  '是这样的，',
  '实在没办法了才来投诉，',
] as const;
const WHEN = [
  '上个月',
  '这个星期',
  '去年年底',
  '前几天',
  '昨天下午',
  '今年过年那会儿',
  '三月份',
  '刚才',
] as const;
const EVENTS: readonly ((random: Random, facts: ComplaintFacts) => string)[] = [
  (random) =>
    `APP里扣了我两次款，一次${money(random.integer(200, 4000))}，一次${money(random.integer(5, 90))}`,
  (_, { lender }) => `${lender}的还款日跟我工资日对不上，差了一天就算我逾期`,
  (random) => `我已经提前结清了，账户里还显示欠${random.integer(1, 60)}块钱`,
  (_, { amount }) => `借了${amount}，现在算下来要还的比说好的多不少`,
  (random) => `绑定的银行卡换了，系统一直提示失败，打了${random.integer(2, 9)}次电话没人接`,
  () => '手机号换了登录不上，验证码发到旧号码去了',
  (random) => `征信报告上多出来一条查询记录，我根本没申请过，是${random.integer(2, 12)}月份的`,
  (random) => `在${drawCompany(random)}上班，厂里停工了，工资没发下来`,
  () => '孩子住院花了不少钱，这两期确实有点紧',
  (random) => `有人冒充你们客服加我微信，让我先转${random.integer(5, 50) * 100}块钱`,
  (random) => `利率写的是${random.integer(7, 23)}.${random.integer(0, 9)}%，实际好像不是这么算的`,
  () => '结清证明申请了好久都没开出来，买房要用',
  () => '推销电话一天好几个，说了不要还打',
  (_, { date }) => `合同上的日期是${date.getUTCMonth() + 1}月，可我那时候还没收到钱`,
];
const FEELINGS = [
  '我也不是不还',
  '心里很着急',
  '这样合理吗',
  '家里人也跟着担心',
  '以前一直都挺好的',
  '问了几个客服说法都不一样',
  '真的很无语',
  '我有截图可以提供',
  '麻烦解释清楚',
] as const;
const WISHES = [
  '能不能晚几天扣',
  '请把多扣的退回来',
  '希望查一下是怎么回事',
  '给我回个电话就行',
  '帮忙把记录改过来',
  '想换个还款日',
  '请尽快开证明',
  '让他们别再打了',
  '想知道还剩多少没还',
] as const;
const ENDS = ['谢谢', '麻烦了', '', '', '等回复', '拜托', '急！', '辛苦'] as const;
const STOPS = ['，', '。', ' ', '，'] as const;

/** A complaint in a customer's own words. */
export function freeText(facts: ComplaintFacts, random: Random): string {
  const pieces: string[] = [];
  for (const event of random.shuffle(EVENTS).slice(0, random.integer(1, 3))) {
    pieces.push(`${random.chance(0.5) ? random.pick(WHEN) : ''}${event(random, facts)}`);
    if (random.chance(0.6)) pieces.push(random.pick(FEELINGS));
  }
  if (random.chance(0.85)) pieces.push(random.pick(WISHES));
  if (random.chance(0.2)) pieces.push(`我叫${facts.name}`);
  pieces.push(random.pick(ENDS));
  const stop = random.pick(STOPS);
  return random.pick(BEGINNINGS) + pieces.filter((piece) => piece !== '').join(stop);
}
