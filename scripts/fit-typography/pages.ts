// Pages that the calibration of typography is fitted on, with what was read on them; kept in a folder, since making and reading them takes long.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openReader, type RecognisedPage } from '@jianzhen/detector-papers';
import { once } from '@jianzhen/evidence';
import { decodeImage, type PageImage } from '@jianzhen/raster';
import type { Retyped, RetypedSpec, Wardrobe } from '@jianzhen/simulate';

/** A page as it is kept. */
export interface KeptPage {
  readonly edits: readonly Retyped[];
  /** What was read on it. */
  readonly read: RecognisedPage;
  image(): Promise<PageImage>;
}

const reader = once(() => openReader());

/** The page out of the folder; made, read and put there where it is missing. */
export async function keptPage(
  spec: RetypedSpec,
  wardrobe: Wardrobe | null,
  variant: string,
  folder: string,
): Promise<KeptPage> {
  const name = wardrobe ? `${spec.name}-${variant}` : spec.name;
  const facts = join(folder, `${name}.json`);
  if (!existsSync(facts)) {
    mkdirSync(folder, { recursive: true });
    const { file, extension, edits } = await spec.make(wardrobe, variant);
    writeFileSync(join(folder, `${name}.${extension}`), file);
    const read = await (await reader()).read(await decodeImage(file));
    writeFileSync(facts, JSON.stringify({ extension, edits, read }));
  }
  const { extension, ...kept } = JSON.parse(readFileSync(facts, 'utf8'));
  return { ...kept, image: () => decodeImage(readFileSync(join(folder, `${name}.${extension}`))) };
}
