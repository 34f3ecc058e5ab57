import type { ComplaintReader } from '@jianzhen/cases';
import { createScriptDetector, createScripts, fingerprintText } from '@jianzhen/detector-script';

/** Reads complaints by the detector of scripts. */
export function createComplaintReader(): ComplaintReader {
  const detector = createScriptDetector();
  return {
    async read(text) {
      const { findings } = await detector.examine({ text });
      return findings.map(({ spans, ...finding }) => ({
        ...finding,
        spans: spans.map(({ start, end }) => ({ start, end })),
      }));
    },

    async scripts(complaints) {
      const known = createScripts(Math.max(1, complaints.length));
      const numbers = complaints.map(({ text }) => {
        const fingerprint = fingerprintText(text);
        return fingerprint && known.add(fingerprint).number;
      });
      // Named when all are in: a text may show two scripts to be one.
      const names = numbers.map((number) => (number === null ? null : known.scriptOf(number)));
      const counts = new Map<string | null, number>();
      for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
      return names.map((name) => (name !== null && counts.get(name)! > 1 ? name : null));
    },
  };
}
