import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/template/index.ts';
import type { RecognisedLine } from '../../src/text.ts';
import { form } from './forms.ts';

/** The line as a reader whose boxes come out high on it would give it. */
const higher = (line: RecognisedLine, times: number): RecognisedLine => ({
  ...line,
  characters: line.characters.map((character) => ({
    ...character,
    region: { ...character.region, height: times * character.region.height },
  })),
});

const rolesOf = (page: ReturnType<typeof form>) =>
  new Map(fingerprint(page, null).material.words.map(({ text, role }) => [text, role]));

describe('roles of words', () => {
  it('are headings where characters are high and far apart, not where boxes are high alone', () => {
    const page = form();
    const lines = page.lines.map((line) => (line.text === '临床诊断：' ? higher(line, 1.9) : line));
    const roles = rolesOf({ ...page, lines });
    expect(roles.get('疾病诊断证明书')).toBe('title');
    expect(roles.get('临床诊断')).toBe('label');
  });
});
