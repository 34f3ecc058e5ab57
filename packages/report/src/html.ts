/** Markup that is safe to put into a page as it is. Only `html` and `raw` make it. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }

  toString(): string {
    return this.markup;
  }
}

export type Content = Html | string | number | null | readonly Content[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

// Control characters and the bidirectional overrides with which a name can be made to read backwards ("gpj.exe").
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** Any text as HTML text or a quoted attribute value; characters that hide or turn text are shown as `[U+202E]`. */
export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replace(
      INVISIBLE,
      (character) => `[U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`,
    )
    .replace(/[&<>"'`]/g, (character) => ENTITIES[character]!);
}

function toMarkup(content: Content): string {
  if (content === null) return '';
  if (content instanceof Html) return content.markup;
  if (typeof content === 'string') return escapeHtml(content);
  if (typeof content === 'number') return String(content);
  return content.map(toMarkup).join('');
}

/** Template tag: every value is escaped unless it is `Html` already. Attribute values must be quoted. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  return new Html(strings.reduce((markup, part, i) => markup + toMarkup(values[i - 1] ?? null) + part));
}

/** Trusted markup of our own (style sheet, script). Never pass anything here that came out of a file. */
export function raw(markup: string): Html {
  return new Html(markup);
}
