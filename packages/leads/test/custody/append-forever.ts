// Appends to the log of the folder given until it is killed; prints the number of each event once it is acknowledged.
import { readFileSync, writeSync } from 'node:fs';
import { openCustodyLog } from '../../src/custody/index.ts';
import { custodyFolder } from '../../src/disk/custody.ts';
import { signerFromPem } from '../../src/keys/index.ts';
import { sampleEvent } from '../support/events.ts';

const [folder, key] = process.argv.slice(2) as [string, string];
const log = await openCustodyLog(custodyFolder(folder), signerFromPem(readFileSync(key, 'utf8')));
for (;;) {
  const { index } = await log.append(sampleEvent({ purpose: '用途'.repeat(200) }));
  writeSync(1, `${index}\n`);
}
