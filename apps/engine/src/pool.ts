import { availableParallelism, loadavg } from 'node:os';
import { Worker } from 'node:worker_threads';
import { CodedError, type Message } from '@jianzhen/evidence';
import { errors } from './errors.ts';
import { closeGate, createGate } from './native-gate.ts';
import type { Engine, EngineOptions, ExamineInput, ExamineResult } from './types.ts';

/** What a worker posts: that it has begun, that a page is decoded, that it reads one, a sign of life after each page, then the result or a coded error. */
export type WorkerReply =
  | { readonly kind: 'begun' }
  | { readonly kind: 'decoded'; readonly pixels: number }
  | { readonly kind: 'reading' }
  | { readonly kind: 'page' }
  | { readonly kind: 'result'; readonly result: ExamineResult }
  | { readonly kind: 'error'; readonly code: string; readonly text: Message; readonly status: number };

export interface WorkerSettings {
  readonly split: boolean;
  readonly reading: boolean;
  readonly trust: string | undefined;
  readonly gate: Int32Array<SharedArrayBuffer>;
}

interface Task {
  readonly input: ExamineInput;
  readonly resolve: (result: ExamineResult) => void;
  readonly reject: (error: CodedError) => void;
}

/** A new thread loads its code before it begins; that is no fault of the file's. */
const START_MS = 60_000;
const FIRST_PAGE_MS = 9_000;
const FURTHER_PAGE_MS = 5_000;
/** Added for each megapixel of a decoded page: honest photographs of 12 megapixels take longer than any page of two. */
const MEGAPIXEL_MS = 1_500;
/** The reader ends by itself before that, unless one line hangs it. */
const READING_MS = 20_000;
/** Runnable threads a core from which on other programs take this one's time, so that the clock alone accuses no file. */
const BUSY = 1.5;
const busy = (): boolean => loadavg()[0]! > BUSY * availableParallelism();
/** How often a deadline is put off on a busy machine. */
const PATIENCE = 3;
/** Old-generation heap a worker may take; pixels live outside of it in array buffers. */
const HEAP_MB = 512;
/** What is young is small here, and V8 would take up to 48 MB a thread for it. */
const YOUNG_MB = 12;

/**
 * One thread with one file at a time. Threads, not processes: a page's pixels need no copy between them; but a hostile file
 * can hang a thread, so each answer has a deadline after which the thread is ended and replaced.
 */
class Lane {
  private worker: Worker | null = null;
  private gate = createGate();
  private timer: NodeJS.Timeout | undefined;
  private task: Task | null = null;
  private readonly deadlineMs: number | undefined;
  private readonly settings: Omit<WorkerSettings, 'gate'>;
  private readonly onIdle: (lane: Lane) => void;

  constructor(
    { deadlineMs, split = false, reading = true, trust }: EngineOptions,
    onIdle: (lane: Lane) => void,
  ) {
    this.deadlineMs = deadlineMs;
    this.settings = { split, reading, trust: trust ?? process.env.JIANZHEN_TRUST };
    this.onIdle = onIdle;
  }

  start(task: Task): void {
    this.task = task;
    this.worker ??= this.spawn();
    this.worker.ref();
    this.arm(START_MS);
    this.worker.postMessage(task.input);
  }

  async close(): Promise<void> {
    this.finish((task) => task.reject(errors('engine.closed')));
    await this.end();
  }

  /** Ends the thread as soon as it is out of native code; the lane itself goes on with another. */
  private async end(): Promise<void> {
    const { worker, gate } = this;
    this.worker = null;
    if (!worker) return;
    await closeGate(gate);
    await worker.terminate();
  }

  private spawn(): Worker {
    this.gate = createGate();
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { ...this.settings, gate: this.gate } satisfies WorkerSettings,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    worker.on('message', (reply: WorkerReply) => this.receive(reply));
    const died = (detail: string) => {
      if (this.worker !== worker) return;
      this.worker = null;
      this.finish((task) => task.reject(errors('engine.crashed', { detail })));
    };
    worker.on('error', (error) => died(error instanceof Error ? error.message : String(error)));
    worker.on('exit', (status) => died(`exit status ${status}`));
    return worker;
  }

  private receive(reply: WorkerReply): void {
    if (reply.kind === 'begun') this.arm(this.deadlineMs ?? FIRST_PAGE_MS);
    else if (reply.kind === 'decoded')
      this.arm(this.deadlineMs ?? FIRST_PAGE_MS + (reply.pixels / 1e6) * MEGAPIXEL_MS);
    else if (reply.kind === 'reading') this.arm(this.deadlineMs ?? READING_MS);
    else if (reply.kind === 'page') this.arm(this.deadlineMs ?? FURTHER_PAGE_MS);
    else if (reply.kind === 'result') this.finish((task) => task.resolve(reply.result));
    else this.finish((task) => task.reject(new CodedError(reply.code, reply.text, reply.status)));
  }

  private arm(ms: number, patience = PATIENCE): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (patience > 0 && this.deadlineMs === undefined && busy()) return this.arm(ms, patience - 1);
      void this.end();
      this.finish((task) => task.reject(errors('engine.deadline', { seconds: Math.round(ms / 1000) })));
    }, ms);
  }

  private finish(settle: (task: Task) => void): void {
    clearTimeout(this.timer);
    const task = this.task;
    this.task = null;
    this.worker?.unref();
    if (!task) return;
    settle(task);
    this.onIdle(this);
  }
}

export function createEngine(options: EngineOptions = {}): Engine {
  const queue: Task[] = [];
  let closed = false;
  const idle: Lane[] = [];
  const next = (lane: Lane) => {
    const task = queue.shift();
    if (task) lane.start(task);
    else idle.push(lane);
  };
  const lanes = Array.from(
    { length: options.threads ?? availableParallelism() },
    () => new Lane(options, next),
  );
  idle.push(...lanes);
  return {
    examine: (input) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(errors('engine.closed'));
        queue.push({ input, resolve, reject });
        const lane = idle.pop();
        if (lane) next(lane);
      }),
    async close() {
      closed = true;
      for (const task of queue.splice(0)) task.reject(errors('engine.closed'));
      await Promise.all(lanes.map((lane) => lane.close()));
    },
  };
}
