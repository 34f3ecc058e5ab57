import type { Message } from './schemas/message.ts';

/** Fills `{name}` placeholders of both languages. An unknown placeholder throws: a message with a hole helps nobody. */
export function format(template: Message, values: Readonly<Record<string, string | number>> = {}): Message {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new TypeError(`message needs a value for {${name}}: ${text}`);
      return String(value);
    });
  return { zh: fill(template.zh), en: fill(template.en) };
}
