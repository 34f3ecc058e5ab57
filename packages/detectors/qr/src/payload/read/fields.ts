/** Values by name in upper case, in the order in which they stand; a name may come again. */
export type Fields = ReadonlyMap<string, readonly string[]>;

/**
 * NTT DoCoMo's notation, which MECARD, MATMSG, MEBKM, BIZCARD and WIFI share: `NAME:value;` with `\` before any of `\ ; , " :`.
 * `text`: what follows the prefix. A value that is not closed runs to the end. Linear in the text.
 */
export function readFields(text: string): Fields {
  const fields = new Map<string, string[]>();
  let [name, value, inName] = ['', '', true];
  const close = (): void => {
    const key = name.trim().toUpperCase();
    if (!inName && key !== '') fields.set(key, [...(fields.get(key) ?? []).slice(0, MOST), value]);
    [name, value, inName] = ['', '', true];
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === ';') close();
    else if (inName && character === ':') inName = false;
    else if (inName) name += character;
    else if (character === '\\' && at + 1 < text.length) value += text[++at]!;
    else value += character;
  }
  close();
  return fields;
}

/** Of one name. */
const MOST = 16;

export const first = (fields: Fields, name: string): string | undefined => fields.get(name)?.[0];

/** All of a name, for telling: joined by a comma. */
export const all = (fields: Fields, ...names: readonly string[]): string =>
  names.flatMap((name) => fields.get(name) ?? []).join(', ');
