import type { ValueType } from '../kinds/schema.ts';
import { amongAllowed } from '../reading/alphabets.ts';
import { CAPITAL_LIKE } from '../reading/confusions.ts';
import type { RecognisedCharacter } from '../text.ts';
import { regionOf, type Stream, stretch } from './stream.ts';
import type { Field } from './types.ts';
import { parsers } from './values/index.ts';
import { DIGIT_LIKE } from './values/numbers.ts';

/** Confidence of a character that was read where only a digit or a capital can be. */
const GUESSED = 0.5;
const DIGITS_ONLY = new Set<ValueType>(['identity-number']);

/** What a character must be where only digits, or only capitals, can stand. */
function likeness(character: string, type: ValueType): string | undefined {
  if (type === 'amount-capitals') return CAPITAL_LIKE[character];
  return DIGITS_ONLY.has(type) ? DIGIT_LIKE[character] : undefined;
}

function asMeant(character: RecognisedCharacter, type: ValueType): RecognisedCharacter {
  const text = likeness(character.text, type);
  if (text === undefined) return amongAllowed(character, type);
  return { ...character, text, confidence: Math.min(character.confidence, GUESSED) };
}

/** Reads a value of a type at the beginning of a stretch of the stream; null where there is none. */
export function readValue(
  stream: Stream,
  ranges: readonly (readonly [number, number])[],
  type: ValueType,
): Omit<Field, 'name' | 'label'> | null {
  const { text, indices } = stretch(stream, ranges);
  const parsed = parsers[type](text);
  if (!parsed) return null;
  const units = [...new Set(indices.slice(parsed.start, parsed.end))];
  const characters = units.map((i) => asMeant(stream.characters[i]!, type));
  const region = regionOf(characters);
  if (!region) return null;
  const own = characters.map((character) => character.text).join('');
  return {
    type,
    text: text.slice(parsed.start, parsed.end),
    value: parsed.value ?? own,
    confidence: Math.min(...characters.map(({ confidence }) => confidence)),
    region,
    characters,
  };
}
