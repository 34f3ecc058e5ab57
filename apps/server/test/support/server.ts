import { parseArgs } from 'node:util';
import { startServer } from '../../src/index.ts';
import { fakeExaminer } from './fake-examiner.ts';

// A server process to kill: the real composition, but for an examiner whose slowness is known.
const { values } = parseArgs({
  options: {
    dir: { type: 'string' },
    port: { type: 'string', default: '0' },
    roles: { type: 'string', default: 'api,worker' },
    delay: { type: 'string', default: '0' },
  },
});
const server = await startServer({
  dataDir: values.dir!,
  port: Number(values.port),
  roles: values.roles.split(',') as ('api' | 'worker')[],
  databaseUrl: process.env.DATABASE_URL,
  blobsUrl: process.env.JIANZHEN_BLOBS,
  console: null,
  logLevel: 'warn',
  examiner: async () => fakeExaminer(Number(values.delay)),
});
process.once('SIGTERM', () => void server.close().then(() => process.exit(0)));
console.log(JSON.stringify({ url: server.url, pid: process.pid }));
