import type { CodedError } from '@jianzhen/evidence';

/** One JSON object a line on standard output. */
export function writeLine(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

export const errorLine = (file: string, error: CodedError) => ({ file, error: error.toJSON() });

/** What happened, for a person, in both languages. */
export const errorForPeople = (file: string, { code, text }: CodedError) =>
  `${file}: ${text.zh} ${text.en} [${code}]`;
