// Builds the reviewers' console unless the built one is current: `node scripts/build-console.ts`.
import { buildConsole } from '@jianzhen/console';

console.log(await buildConsole());
