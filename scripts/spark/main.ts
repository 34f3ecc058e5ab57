// `node scripts/spark/main.ts`: a cluster on loopback until it is interrupted, for trying things out.
import { once } from 'node:events';
import { startSpark } from './cluster.ts';

const cluster = await startSpark();
console.log(`export JIANZHEN_SPARK_URL=${cluster.url}`);
await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
await cluster.stop();
