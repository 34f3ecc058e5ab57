import { CodedError } from '@jianzhen/evidence';
import { openExhibit } from '../../src/index.ts';
import { hostileFixtures } from './index.ts';

/** What became of a fixture: `verdict` when its first page was read, else the error's code, or what was thrown. */
async function outcome(bytes: Uint8Array, file: string): Promise<string> {
  try {
    const exhibit = await openExhibit(bytes, file);
    await exhibit.page(1);
    await exhibit.close();
    return 'verdict';
  } catch (error) {
    return error instanceof CodedError ? error.code : `thrown: ${error}`;
  }
}

// Run as a process of its own: a line of JSON a fixture, so that a hang or a crash shows which one it was.
for (const { name, file, bytes } of hostileFixtures()) {
  const started = performance.now();
  const result = await outcome(bytes, file);
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  process.stdout.write(
    `${JSON.stringify({ name, result, ms: Math.round(performance.now() - started), peakMegabytes })}\n`,
  );
}
