import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  custodyFolder,
  type ExportedLead,
  type ExportOptions,
  exportLead,
  folderSink,
  knownProfile,
  newKeyPem,
  packageName,
  type Signer,
  signerFromPem,
  type VerifyOptions,
  verifyPackage,
  withCustodyLog,
  withPackage,
  zipSink,
} from '../../src/index.ts';
import { sampleLead } from './lead.ts';

export const MADE_AT = new Date('2026-03-01T08:30:00.000Z');

export interface Workshop {
  readonly folder: string;
  readonly signer: Signer;
  make(
    options?: Partial<ExportOptions> & {
      zip?: boolean;
      name?: string;
      lead?: Parameters<typeof sampleLead>[0];
    },
  ): Promise<ExportedLead>;
  close(): Promise<void>;
}

/** A folder to make packages in, with a log and a key of its own. */
export async function createWorkshop(pem = newKeyPem()): Promise<Workshop> {
  const folder = await mkdtemp(join(tmpdir(), 'jianzhen-leads-'));
  const signer = signerFromPem(pem);
  return {
    folder,
    signer,
    async make({ zip = false, lead, ...changes } = {}) {
      const input = sampleLead(lead);
      const name = changes.name ?? packageName(input.gang.gang, MADE_AT);
      return exportLead(input, {
        name,
        sink: await (zip ? zipSink(folder, `${name}.zip`, name) : folderSink(folder, name)),
        custody: (work) => withCustodyLog(custodyFolder(join(folder, 'log')), signer, work),
        signer,
        profile: knownProfile('police'),
        hashKey: { id: '2026a', secret: Buffer.alloc(32, 7) },
        authority: null,
        clock: () => MADE_AT,
        organisation: '海岳消费金融有限公司',
        who: '王敏',
        purpose: '向公安机关移送线索',
        ...changes,
      });
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

export const verifyAt = (path: string, options: VerifyOptions = {}) =>
  withPackage(path, (source) => verifyPackage(source, options));
