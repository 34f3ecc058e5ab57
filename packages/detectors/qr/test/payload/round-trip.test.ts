import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCoinAddress } from '../../src/payload/families/crypto/address.ts';
import { crc16 } from '../../src/payload/families/emv/crc.ts';
import { readWifi } from '../../src/payload/families/wifi.ts';
import { understand } from '../../src/payload/index.ts';

/** What people write: letters of several scripts and the marks that notations give a meaning to. */
const words = (maxLength: number) =>
  fc
    .string({ unit: fc.constantFrom(...'abzAZ019 -_.;:,"\\\'中文é'), minLength: 1, maxLength })
    .map((text) => text.trim().replace(/\s+/g, ' '))
    .filter((text) => text !== '');
const escaped = (text: string) => text.replace(/[\\;,":]/g, '\\$&');

describe('what a generator writes is read again', () => {
  it('WIFI', () =>
    fc.assert(
      fc.property(
        words(32),
        words(40),
        fc.constantFrom('WPA', 'WEP', 'SAE'),
        fc.boolean(),
        (ssid, password, security, hidden) => {
          fc.pre(!/^".*"$/.test(ssid) && !/^".*"$/.test(password));
          const text = `WIFI:T:${security};S:${escaped(ssid)};P:${escaped(password)};${hidden ? 'H:true;' : ''};`;
          expect(readWifi(text)).toEqual({ ssid, security, password, hidden });
          expect(understand(text).details).toMatchObject({ ssid, security });
        },
      ),
      { seed: 1, numRuns: 300 },
    ));

  it('vCard and MECARD', () =>
    fc.assert(
      fc.property(words(20), words(20), (name, note) => {
        const vcard = `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${escaped(name)}\r\nNOTE:${escaped(note)}\r\nEND:VCARD`;
        expect(understand(vcard).details).toMatchObject({ name, note });
        fc.pre(!name.includes(','));
        expect(understand(`MECARD:N:${escaped(name)};NOTE:${escaped(note)};;`).details).toMatchObject({
          name,
          note,
        });
      }),
      { seed: 2, numRuns: 300 },
    ));

  const tlv = (id: string, value: string) => `${id}${String(value.length).padStart(2, '0')}${value}`;
  const inBytes = (id: string, value: string) =>
    `${id}${String(Buffer.byteLength(value)).padStart(2, '0')}${value}`;
  const merchantCode = (write: typeof tlv, merchant: string, account: string, cents: number) => {
    const template = write('00', 'br.gov.bcb.pix') + write('01', account);
    const body = `${tlv('00', '01')}${write('26', template)}${tlv('52', '0000')}${tlv('53', '986')}${tlv('54', (cents / 100).toFixed(2))}${tlv('58', 'BR')}${write('59', merchant)}${tlv('60', 'X')}6304`;
    return body + crc16(body);
  };
  const account = fc.stringMatching(/^[a-z0-9-]{1,36}$/);

  it('EMV, lengths in characters or in bytes; one digit changed is noticed', () =>
    fc.assert(
      fc.property(
        words(25),
        account,
        fc.integer({ min: 0, max: 9_999_999 }),
        fc.nat(),
        (merchant, payee, cents, at) => {
          for (const write of [tlv, inBytes]) {
            const text = merchantCode(write, merchant, payee, cents);
            expect(understand(text)).toMatchObject({
              kind: 'emv-merchant',
              details: {
                merchant,
                accounts: payee,
                amount: (cents / 100).toFixed(2),
                currency: 'BRL',
                networks: 'Pix',
                crc: 'valid',
              },
              hazard: { reason: { code: 'qr.pay-merchant' } },
            });
            const place = 6 + (at % (text.length - 10));
            const other = /\d/.test(text[place]!) ? String((Number(text[place]) + 1) % 10) : '0';
            const altered = understand(text.slice(0, place) + other + text.slice(place + 1));
            expect(altered.details.crc).not.toBe('valid');
          }
        },
      ),
      { seed: 3, numRuns: 200 },
    ));

  it('links in links, percent-encoded at each layer, to the depth of the bound', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'https://a.example.com/?url=',
            'https://b.example.com/#/go?target=',
            'alipays://platformapi/startapp?appId=20000067&url=',
          ),
          { minLength: 1, maxLength: 8 },
        ),
        (wrappers) => {
          const inner = 'https://evil.example.net/x.apk';
          const text = wrappers.reduce((link, wrapper) => wrapper + encodeURIComponent(link), inner);
          const { links } = understand(text);
          expect(links.at(-1)).toBe(inner);
          expect(links).toHaveLength(wrappers.length + 1);
        },
      ),
      { seed: 4, numRuns: 200 },
    ));
});

describe('what must not be told', () => {
  const secret = fc.stringMatching(/^[A-Z2-7]{16,40}$/);

  it('keys of one-time passwords and of wallets, and passwords of networks', () =>
    fc.assert(
      fc.property(secret, (key) => {
        for (const text of [
          `otpauth://totp/Shop:me?secret=${key}&issuer=Shop`,
          `otpauth://totp/Shop:me?issuer=Shop&SECRET=${key}`,
          `otpauth-migration://offline?data=${key}`,
          `wc:7f6e504bfad60b485450578e05678ed3@2?relay-protocol=irn&symKey=${key}`,
          `WIFI:T:WPA;S:home;P:${key};;`,
        ])
          expect(JSON.stringify(understand(text))).not.toContain(key);
      }),
      { seed: 5, numRuns: 100 },
    ));
});

describe('one letter of an address changed', () => {
  const LETTERS = [...'123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'];

  it.each([
    '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
    'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t',
    'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
  ])('%s', (address) =>
    fc.assert(
      fc.property(fc.nat(address.length - 1), fc.constantFrom(...LETTERS), (at, letter) => {
        fc.pre(address[at] !== letter);
        expect(readCoinAddress(address.slice(0, at) + letter + address.slice(at + 1))).toBeNull();
      }),
      { seed: 6, numRuns: 200 },
    ),
  );
});
