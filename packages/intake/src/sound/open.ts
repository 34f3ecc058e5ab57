import { intakeError } from '../errors.ts';
import type { Opened } from '../opened.ts';

/** A recording: there is nothing of it to look at. */
export const openRecording = async (): Promise<Opened> => ({
  facts: { image: null, pdf: null },
  pages: 0,
  page: (n) => Promise.reject(intakeError('intake.no-such-page', { page: n, pages: 0 })),
  close: async () => {},
});
