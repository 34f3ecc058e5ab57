import { digestOf, type ScriptFingerprint } from '../fingerprint/index.ts';
import type { ScriptMatch } from '../lsh/index.ts';
import { createScriptIndex } from '../lsh/index.ts';

/** Estimated Jaccard index from which two texts count as of one script; what it finds and what it links falsely: docs/scripts.md. */
export const SAME_SCRIPT = 0.4;

export interface ScriptOptions {
  /** Likeness from which a text joins a script, 0–1; `SAME_SCRIPT` unless told. */
  readonly threshold?: number;
  /** Looks closer at a match, e.g. at the exact Jaccard index of both texts; a match that it denies is no link. */
  readonly verify?: (match: ScriptMatch) => boolean;
}

export interface Joined {
  /** Number of the text. */
  readonly number: number;
  /** Name of its script: the digest of the oldest text's fingerprint, so that the oldest text's own trace is the name already. */
  readonly script: string;
  /** Texts of the script, this one among them. */
  readonly texts: number;
  /** Names of scripts that this text showed to be one with it: they are called `script` from now on. */
  readonly merged: readonly string[];
  /** The texts it was linked to, most alike first. */
  readonly matches: readonly ScriptMatch[];
}

/** Texts grouped into scripts as they come: each joins the scripts of the texts that it is like. */
export interface Scripts {
  readonly size: number;
  /** @throws CodedError `script.index-full` */
  add(fingerprint: ScriptFingerprint, options?: ScriptOptions): Joined;
  /** What `add` would link it to, without taking it in. */
  search(fingerprint: ScriptFingerprint, options?: ScriptOptions): ScriptMatch[];
  /** Name of a text's script; null where there is no such text. */
  scriptOf(number: number): string | null;
  /** Takes a text out. Its script keeps its name and its other texts, even those that were linked by this one only. */
  remove(number: number): boolean;
}

export function createScripts(capacity: number): Scripts {
  const index = createScriptIndex(capacity);
  const scripts = new Groups();
  const groupOf = new Int32Array(capacity).fill(-1);
  const search: Scripts['search'] = ({ sketch }, { threshold = SAME_SCRIPT, verify } = {}) => {
    const matches = index.search(sketch, { least: threshold });
    return verify ? matches.filter(verify) : matches;
  };
  return {
    get size() {
      return index.size;
    },
    search,
    add(fingerprint, options) {
      const matches = search(fingerprint, options);
      const number = index.add(fingerprint.sketch);
      const found = [...new Set(matches.map((match) => scripts.root(groupOf[match.number]!)))];
      const { group, merged } = scripts.join(found, digestOf(fingerprint));
      groupOf[number] = group;
      return { number, script: scripts.name(group), texts: scripts.count(group), merged, matches };
    },
    scriptOf: (number) => ((groupOf[number] ?? -1) < 0 ? null : scripts.name(scripts.root(groupOf[number]!))),
    remove(number) {
      if (!index.remove(number)) return false;
      scripts.leave(groupOf[number]!);
      groupOf[number] = -1;
      return true;
    },
  };
}

/** R. E. Tarjan, "Efficiency of a good but not linear set union algorithm" (1975), the oldest group as root; path halving. */
class Groups {
  private readonly parents: number[] = [];
  private readonly counts: number[] = [];
  private readonly names: string[] = [];
  private readonly byName = new Map<string, number>();

  root(group: number): number {
    let at = group;
    while (this.parents[at] !== at) {
      this.parents[at] = this.parents[this.parents[at]!]!;
      at = this.parents[at]!;
    }
    return at;
  }

  name = (root: number): string => this.names[root]!;
  count = (root: number): number => this.counts[root]!;

  /** One more text, in the given groups, which become one; a group of the given name where there is none. */
  join(roots: readonly number[], name: string): { group: number; merged: string[] } {
    const [oldest = this.open(name), ...others] = roots.toSorted((a, b) => a - b);
    for (const other of others) {
      this.parents[other] = oldest;
      this.counts[oldest]! += this.counts[other]!;
    }
    this.counts[oldest]!++;
    return { group: oldest, merged: others.map((other) => this.names[other]!) };
  }

  leave(group: number): void {
    this.counts[this.root(group)]!--;
  }

  /** A text that founds a script which was emptied, or lost its founder, takes that script up again. */
  private open(name: string): number {
    const known = this.byName.get(name);
    if (known !== undefined) return this.root(known);
    const group = this.parents.length;
    this.parents.push(group);
    this.counts.push(0);
    this.names.push(name);
    this.byName.set(name, group);
    return group;
  }
}
