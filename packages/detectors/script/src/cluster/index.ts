import { digestOf, type ScriptFingerprint } from '../fingerprint/index.ts';
import { isLink, LEAST_JACCARD, linkModel, linkProbability } from '../link/index.ts';
import { createScriptIndex, type ScriptMatch } from '../lsh/index.ts';
import { Groups } from './groups.ts';

/** A text that is of the same script. */
export interface ScriptLink extends ScriptMatch {
  /** Calibrated, 0–1. */
  readonly sameScript: number;
}

export interface ScriptOptions {
  /** Probability from which a text joins a script; the model's own unless told. */
  readonly threshold?: number;
  /** Looks closer at a link, e.g. at both texts; what it denies is no link. */
  readonly verify?: (link: ScriptLink) => boolean;
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
  readonly links: readonly ScriptLink[];
}

/** Texts grouped into scripts as they come: each joins the scripts of the texts that it is like. */
export interface Scripts {
  readonly size: number;
  /** @throws CodedError `script.index-full` */
  add(fingerprint: ScriptFingerprint, options?: ScriptOptions): Joined;
  /** What `add` would link it to, without taking it in. */
  search(fingerprint: ScriptFingerprint, options?: ScriptOptions): ScriptLink[];
  /** Name of a text's script; null where there is no such text. */
  scriptOf(number: number): string | null;
  /** Takes a text out. Its script keeps its name and its other texts, even those that were linked by this one only. */
  remove(number: number): boolean;
}

export function createScripts(capacity: number): Scripts {
  const index = createScriptIndex(capacity);
  const scripts = new Groups();
  const groupOf = new Int32Array(capacity).fill(-1);
  const sizes = new Uint16Array(capacity);
  const search: Scripts['search'] = (
    { sketch, shingles },
    { threshold = linkModel.threshold, verify } = {},
  ) => {
    const similar = index.search(sketch, { least: LEAST_JACCARD });
    const links = similar
      .filter(({ similarity, number }) => isLink(similarity, shingles, sizes[number]!, threshold))
      .map((match) => ({
        ...match,
        sameScript: linkProbability(match.similarity, shingles, sizes[match.number]!),
      }));
    return verify ? links.filter(verify) : links;
  };
  return {
    get size() {
      return index.size;
    },
    search,
    add(fingerprint, options) {
      const links = search(fingerprint, options);
      const number = index.add(fingerprint.sketch);
      const found = [...new Set(links.map((link) => scripts.root(groupOf[link.number]!)))];
      const { group, merged } = scripts.join(found, digestOf(fingerprint));
      groupOf[number] = group;
      sizes[number] = fingerprint.shingles;
      return { number, script: scripts.name(group), texts: scripts.count(group), merged, links };
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
