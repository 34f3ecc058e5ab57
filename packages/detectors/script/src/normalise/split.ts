/** Radicals that no text uses alone, with what follows them, and the character that both make: 亻言 for 信. */
const SPLITS =
  '亻言信亻责债亻弋代亻尤优亻介价亻呆保亻昔借亻寺侍亻尝偿亻更便亻故做亻主住亻立位亻也他亻门们' +
  '彳正征彳寺待彳导得彳聿律讠斥诉讠兑说讠殳设讠周调讠义议讠正证讠人认讠只识讠射谢讠寸讨讠方访讠平评讠舌话讠青请讠午许' +
  '扌殳投扌斤折扌圭挂扌户护扌非排扌是提扌巴把扌丁打扌安按氵去法氵咸减氵肖消氵青清氵台治氵舌活' +
  '钅艮银钅肖销钅戋钱钅失铁纟隹维纟工红纟及级纟且组纟合给纟充统忄夬快忄青情忄生性饣司饲' +
  '冫咸减阝车阵阝介阶阝完院阝余除礻且祖礻土社礻兄祝辶斤近辶不还辶寸过辶万迈辶俞逾';

const WHOLE = new Map<string, string>();
for (let i = 0; i + 2 < SPLITS.length; i += 3) WHOLE.set(SPLITS.slice(i, i + 2), SPLITS[i + 2]!);
const RADICALS = new Set([...WHOLE.keys()].map(([radical]) => radical!));

export const isRadical = (character: string): boolean => RADICALS.has(character);

/** The character that a radical and the character behind it were split from, if there is one. */
export const whole = (radical: string, rest: string): string | undefined => WHOLE.get(radical + rest);
