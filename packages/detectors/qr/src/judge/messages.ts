import type { Message } from '@jianzhen/evidence';

/** One text a reason. `{part}` is what the link shows, `{value}` a measure. */
export const JUDGE_MESSAGES = {
  'qr.listed': {
    zh: '命中名单“{list}”：{value}',
    en: 'On the list “{list}”: {value}',
  },
  'qr.vouched': {
    zh: '在可信名单“{list}”中：{value}',
    en: 'On the allow-list “{list}”: {value}',
  },
  'qr.overruled-safe': {
    zh: '人工已复核为无危险：{value}',
    en: 'A person has found this not dangerous: {value}',
  },
  'qr.overruled-danger': {
    zh: '人工已复核为危险：{value}',
    en: 'A person has found this dangerous: {value}',
  },
  'qr.official': {
    zh: '{value} 是{brandZh}的官方域名。',
    en: '{value} is a domain of {brandEn} itself.',
  },
  'qr.open-host': {
    zh: '{value} 属于{brandZh}，但任何人都能在上面发布内容，域名本身不能作保。',
    en: '{value} belongs to {brandEn}, but anybody can publish there: the name vouches for nothing.',
  },
  'qr.forwards': {
    zh: '网址里还带着另一个网址，可能跳转到：{value}',
    en: 'Another address is within the link, to which it may send on: {value}',
  },
  'qr.like-confusable': {
    zh: '“{part}”看起来像{brandZh}，实际域名是 {value}，并非官方域名。',
    en: '“{part}” is made to look like {brandEn}; the domain is really {value}, which is not theirs.',
  },
  'qr.like-typo': {
    zh: '“{part}”与{brandZh}的名字只差一两个字母，域名 {value} 不是官方域名。',
    en: '“{part}” is a letter or two away from {brandEn}; the domain {value} is not theirs.',
  },
  'qr.like-subdomain': {
    zh: '{brandZh}的名字放在了前面“{part}”，真正的域名是后面的 {value}。',
    en: 'The name of {brandEn} stands in front (“{part}”); the domain that counts is {value}.',
  },
  'qr.like-compound': {
    zh: '域名里夹带{brandZh}的名字（{part}），但 {value} 不是官方域名。',
    en: 'The domain carries the name of {brandEn} ({part}), but {value} is not theirs.',
  },
  'qr.like-other-suffix': {
    zh: '{value} 用了{brandZh}的名字，但不在其官方域名之列。',
    en: '{value} bears the name of {brandEn}, but is not among their domains.',
  },
  'qr.like-path': {
    zh: '网址路径里写着{brandZh}（{part}），域名 {value} 却与其无关。',
    en: 'The path says {brandEn} ({part}), but the domain {value} is nothing of theirs.',
  },
  'qr.address': {
    zh: '直接使用 IP 地址 {value}，没有域名。',
    en: 'A bare IP address instead of a name: {value}',
  },
  'qr.address-disguised': {
    zh: '用特殊写法掩饰的 IP 地址，实际是 {value}。',
    en: 'An IP address written so as to hide it: really {value}',
  },
  'qr.port': { zh: '使用了不常见的端口 {value}。', en: 'An unusual port: {value}' },
  'qr.user': {
    zh: '“@”前面的“{part}”只是幌子，真正打开的是 {value}。',
    en: 'What stands before the “@” (“{part}”) is a decoy: {value} is what opens.',
  },
  'qr.mixed-scripts': {
    zh: '域名混用了不同文字的字母：{value}',
    en: 'The name mixes letters of different scripts: {value}',
  },
  'qr.shortener': {
    zh: '{value} 是短网址服务，看不出最终打开哪里。',
    en: '{value} shortens links: where it leads cannot be seen.',
  },
  'qr.dynamic': {
    zh: '{value} 属于动态域名或内网穿透服务，任何人都能匿名取得。',
    en: '{value} is dynamic DNS or a tunnel: anybody gets such a name without being known.',
  },
  'qr.builder': {
    zh: '{value} 属于免费建站或表单平台，任何人都能在上面发布页面。',
    en: '{value} is free hosting or a form service: anybody can put up a page there.',
  },
  'qr.shared': {
    zh: '{value} 之下的名字任何人几分钟就能取得。',
    en: 'Names below {value} are anybody’s within minutes.',
  },
  'qr.suffix': {
    zh: '域名后缀 .{value} 在诈骗网址中多见。',
    en: 'The suffix .{value} is frequent among deceits.',
  },
  'qr.random-name': {
    zh: '“{part}”像随机生成的名字：连续 {value} 个辅音字母。',
    en: '“{part}” looks like a random name: {value} consonants in a row.',
  },
  'qr.digits-name': {
    zh: '“{part}”像成批生成的名字：{value}% 是数字。',
    en: '“{part}” looks like one of many made names: {value}% digits.',
  },
  'qr.long-name': {
    zh: '域名很长或层级很多：{part} 层，{value} 个字符。',
    en: 'A long or deeply nested name: {part} labels, {value} characters',
  },
  'qr.path': {
    zh: '路径或参数的写法在诈骗网址中多见：{value}',
    en: 'Path or query are written as in deceits: {value}',
  },
  'qr.spelling': {
    zh: '整体写法与已知诈骗网址相近，约为正常网址的 {value} 倍。',
    en: 'Its spelling is about {value} times as frequent among known deceits as among ordinary links.',
  },
  'qr.apk': {
    zh: '会下载安卓安装包：{value}。请只从应用市场安装。',
    en: 'It downloads an Android package: {value}. Install from an app store only.',
  },
  'qr.words': {
    zh: '码旁边写着：{value}',
    en: 'Beside the code it says: {value}',
  },
  'qr.nothing': {
    zh: '没有明显的危险迹象；仅凭网址文字无法保证安全。',
    en: 'Nothing speaks plainly of danger; the text of a link alone is no warrant of safety.',
  },
} satisfies Record<string, Message>;

export type JudgeCode = keyof typeof JUDGE_MESSAGES;
