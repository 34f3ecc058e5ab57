export interface ExamineJob {
  readonly exhibitId: string;
}

export interface DeliverJob {
  readonly deliveryId: string;
}

/**
 * Jobs at least once: a job whose worker died is handed out again. Jobs enter the queue through
 * `CaseTransaction.enqueue`, in the transaction that makes the exhibit, or with a delivery in that of its alert.
 */
export interface JobQueue {
  /** Calls `handle` for each job, at most `concurrency` at a time. A rejected job is tried again later. */
  work(handle: (job: ExamineJob) => Promise<void>, options: { concurrency: number }): Promise<void>;
  /** The same for messages to lenders' systems; a rejected one waits longer each time. */
  deliver(handle: (job: DeliverJob) => Promise<void>, options: { concurrency: number }): Promise<void>;
  /** Takes no further job; resolves when running ones have ended, or after `timeoutMs`. */
  stop(timeoutMs: number): Promise<void>;
}

/** Says that events were added; what they are is read from the store. */
export interface EventBus {
  /** `wake` may be called more often than there are events. Returns what ends the subscription. */
  subscribe(wake: () => void): () => void;
}
