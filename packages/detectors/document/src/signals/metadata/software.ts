import type { ImageFacts } from '@jianzhen/evidence';
import type { Candidate } from '../../signal.ts';
import { candidate } from './candidate.ts';
import data from './programs.json' with { type: 'json' };

/** Fields in which programs name themselves. */
const FIELDS = [
  'Software',
  'ProcessingSoftware',
  'ImageDescription',
  'Artist',
  'xmp:CreatorTool',
  'xmp:creatorTool',
  'xmp:Software',
  'xmp:History',
  'iptc:OriginatingProgram',
  'jpeg:comment',
  'png:Software',
  'png:Comment',
  'png:Creator',
  'png:parameters',
] as const;

const KINDS = {
  editor: { code: 'document.image-editor', severity: 'low' },
  generator: { code: 'document.image-generator', severity: 'medium' },
  scanner: { code: 'document.scanning-app', severity: 'info' },
} as const;

const PATTERNS = data.programs.map(({ pattern, name, kind }) => ({
  pattern: new RegExp(pattern, 'i'),
  name,
  kind: kind as keyof typeof KINDS,
}));

/** Editors, generators and scanning apps that the metadata names; each once. */
export function programsNamed({ metadata }: ImageFacts): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const field of FIELDS) {
    const text = String(metadata[field] ?? '');
    const program = PATTERNS.find(({ pattern }) => pattern.test(text));
    if (!program || found.has(program.name)) continue;
    const { code, severity } = KINDS[program.kind];
    found.set(program.name, candidate(code, severity, null, { program: program.name, field }));
  }
  const resources = /APP13 Photoshop|APP12 Ducky/.exec(String(metadata['jpeg:segments'] ?? ''));
  if (resources && found.size === 0) {
    const field = resources[0];
    found.set(field, candidate('document.image-editor', 'low', null, { program: 'Adobe Photoshop', field }));
  }
  return [...found.values()];
}
