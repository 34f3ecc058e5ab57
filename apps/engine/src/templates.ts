import type { TemplateMatcher } from '@jianzhen/cases';

/** Looks pages up among those of other customers' cases. Loaded when first needed: who only hands files to the engine does without. */
export async function openTemplateMatcher(): Promise<TemplateMatcher> {
  const { createTemplateMatcher } = await import('./template-matcher.ts');
  return createTemplateMatcher();
}
