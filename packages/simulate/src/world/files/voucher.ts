import { encodeJpeg } from '../../codec.ts';
import { drawJpegSettings } from '../../forge/settings.ts';
import { createRandom, type Random } from '../../random.ts';
import { drawInkColour } from '../../seals/colours.ts';
import { drawSpec } from '../../seals/design.ts';
import { type MadeSeal, makeSeal } from '../../seals/makers/make.ts';
import { drawWords } from '../../seals/wording.ts';
import {
  capturePage,
  designTemplates,
  drawTemplatePage,
  drawView,
  fillTemplate,
  type TemplateDesign,
} from '../../templates/index.ts';
import type { Paper } from '../sightings/types.ts';

const POOL = 'reported';
/** Pixels a millimetre of a page of 150 dpi. */
const MM = 150 / 25.4;
const SHARES = { phone: 0.5, scan: 0.35, chat: 0.15 } as const;

/** A seal by its names: one drawing for all seals of `drawing`, the words of `seal`. Forged ones are pictures, genuine ones dies. */
async function sealOf({ seal, drawing, forged }: Paper): Promise<MadeSeal> {
  const { kind, design, words } = drawSpec(POOL, createRandom('world drawing', drawing), 'company');
  const maker = forged ? 'tool' : 'stamp';
  return makeSeal({
    spec: { design, words: drawWords(kind, POOL, createRandom('world seal', seal), words) },
    maker,
    colour: drawInkColour(maker, createRandom('world ink', seal)),
    faint: false,
    seed: `world ${seal}`,
    preset: `world ${drawing}`,
  });
}

/** A form by its name, of any wording: they follow one another ten layouts apart. */
function formOf({ form }: Paper): TemplateDesign {
  const before = 10 * createRandom('world wording', form).integer(0, 19);
  return designTemplates({ seed: `world ${form}`, count: before + 1, pool: POOL }).at(-1)!;
}

/** The picture of a paper: its form filled in for somebody, sealed, photographed or scanned. JPEG. */
export async function renderPaper(paper: Paper, seed: string, random: Random): Promise<Uint8Array> {
  const seal = await sealOf(paper);
  const design = formOf(paper);
  // Whoever sealed it issued it.
  const page = fillTemplate({ ...design, issuer: seal.spec.words.title }, seed, 0);
  const picture = drawTemplatePage(page, random, false);
  const { x, y } = page.seal;
  seal.put(picture, { x, y, turn: 6 * random.normal(), mm: MM }, random);
  const view = drawView(page, random.weighted(SHARES), random);
  return encodeJpeg(await capturePage(picture, view, random), drawJpegSettings(random, 80, 94));
}
