import { leading, type Parser } from './parsed.ts';

const FORMS_OF_ADDRESS = /(?:先生|女士|小姐|同志)$/;

/** A Chinese name of two to four characters, a transcribed one with dots, hidden places as stars; or Latin words. */
export const name: Parser = (text) => {
  const han = /^[\s:._-]{0,3}([\p{Script=Han}*]{1,8}(?:·[\p{Script=Han}*]{1,8})*)/u.exec(text);
  if (han) {
    const words = han[1]!.replace(FORMS_OF_ADDRESS, '');
    const start = han[0].length - han[1]!.length;
    if (words.length < 2 || (!words.includes('·') && words.length > 4)) return null;
    return { start, end: start + words.length, value: null };
  }
  return leading(/[A-Z][A-Za-z.'-]+(?: [A-Z][A-Za-z.'-]*){0,4}/, 2, (words) => words.replace(/\s+/g, ' '))(
    text,
  );
};

/** Up to the end of the clause; inner blanks belong to it only between Latin words. */
export const organisation: Parser = leading(
  /[\p{Script=Han}A-Za-z][\p{Script=Han}\w()&·.-]{2,48}[\p{Script=Han}\w)]/u,
  3,
);

export const address: Parser = leading(/[\p{Script=Han}][\p{Script=Han}\w()#\-—·]{4,80}/u, 3);

export const text: Parser = leading(/[^\s:;,.][^\n]*[^\s;,.]|[^\s:;,.]/u, 3);

export const sex: Parser = leading(/([男女])(?!\p{Script=Han}{2})/u, 2, (word) =>
  word === '男' ? 'male' : 'female',
);
