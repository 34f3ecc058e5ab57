/** Characters of one syllable, whatever the tone: those of the phrases and what the input method offers in their place. */
const SYLLABLES =
  'ting停亭庭廷听挺婷厅 xi息西吸希惜习系席洗嘻析 gua挂褂刮瓜卦 zhang账帐张章涨丈掌 zhai债宅摘寨窄斋 wu务雾物误悟无吴五午 you优尤忧由幽友有油 hua化花划画话华滑 ' +
  'zheng征正整证争郑怔 xin信新心欣芯辛鑫薪 xiu修休秀羞 fu复付服福富负副费 bai白百柏摆 chan铲产惨阐 dan单丹担蛋 dai代贷带待戴袋 li理里礼力利立例离 wei维微为薇围委未位 quan权全泉圈劝 ' +
  'fan反返饭犯翻 cui催崔摧脆 shou收手首守受 lian联连莲链 meng盟蒙猛 xie协写谢胁 shang商上伤尚 ni逆你 yu逾于鱼余预域 qi期其七气企骑旗 chong重冲虫充 zu组足族阻 gui规归鬼贵桂 ' +
  'tui退推腿 bao保包报宝暴爆 fei费飞非肥 e额鹅俄 jian减件坚监建简 mian免面棉 fa罚法发伐 ben本奔笨 jin金今进近禁 di抵底第地 kou扣口 ge个各格 xing性行型姓 fen分份纷 chu除出处初 xiao消销小笑 ' +
  'tou投头偷 su诉素速宿 xie写些 yin银因引隐 bu部不步布 che撤车彻 gu顾故固 wen问文闻 tuan团湍 dui队对堆 ji计记机';

const SYLLABLE = new Map<string, string>();
// A character of two readings counts by the first.
for (const [, spelling, characters] of SYLLABLES.matchAll(/([a-z]+)([^a-z ]+)/g))
  for (const character of characters!) if (!SYLLABLE.has(character)) SYLLABLE.set(character, spelling!);

/** How a character is spelt; null for characters that no phrase can be mistaken for. */
export const syllableOf = (character: string): string | null => SYLLABLE.get(character) ?? null;
