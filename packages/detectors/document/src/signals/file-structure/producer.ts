import type { PdfFacts } from '@jianzhen/evidence';
import type { Candidate } from '../../signal.ts';
import { candidate } from './candidate.ts';
import { type Editor, editorIn } from './editors.ts';

/** Editors that the file names as its producer, its creator or in its editing history; each once. */
export function editorsNamed(pdf: PdfFacts): Candidate[] {
  const places: [string, string][] = [
    ['Producer', pdf.producer ?? ''],
    ['Creator', pdf.creator ?? ''],
    ...pdf.history.map(({ agent }): [string, string] => ['xmpMM:History', agent]),
  ];
  const named = new Map<string, { editor: Editor; field: string; text: string }>();
  for (const [field, text] of places) {
    const editor = editorIn(text);
    if (editor && !named.has(editor.name)) named.set(editor.name, { editor, field, text });
  }
  return [...named.values()].map(({ editor, field, text }) =>
    candidate('document.pdf-editor', editor.severity, null, {
      editor: text.slice(0, 80) || editor.name,
      field,
    }),
  );
}
