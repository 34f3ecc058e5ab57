// PKWARE, APPNOTE.TXT, .ZIP File Format Specification 6.3.10: signatures and fixed lengths of its records.

export const LOCAL = 0x04034b50;
export const DESCRIPTOR = 0x08074b50;
export const CENTRAL = 0x02014b50;
export const END = 0x06054b50;
export const END64 = 0x06064b50;
export const END64_LOCATOR = 0x07064b50;

export const LOCAL_BYTES = 30;
export const CENTRAL_BYTES = 46;
export const END_BYTES = 22;
export const END64_BYTES = 56;
export const LOCATOR_BYTES = 20;

export const STORED = 0;
export const DEFLATED = 8;

/** Sizes follow the data (bit 3), names are UTF-8 (bit 11). */
export const FLAGS = 0x0808;
export const ENCRYPTED = 0x0001;

/** 1 January 1980, 00:00: the same package gives the same bytes whenever it is written. */
export const DOS_DATE = 0x0021;
export const MAX32 = 0xffffffff;
export const MAX16 = 0xffff;
