/** Where the log is kept: two files that only one process writes at a time. */
export interface CustodyFiles {
  /** Keeps other processes out until what it resolves with is called. @throws CodedError `leads.custody-busy` */
  lock(): Promise<() => Promise<void>>;
  /** All of the log; empty where there is none yet. */
  read(): Promise<Uint8Array>;
  /** Adds to the end. What was added is durable when the promise resolves. */
  append(bytes: Uint8Array): Promise<void>;
  /** Cuts the log to that many bytes, durably. */
  truncate(bytes: number): Promise<void>;
  /** What `acknowledge` was last given; null at first. */
  acknowledged(): Promise<string | null>;
  /** Replaces it at once and durably: after a crash it is the old text or the new one. */
  acknowledge(text: string): Promise<void>;
}
