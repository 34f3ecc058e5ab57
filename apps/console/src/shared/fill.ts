/** Fills `{name}` places. A name without a value throws: a sentence with a hole helps nobody. */
export function fill(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new TypeError(`a sentence needs a value for {${name}}: ${text}`);
    return String(value);
  });
}
