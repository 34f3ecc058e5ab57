import { SURNAMES } from '@jianzhen/evidence';

/** Some surnames of two characters. */
const DOUBLE = '欧阳|上官|司马|诸葛|司徒|夏侯|皇甫|尉迟|令狐|慕容';
const GIVEN = '[一-鿿]{1,2}';
const STARS = '[*x某]{1,3}';

const NAME = `(?:${DOUBLE}|[${SURNAMES}])(?:${GIVEN}|${STARS})`;
/** What ends a name that no punctuation ends. */
const AFTER = '(?=[^\\p{L}\\d]|$|身份|证件|性别|系|因|于|在|男|女|自|向|现|曾|与|和|联系|电话|手机|已|是)';
const CUES =
  '姓名|本人|我叫|名叫|申请人|投诉人|投诉者|借款人|持卡人|委托人|被委托人|代理人|受托人|债务人|客户|用户|联系人|签名|签字|落款|具名|具函人|反映人|举报人';

/** Names behind a word that announces one, before a title, and in a line of their own: the name is the first group, at the end of the match. */
export const NAMES: readonly RegExp[] = [
  new RegExp(`(?:${CUES})[ :(]{0,3}(?:是|为|叫)?[ :"“(]{0,2}(${NAME})${AFTER}`, 'gu'),
  new RegExp(`([${SURNAMES}](?:${GIVEN})?)(?=先生|女士|小姐|同志)`, 'gu'),
  new RegExp(`(?<=[\\n。;!,，])\\s{0,9}(${NAME})(?=\\s{0,9}(?:\\d{4}[年./-]|$))`, 'gu'),
];
