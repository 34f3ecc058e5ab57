import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CustodyProof,
  cleanInterrupted,
  custodyFolder,
  type ExportedLead,
  exportLead,
  knownProfile,
  type LeadRecord,
  leadsOf,
  type Outcome,
  ownHashKey,
  ownSigningKey,
  packageName,
  recordAct,
  recordOutcome,
  signerFromPem,
  verifyPackage,
  withCustodyLog,
  withPackage,
  zipSink,
} from '@jianzhen/leads';
import { errors } from '../errors.ts';
import type { LeadStore } from './lead-store.ts';
import { leadFromStore } from './store-source.ts';

export interface LeadOrder {
  readonly gang: string;
  /** Name of a profile that comes along. */
  readonly profile: string;
  readonly who: string;
  readonly purpose: string;
  readonly organisation: string;
}

export interface HandOver {
  readonly who: string;
  readonly recipient: string;
  readonly purpose: string;
  /** Number of the legal instrument. */
  readonly authority: string;
}

/** Makes packages of gangs on record, and keeps them and their custody in a folder with the keys. */
export interface LeadDesk {
  /** @returns where the ZIP lies. @throws CodedError `engine.gang-not-stored`, `leads.…` */
  make(order: LeadOrder): Promise<ExportedLead>;
  /** Every package ever made here, newest first. */
  list(): Promise<LeadRecord[]>;
  /** Enters that somebody looks at a package, and says where its ZIP lies. @throws CodedError `engine.lead-unknown`, `leads.package-not-sound` */
  view(name: string, who: string): Promise<string>;
  /** Hashes the package again, then enters its hand-over. @throws CodedError `engine.lead-unknown`, `leads.package-not-sound`, `leads.event-needs` */
  handOver(name: string, act: HandOver): Promise<CustodyProof>;
  /** @throws CodedError `engine.lead-unknown`, `leads.event-needs` */
  outcome(name: string, who: string, recipient: string | null, outcome: Outcome): Promise<void>;
}

export function openLeadDesk(folder: string, store: LeadStore, version: string): LeadDesk {
  const packages = join(folder, 'packages');
  const signer = async () => signerFromPem((await ownSigningKey(folder)).key);
  const custody = async <T>(work: Parameters<typeof withCustodyLog<T>>[2]): Promise<T> =>
    withCustodyLog(custodyFolder(folder), await signer(), work);

  const fileOf = async (name: string): Promise<string> => {
    const file = join(packages, `${name}.zip`);
    // A name is one of the log's; whatever else is asked for, no path is made of it.
    const known = (await list()).some((lead) => lead.package === name);
    if (!known || !(await stat(file).catch(() => null))) throw errors('engine.lead-unknown', { name });
    return file;
  };
  const list = () => custody(async (log) => leadsOf(log.lines));

  return {
    list,

    async make({ gang, profile: wanted, who, purpose, organisation }) {
      const profile = knownProfile(wanted);
      const command = `jianzhen leads export ${gang} --out DIR --profile ${profile.profile}`;
      const input = await leadFromStore(gang, store, { version, commands: [command] });
      const hashes = Object.values(profile.fields).includes('hash');
      const name = packageName(gang, new Date());
      await mkdir(packages, { recursive: true, mode: 0o700 });
      await cleanInterrupted(packages, `${name}.zip`);
      return exportLead(input, {
        name,
        sink: await zipSink(packages, `${name}.zip`, name),
        custody,
        signer: await signer(),
        profile,
        hashKey: hashes ? (await ownHashKey(folder)).key : null,
        authority: null,
        clock: () => new Date(),
        organisation,
        who,
        purpose,
      });
    },

    async view(name, who) {
      const file = await fileOf(name);
      const verified = await withPackage(file, (source) => verifyPackage(source));
      await custody((log) => recordAct(log, 'viewed', verified, { who, at: new Date().toISOString() }));
      return file;
    },

    async handOver(name, act) {
      const verified = await withPackage(await fileOf(name), (source) => verifyPackage(source));
      const at = new Date().toISOString();
      return custody(async (log) => (await recordAct(log, 'handed-over', verified, { ...act, at })).receipt);
    },

    async outcome(name, who, recipient, outcome) {
      await custody(async (log) => {
        const made = log.lines.find(({ event }) => event.package === name && event.kind === 'made')?.event;
        if (!made) throw errors('engine.lead-unknown', { name });
        await recordOutcome(log, made, { who, at: new Date().toISOString(), recipient }, outcome);
      });
    },
  };
}
