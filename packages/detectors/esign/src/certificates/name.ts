// Distinguished names: RFC 4514 (text), RFC 5280, 7.1 (comparison).
import { type Asn1, readAsn1, TAG } from '../asn1/reader.ts';
import { oidOf, textOf } from '../asn1/values.ts';

const shortNames: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.6': 'C',
  '2.5.4.9': 'STREET',
  '0.9.2342.19200300.100.1.25': 'DC',
  '0.9.2342.19200300.100.1.1': 'UID',
  '2.5.4.4': 'SN',
  '2.5.4.42': 'givenName',
  '2.5.4.5': 'serialNumber',
  '2.5.4.12': 'title',
  '2.5.4.97': 'organizationIdentifier',
  '1.2.840.113549.1.9.1': 'emailAddress',
};

interface Attribute {
  readonly type: string;
  readonly value: Asn1;
}

const relativeNames = (name: Asn1): readonly (readonly Attribute[])[] =>
  name.expect(TAG.SEQUENCE).children.map((set) =>
    set.expect(TAG.SET).children.map((pair) => {
      const [type, value] = [pair.expect(TAG.SEQUENCE).at(0), pair.at(1)];
      return { type: oidOf(type), value };
    }),
  );

const escapeValue = (text: string) =>
  text
    .replace(/[\\",+<>;]/g, '\\$&')
    .replace(/^[ #]/, '\\$&')
    .replace(/ $/, '\\ ')
    .replaceAll('\0', '\\00');

/** The last relative name first, as RFC 4514 has it. */
export function nameText(name: Asn1): string {
  const pair = ({ type, value }: Attribute) => {
    const short = shortNames[type];
    return short
      ? `${short}=${escapeValue(textOf(value))}`
      : `${type}=#${Buffer.from(value.bytes).toString('hex')}`;
  };
  return relativeNames(name)
    .map((set) => set.map(pair).join('+'))
    .reverse()
    .join(',');
}

/** The last (most specific) common name; null where there is none. */
export function commonNameOf(name: Asn1): string | null {
  const found = relativeNames(name)
    .flat()
    .findLast(({ type }) => type === '2.5.4.3');
  return found ? textOf(found.value) : null;
}

const fold = (text: string) => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/** A form of each relative name under which equal ones are the same string: case and runs of blanks do not count. */
export const relativeNameKeys = (name: Asn1): readonly string[] =>
  relativeNames(name).map((set) =>
    JSON.stringify(set.map(({ type, value }) => `${type}=${fold(textOf(value))}`).sort()),
  );

/** The same of a whole name in DER. */
export const nameKey = (name: Uint8Array): string => relativeNameKeys(readAsn1(name)).join();
