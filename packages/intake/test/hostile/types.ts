/** A named hostile input and what must come of it. */
export interface HostileFixture {
  readonly name: string;
  /** File name to hand it in under. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** The page is read, or a coded error of that code. */
  readonly expect: 'verdict' | (string & {});
}
