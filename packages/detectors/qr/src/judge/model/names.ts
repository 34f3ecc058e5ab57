/** What names people give look like: learnt from words in paths of ordinary links, so that no campaign's names are in it. */
export interface NameModel {
  /** 16 × ln P(letter | two letters before), 27³ values; 0 stands for the edge of a word, 1–26 for letters. */
  readonly trigrams: Int8Array;
  readonly words: ReadonlySet<string>;
}

export interface NameScores {
  /** Mean ln P of a letter of the name; about −2.2 for words, below −3 for random letters. */
  readonly wordlike: number;
  /** Share of the letters that words cover. */
  readonly wordShare: number;
  /** Share of the letters that syllables of pinyin cover. */
  readonly pinyinShare: number;
}

export const TRIGRAM_SCALE = 16;
const LEAST_WORD = 4;
const LONGEST_WORD = 14;

const code = (text: string, i: number) => text.charCodeAt(i) - 96;

/** Calls back with each letter's place in the table: edge, edge, first letter … last letter, edge. */
export function eachTrigram(word: string, visit: (slot: number) => void): void {
  let [a, b] = [0, 0];
  for (let i = 0; i <= word.length; i++) {
    const c = i < word.length ? code(word, i) : 0;
    visit((a * 27 + b) * 27 + c);
    [a, b] = [b, c];
  }
}

const SYLLABLE =
  /^(?:[bpmf]?(?:a|o|ai|ei|ao|ou|an|en|ang|eng)|[bpm](?:i|ie|iao|ian|in|ing)|[bpmf]u|miu|[dtnl](?:a|e|i|u|ai|ei|ao|ou|an|ang|eng|ong|ie|iao|iu|ian|in|ing|uo|uan|un|ui|ue)|[nl](?:v|ve|iang|en)|lia|[gkh](?:a|e|u|ai|ei|ao|ou|an|en|ang|eng|ong|ua|uo|uai|ui|uan|un|uang)|[jqx](?:i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ue|uan|un)|(?:zh|ch|sh)(?:i|a|e|u|ai|ei|ao|ou|an|en|ang|eng|ong|ua|uo|uai|ui|uan|un|uang)|r(?:i|e|u|ao|ou|an|en|ang|eng|ong|ua|uo|ui|uan|un)|[zcs](?:i|a|e|u|ai|ei|ao|ou|an|en|ang|eng|ong|uo|ui|uan|un)|y(?:a|e|i|o|u|ao|ou|an|in|ang|ing|ong|ue|uan|un)|w(?:a|o|u|ai|ei|an|en|ang|eng)|er?)$/;
const LONGEST_SYLLABLE = 6;
/** Single vowels and the like cover nothing by themselves. */
const LEAST_SYLLABLE = 2;

/** Most letters of a word that pieces of the given lengths cover without overlap. */
function covered(word: string, least: number, most: number, known: (piece: string) => boolean): number {
  const best = [0];
  for (let end = 1; end <= word.length; end++) {
    best[end] = best[end - 1]!;
    for (let size = least; size <= Math.min(most, end); size++)
      if (best[end - size]! + size > best[end]! && known(word.slice(end - size, end)))
        best[end] = best[end - size]! + size;
  }
  return best[word.length]!;
}

export function nameScores({ trigrams, words }: NameModel, name: string): NameScores {
  const runs = name.toLowerCase().match(/[a-z]+/g) ?? [];
  let [sum, count, letters, wordy, pinyin] = [0, 0, 0, 0, 0];
  for (const run of runs) {
    eachTrigram(run, (slot) => {
      sum += trigrams[slot]! / TRIGRAM_SCALE;
      count++;
    });
    letters += run.length;
    wordy += covered(run, LEAST_WORD, LONGEST_WORD, (piece) => words.has(piece));
    pinyin += covered(run, LEAST_SYLLABLE, LONGEST_SYLLABLE, (piece) => SYLLABLE.test(piece));
  }
  return {
    wordlike: count > 0 ? sum / count : 0,
    wordShare: letters > 0 ? wordy / letters : 0,
    pinyinShare: letters > 0 ? pinyin / letters : 0,
  };
}
