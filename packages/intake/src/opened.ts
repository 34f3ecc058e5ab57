import type { FileFacts } from '@jianzhen/evidence';
import type { Exhibit } from './exhibit.ts';

/** What each kind of file supplies; openExhibit adds the rest. */
export interface Opened {
  readonly facts: Pick<FileFacts, 'image' | 'pdf'>;
  readonly pages: number;
  page(n: number): ReturnType<Exhibit['page']>;
  close(): Promise<void>;
}
