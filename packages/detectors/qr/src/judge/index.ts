export { type Link, parseLink } from './link.ts';
export { FIELDS, linkSlots } from './model/fields.ts';
export { share, type TextModel, textScores } from './model/text.ts';
