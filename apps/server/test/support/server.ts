import { parseArgs } from 'node:util';
import { fromEnvironment, startServer } from '../../src/index.ts';
import { fakeExaminer } from './fake-examiner.ts';
import { fakeJudge } from './fake-judge.ts';

// A server process to kill: the real composition, but for an examiner whose slowness is known, and, unless the real one is asked for, a judge that
// goes by the text.
const { values } = parseArgs({
  options: {
    dir: { type: 'string' },
    port: { type: 'string', default: '0' },
    roles: { type: 'string', default: 'api,worker' },
    delay: { type: 'string', default: '0' },
    judge: { type: 'string', default: 'fake' },
  },
});
const server = await startServer({
  dataDir: values.dir!,
  port: Number(values.port),
  roles: values.roles.split(',') as ('api' | 'worker')[],
  databaseUrl: process.env.DATABASE_URL,
  fieldKey: process.env.JIANZHEN_FIELD_KEY,
  webhooks: fromEnvironment(process.env).webhooks ?? [],
  blobsUrl: process.env.JIANZHEN_BLOBS,
  console: null,
  logLevel: 'warn',
  examiner: async () => fakeExaminer(Number(values.delay)),
  ...(values.judge === 'fake' && { codeJudge: async () => fakeJudge() }),
});
process.once('SIGTERM', () => void server.close().then(() => process.exit(0)));
console.log(JSON.stringify({ url: server.url, pid: process.pid }));
