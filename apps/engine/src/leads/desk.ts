import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  custodyFolder,
  type ExportedLead,
  exportLead,
  knownProfile,
  type LeadRecord,
  leadsOf,
  ownHashKey,
  ownSigningKey,
  packageName,
  signerFromPem,
  withCustodyLog,
  zipSink,
} from '@jianzhen/leads';
import { type LeadStore, leadFromStore } from './store-source.ts';

export interface LeadOrder {
  readonly gang: string;
  /** Name of a profile that comes along. */
  readonly profile: string;
  readonly who: string;
  readonly purpose: string;
  readonly organisation: string;
}

export interface MadeLead extends Omit<ExportedLead, 'path'> {
  /** The ZIP; `dispose` takes it away. */
  readonly file: string;
  dispose(): Promise<void>;
}

/** Makes packages of gangs on record, and keeps their custody in a folder with the keys. */
export interface LeadDesk {
  /** @throws CodedError `engine.gang-not-stored`, `leads.…` */
  make(order: LeadOrder): Promise<MadeLead>;
  /** Every package ever made here, newest first. */
  list(): Promise<LeadRecord[]>;
}

export function openLeadDesk(folder: string, store: LeadStore, version: string): LeadDesk {
  const signer = async () => signerFromPem((await ownSigningKey(folder)).key);
  return {
    async make({ gang, profile: wanted, who, purpose, organisation }) {
      const profile = knownProfile(wanted);
      const command = `jianzhen leads export ${gang} --out DIR --profile ${profile.profile}`;
      const input = await leadFromStore(gang, store, { version, commands: [command] });
      const hashes = Object.values(profile.fields).includes('hash');
      const own = await signer();
      const name = packageName(gang, new Date());
      const place = await mkdtemp(join(tmpdir(), 'jianzhen-lead-'));
      const dispose = () => rm(place, { recursive: true, force: true });
      try {
        const { path: file, ...made } = await exportLead(input, {
          name,
          sink: await zipSink(place, `${name}.zip`, name),
          custody: (work) => withCustodyLog(custodyFolder(folder), own, work),
          signer: own,
          profile,
          hashKey: hashes ? (await ownHashKey(folder)).key : null,
          authority: null,
          clock: () => new Date(),
          organisation,
          who,
          purpose,
        });
        return { ...made, file, dispose };
      } catch (thrown) {
        await dispose();
        throw thrown;
      }
    },

    list: async () =>
      withCustodyLog(custodyFolder(folder), await signer(), async (log) => leadsOf(log.lines)),
  };
}
