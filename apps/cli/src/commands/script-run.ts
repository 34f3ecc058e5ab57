import {
  createScriptDetector,
  createScripts,
  fingerprintText,
  recoverTemplate,
  type ScriptFinding,
  type Scripts,
  templateText,
} from '@jianzhen/detector-script';
import type { NamedText } from '../texts.ts';

export interface ExaminedText {
  readonly file: string;
  readonly findings: readonly ScriptFinding[];
  readonly fingerprint: string | null;
  /** Name of the script that the text has in common with others of the run; null where it is alone. */
  readonly script: string | null;
  /** Texts of the run that are of the script, this one among them. */
  readonly texts: number;
  /** What they have in common, with slots; null where it is alone. */
  readonly template: string | null;
}

/** Examines texts together, each held against all others, in their order. */
export function examineTogether(texts: readonly NamedText[]): ExaminedText[] {
  const scripts = createScripts(Math.max(1, texts.length));
  const numbers = texts.map(({ text }) => {
    const fingerprint = fingerprintText(text);
    return fingerprint && scripts.add(fingerprint).number;
  });
  const names = numbers.map((number) => (number === null ? null : scripts.scriptOf(number)));
  const shared = sharedScripts(texts, names);
  const detector = createScriptDetector();
  return texts.map(({ name, text }, i) => {
    const common = shared.get(names[i] ?? '');
    if (!common) {
      const { findings, fingerprint } = detector.examine({ text });
      return { file: name, findings, fingerprint, script: null, texts: 1, template: null };
    }
    const best = closest(scripts, text, numbers[i]!);
    const known = { script: names[i]!, others: common.texts - 1, lenders: null, ...best };
    const { findings, fingerprint } = detector.examine({ text, known });
    return { file: name, findings, fingerprint, script: names[i]!, ...common };
  });
}

interface SharedScript {
  readonly texts: number;
  readonly template: string | null;
}

/** Scripts of two texts or more, by name. */
function sharedScripts(
  texts: readonly NamedText[],
  names: readonly (string | null)[],
): Map<string, SharedScript> {
  const shared = new Map<string, SharedScript>();
  for (const [name, members] of Map.groupBy(texts.keys(), (i) => names[i]!)) {
    if (name === null || members.length < 2) continue;
    const template = recoverTemplate(members.map((i) => texts[i]!.text));
    shared.set(name, { texts: members.length, template: template && templateText(template) });
  }
  return shared;
}

/** How like the text is to the one of the others that is most like it. */
function closest(scripts: Scripts, text: string, number: number) {
  const [best] = scripts.search(fingerprintText(text)!).filter((link) => link.number !== number);
  return { similarity: best?.similarity ?? 0, sameScript: best?.sameScript ?? 0 };
}
