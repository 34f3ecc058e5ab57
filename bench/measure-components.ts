// A child process that finds components once, and tells in JSON what it took; peak memory is that of the whole process.
import { readFile } from 'node:fs/promises';
import { createGangEngine, type EngineName } from '@jianzhen/gangs';

const [engine, file] = process.argv.slice(2) as [EngineName, string];
const gangs = createGangEngine(engine);
const started = performance.now();
const { vertices, components, rows } = await gangs.components({ file, open: () => [] }, () => {});
const seconds = (performance.now() - started) / 1000;
let told = 0;
for await (const _ of rows()) told++;
const toldSeconds = (performance.now() - started) / 1000;
await gangs.close();
const { user, system } = process.cpuUsage();
const peak = /VmHWM:\s+(\d+)/.exec(await readFile('/proc/self/status', 'utf8'));
console.log(
  JSON.stringify({
    vertices,
    components,
    told,
    seconds,
    toldSeconds,
    cpuSeconds: (user + system) / 1e6,
    peakGB: peak ? Number(peak[1]) / 2 ** 20 : 0,
  }),
);
