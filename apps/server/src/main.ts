import { parseArgs } from 'node:util';
import { toCodedError } from '@jianzhen/evidence';
import { fromEnvironment } from './config.ts';
import { startServer } from './start.ts';

// One process of the service, by environment and flags; the command `jianzhen serve` does the same for people.
const { values } = parseArgs({
  options: {
    roles: { type: 'string' },
    host: { type: 'string' },
    port: { type: 'string' },
    dir: { type: 'string' },
  },
});
const flags = {
  JIANZHEN_ROLES: values.roles,
  JIANZHEN_HOST: values.host,
  JIANZHEN_PORT: values.port,
  JIANZHEN_DIR: values.dir,
};
const given = Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));

try {
  const options = fromEnvironment({ ...process.env, ...given });
  const server = await startServer({ ...options, logLevel: 'info' });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void server.close().then(() => process.exit(0)));
  }
} catch (thrown) {
  const { code, text } = toCodedError(thrown);
  console.error(`${text.zh}\n${text.en} [${code}]`);
  process.exit(1);
}
