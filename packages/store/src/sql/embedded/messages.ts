/** What the thread is given: the folder of the database's files, and PostgreSQL, compiled. */
export interface Start {
  readonly folder: string;
  readonly module: object;
}

/** What the thread of the embedded database is asked. A transaction is named by the request that began it. */
export type Request =
  | { readonly op: 'query'; readonly text: string; readonly values: readonly unknown[]; readonly tx?: number }
  | { readonly op: 'exec'; readonly text: string; readonly tx?: number }
  | { readonly op: 'begin' }
  | { readonly op: 'end'; readonly tx: number; readonly commit: boolean }
  | { readonly op: 'listen'; readonly channel: string }
  | { readonly op: 'close' };

/** Rows of each statement. */
export type Results = readonly { readonly rows: unknown[] }[];

/** What it says: the answer to a request, an error with PostgreSQL's fields (SQLSTATE as `code`, …), or a notification. */
export type Word =
  | { readonly id: number; readonly results: Results }
  | {
      readonly id: number;
      readonly message: string;
      readonly fields: Readonly<Record<string, string | number>>;
    }
  | { readonly channel: string; readonly payload: string };
