import { existsSync } from 'node:fs';
import type {
  ComparedPage,
  PageDifference,
  PortraitComparer,
  SealMatcher,
  TemplateMatcher,
  VoiceMatcher,
} from '@jianzhen/cases';

/** Looks pages up among those of other customers' cases. Loaded when first needed: who only hands files to the engine does without. */
export async function openTemplateMatcher(): Promise<TemplateMatcher> {
  const { createTemplateMatcher } = await import('./template-matcher.ts');
  return createTemplateMatcher();
}

/** Looks seals up among those of other customers' cases; loaded when first needed, too. */
export async function openSealMatcher(): Promise<SealMatcher> {
  const { createSealMatcher } = await import('./seal-matcher.ts');
  return createSealMatcher();
}

/** Holds voices against those on record; null where no speaker model is installed. */
export async function openVoiceMatcher(): Promise<VoiceMatcher | null> {
  const [{ createVoiceMatcher }, { readBackEnd, voiceModelFiles }] = await Promise.all([
    import('./voices/matcher.ts'),
    import('./voices/models.ts'),
  ]);
  const { model, backEnd } = voiceModelFiles();
  return existsSync(model) && existsSync(backEnd) ? createVoiceMatcher(await readBackEnd()) : null;
}

/** Draws what was exchanged between two pages of one template; null where they have too little in common. */
export async function drawDifference(
  first: ComparedPage,
  second: ComparedPage,
): Promise<PageDifference | null> {
  return (await import('./difference.ts')).drawDifference(first, second);
}

/** The portrait on a card against a selfie, by the optional face model. */
export const comparePortraits: PortraitComparer = async (card, selfie) =>
  (await import('./portraits.ts')).compareFacesOn(card, selfie);
