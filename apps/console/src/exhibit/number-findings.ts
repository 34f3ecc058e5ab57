import { sortFindings } from '@jianzhen/evidence';
import type { PageFinding } from '../api/types.ts';

/** A finding with its number on the page's picture and in the list beside it. */
export type NumberedFinding = PageFinding & { readonly number: number };

/** Most telling first, numbered from 1. */
export const numberFindings = (findings: readonly PageFinding[]): NumberedFinding[] =>
  sortFindings(findings).map((finding, index) => ({ ...finding, number: index + 1 }));
