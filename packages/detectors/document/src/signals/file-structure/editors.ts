import type { Severity } from '@jianzhen/evidence';

/** Software that changes finished documents, and how telling its name is in a PDF that passes for an original. */
export interface Editor {
  readonly pattern: RegExp;
  readonly name: string;
  readonly severity: Severity;
}

/**
 * `medium`: retouching programs, and services whose purpose is to write over a finished page. `low`: tools that also
 * merge, compress or convert, as honest people do. Converters and form generators say nothing and are not listed.
 */
export const EDITORS: readonly Editor[] = [
  { pattern: /photoshop/i, name: 'Adobe Photoshop', severity: 'medium' },
  { pattern: /\bgimp\b/i, name: 'GIMP', severity: 'medium' },
  { pattern: /affinity photo/i, name: 'Affinity Photo', severity: 'medium' },
  {
    pattern: /paint\.net|pixelmator|photopea|coreldraw photo|photo-?paint/i,
    name: 'photo editor',
    severity: 'medium',
  },
  { pattern: /美图|meitu|稿定|创客贴|canva\b/i, name: 'design app', severity: 'medium' },
  { pattern: /sejda/i, name: 'Sejda', severity: 'medium' },
  { pattern: /pdfescape/i, name: 'PDFescape', severity: 'medium' },
  { pattern: /pdffiller|airslate/i, name: 'pdfFiller', severity: 'medium' },
  { pattern: /dochub/i, name: 'DocHub', severity: 'medium' },
  { pattern: /infix/i, name: 'Infix PDF Editor', severity: 'medium' },
  { pattern: /touchup|pitstop/i, name: 'PDF touch-up', severity: 'medium' },
  { pattern: /illustrator/i, name: 'Adobe Illustrator', severity: 'low' },
  { pattern: /coreldraw/i, name: 'CorelDRAW', severity: 'low' },
  { pattern: /inkscape/i, name: 'Inkscape', severity: 'low' },
  { pattern: /ilovepdf/i, name: 'iLovePDF', severity: 'low' },
  { pattern: /smallpdf/i, name: 'Smallpdf', severity: 'low' },
  { pattern: /pdf24/i, name: 'PDF24', severity: 'low' },
  { pattern: /pdfelement|wondershare|万兴/i, name: 'Wondershare PDFelement', severity: 'low' },
  { pattern: /phantompdf|foxit.*(edit|phantom)|福昕.*编辑/i, name: 'Foxit PDF Editor', severity: 'low' },
  { pattern: /\bnitro\b/i, name: 'Nitro PDF', severity: 'low' },
  { pattern: /pdf-?xchange/i, name: 'PDF-XChange Editor', severity: 'low' },
  { pattern: /master ?pdf/i, name: 'Master PDF Editor', severity: 'low' },
  { pattern: /soda ?pdf/i, name: 'Soda PDF', severity: 'low' },
  { pattern: /迅捷|嗨格式|转转大师|傲软|apowerpdf/i, name: 'PDF 编辑器', severity: 'low' },
  { pattern: /\bwps\b|kingsoft|金山/i, name: 'WPS Office', severity: 'low' },
  { pattern: /adobe acrobat (pro|standard|dc|\d)/i, name: 'Adobe Acrobat', severity: 'info' },
];

export function editorIn(text: string): Editor | null {
  return EDITORS.find((editor) => editor.pattern.test(text)) ?? null;
}
