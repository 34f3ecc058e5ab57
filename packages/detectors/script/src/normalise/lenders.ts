/** Short names of banks, consumer finance companies and lending apps, simplified and in lower case. */
const NAMED =
  '中国工商银行|工商银行|工行|中国农业银行|农业银行|农行|中国银行|中行|中国建设银行|建设银行|建行|交通银行|交行|邮政储蓄银行|邮储银行|招商银行|招行|' +
  '浦发银行|中信银行|光大银行|华夏银行|民生银行|广发银行|兴业银行|平安银行|浙商银行|渤海银行|恒丰银行|北京银行|上海银行|江苏银行|南京银行|宁波银行|' +
  '杭州银行|微众银行|网商银行|新网银行|百信银行|招联消费金融|招联金融|招联|马上消费金融|马上消费|中银消费金融|中银消费|兴业消费金融|捷信|' +
  '蚂蚁消费金融|蚂蚁消金|花呗|借呗|微粒贷|京东白条|京东金条|京东金融|度小满|有钱花|360借条|奇富借条|美团月付|美团借钱|美团生意贷|抖音月付|放心借|' +
  '拍拍贷|宜人贷|分期乐|乐信|安逸花|还呗|省呗|你我贷|玖富|小赢卡贷|小赢|洋钱罐|桔多多|时光分期|信用飞|好分期|任性付|任性贷|滴水贷|滴滴金融|平安普惠|陆金所|中邮消费';
const KIND = '银行|消费金融|消金|小额贷款|小贷|网络贷款|融资担保|信托|网贷|信用卡中心|金服|借贷';
const TAIL = `(?:${KIND})?(?:股份)?(?:有限)?(?:责任)?(?:公司)?(?:[一-鿿]{2,4}(?:分行|支行))?(?:信用卡中心)?`;
/** Words before which a lender's name begins where no punctuation tells. */
const BEFORE = '在|向|与|和|对|从|由|被|是|给|贵|跟|投诉|关于|名下|及|至|为|致|欠';
/** What is no beginning of a lender's name. */
const NEVER = '根据|依据|按照|依照|参照|中国人民|人民|要求|希望|我|致|欠';

/** Lenders by name, and by what kind of institution they call themselves; the name is the first group. */
export const LENDERS: readonly RegExp[] = [
  new RegExp(`((?:${NAMED})${TAIL})`, 'gu'),
  new RegExp(`(?:${BEFORE}|^|[^\\p{L}\\d])((?!${NEVER})[一-鿿]{2,5}?(?:${KIND})${TAIL})`, 'gu'),
];
