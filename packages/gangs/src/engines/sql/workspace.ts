import { randomUUID } from 'node:crypto';
import type { Source, TellRow } from '../../ids/tables.ts';
import type { SqlSession, Wanted } from './session.ts';

/** Tables of one job under names of their own, so that two jobs on one cluster do not meet; all are dropped at its end. */
export class Workspace {
  readonly session: SqlSession;
  readonly #prefix = `jianzhen_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  readonly #tables = new Set<string>();
  readonly #relations = new Set<string>();
  #next = 0;

  constructor(session: SqlSession) {
    this.session = session;
  }

  get dialect() {
    return this.session.dialect;
  }

  #name(what: string): string {
    return `${this.#prefix}_${this.#next++}_${what}`;
  }

  /** Writes what a query finds into a table; answers with its name. */
  async table(what: string, query: string): Promise<string> {
    const name = this.#name(what);
    this.#tables.add(name);
    await this.session.save(name, query);
    return name;
  }

  async drop(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      if (!this.#tables.delete(name)) continue;
      await this.session.run(`drop table if exists ${name}`);
    }
  }

  async open(source: Source, wanted: Wanted, tell: TellRow) {
    const name = this.#name('file');
    this.#relations.add(name);
    return { relation: name, types: await this.session.open(name, source, wanted, tell) };
  }

  /** Drops everything that is left. */
  async clear(): Promise<void> {
    await this.drop(...this.#tables);
    for (const name of this.#relations) await this.session.shut(name);
    this.#relations.clear();
  }
}
