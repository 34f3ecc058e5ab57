// Exports a gang with as many exhibits as told, and prints a line for each that is asked for.
import { readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import {
  custodyFolder,
  exportLead,
  folderSink,
  knownProfile,
  type LeadExhibit,
  signerFromPem,
  withCustodyLog,
  zipSink,
} from '../../src/index.ts';
import { sampleLead } from '../support/lead.ts';

const [folder, keyFile, kind, exhibits] = process.argv.slice(2) as [string, string, string, string];
const lead = sampleLead({ cases: 4, exhibits: 1 });

function* many(): Generator<LeadExhibit> {
  const [sample] = lead.exhibits;
  for (let i = 0; i < Number(exhibits); i++) {
    writeSync(1, `${i}\n`);
    yield { ...sample!, name: `voucher-${i}.jpg`, findings: [], pictures: [] };
  }
}

const signer = signerFromPem(readFileSync(keyFile, 'utf8'));
await exportLead(
  { ...lead, exhibits: many() },
  {
    name: `lead-${kind}`,
    sink: await (kind === 'zip'
      ? zipSink(folder, 'lead-zip', 'lead-zip')
      : folderSink(folder, 'lead-folder')),
    custody: (work) => withCustodyLog(custodyFolder(join(folder, 'log')), signer, work),
    signer,
    profile: knownProfile('police'),
    hashKey: null,
    authority: null,
    clock: () => new Date(),
    organisation: '海岳消费金融有限公司',
    who: '王敏',
    purpose: '向公安机关移送线索',
  },
);
