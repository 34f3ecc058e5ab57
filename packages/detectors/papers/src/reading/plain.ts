/** Recognised text in one writing: half-width, without blanks, likenesses folded for labels. */
import type { RecognisedCharacter } from '../text.ts';

const MARKS: Readonly<Record<string, string>> = {
  '。': '.',
  '—': '-',
  '–': '-',
  '−': '-',
  '￥': '¥',
  '【': '[',
  '】': ']',
  '〔': '[',
  '〕': ']',
};

/** One character to one character: full-width forms to ASCII, Chinese marks to their ASCII likes. */
export function halfWidth(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code === 0x3000) return ' ';
  return MARKS[character] ?? character;
}

/** Characters that networks take for each other in print, each class with its representative first; traditional forms too. */
const CLASSES = [
  '账帐賬帳',
  '号號',
  '日曰',
  '未末',
  '己已巳',
  '入人',
  '土士',
  '千干于',
  '大太犬',
  '户戶卢',
  '证證',
  '额額頟',
  '名各',
  '姓胜',
  '贷货',
  '发發',
  '票禀',
  '诊诊',
  '断斷',
  '单單',
  '电電',
  '话話',
  '龄齢',
  '编缟',
  '码碼',
  '价價',
  '税稅',
  '间问间',
];
const FOLD = new Map(
  CLASSES.flatMap((group) => [...group].map((character) => [character, [...group][0]!] as const)),
);

/** Half-width, folded, Latin letters in capitals: the form in which labels and keywords are compared. */
export const fold = (character: string): string => {
  const half = halfWidth(character);
  return FOLD.get(half) ?? (/[a-z]/.test(half) ? half.toUpperCase() : half);
};

export const foldText = (text: string): string =>
  [...text]
    .filter((character) => character.trim() !== '')
    .map(fold)
    .join('');

/** The characters that are no blanks. */
export const inked = (characters: readonly RecognisedCharacter[]): readonly RecognisedCharacter[] =>
  characters.filter(({ text }) => text.trim() !== '');
