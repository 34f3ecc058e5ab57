export { errors } from './errors.ts';
export type {
  Point,
  RecognisedCharacter,
  RecognisedLine,
  RecognisedPage,
  RecognisedTable,
  RecognisedText,
  TableCell,
} from './text.ts';
