/**
 * Telephone numbers. Mobile segments and area codes of the Telecommunication Network Numbering Plan (电信网编号计划, MIIT, 2017
 * edition and the segments given out since).
 */
export type PhoneKind = 'mobile' | 'landline' | 'service';

export interface Phone {
  readonly kind: PhoneKind;
  /** Digits only, the area code with its 0, without +86. */
  readonly number: string;
  /** Whether the segment or area code was ever given out. */
  readonly assigned: boolean;
}

/** First three digits of 11-digit numbers that are given out to people, in form of two digits and their thirds. */
const MOBILE = /^1(?:3\d|4[014-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])/;

/** Area codes without the 0: two digits for ten cities, three for the rest, as ranges of the last digit. */
const AREA =
  /^(?:10|2[0-57-9]|31\d|335|349|35\d|37\d|39[1-8]|41\d|42[179]|43\d|44[08]|45\d|46[4789]|47\d|48[23]|51\d|52[37]|53\d|54[36]|55\d|56[1-6]|57\d|580|59\d|63[1-5]|66[0238]|69[12]|701|71\d|72[248]|73\d|74[3-6]|75\d|76[023689]|77\d|79\d|81[23678]|82[567]|83\d|85[1-9]|87\d|88[36-8]|89[1-8]|90[1-3689]|91[1-79]|93\d|94[13]|95[1-5]|97[0-79]|99\d)/;

/** Reads one number in any writing (`+86`, brackets, hyphens, blanks); null where it has not a telephone number's form. */
export function readPhone(text: string): Phone | null {
  const number = text.replace(/[\s()（）—–-]/g, '').replace(/^(?:\+|00)?86(?=1\d{10}$|0?\d{10,11}$)/, '');
  if (/^1[3-9]\d{9}$|^1[0-2]\d{9}$/.test(number))
    return { kind: 'mobile', number, assigned: MOBILE.test(number) };
  if (/^[48]00\d{7}$|^9[56]\d{3,4}$|^1\d{2,4}$/.test(number))
    return { kind: 'service', number, assigned: true };
  const landline = /^0(\d{2,3})([2-9]\d{6,7})$/.exec(number);
  if (landline) {
    const area = /^(?:10|2\d)/.test(landline[1]!) ? number.slice(1, 3) : number.slice(1, 4);
    return { kind: 'landline', number, assigned: AREA.test(area) && number.length - 1 - area.length <= 8 };
  }
  if (/^[2-8]\d{6,7}$/.test(number)) return { kind: 'landline', number, assigned: true };
  return null;
}
