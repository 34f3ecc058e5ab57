import { userInfo } from 'node:os';
import { createVoices, type NewVoice } from '@jianzhen/cases';
import { enrol, type Recording } from '@jianzhen/detector-voice';
import { openEars, readBackEnd } from '@jianzhen/engine';
import { expandInputs } from '../../inputs.ts';
import { errorForPeople, errorLine, writeLine } from '../../output/lines.ts';
import { Status } from '../../status.ts';
import { hearFiles } from './hear.ts';
import { onVoices } from './on-record.ts';

export interface EnrollOptions {
  readonly person: string;
  readonly purpose: 'anti-fraud' | 'identity-verification';
  /** Words that the person consented to. */
  readonly consent?: string;
  readonly reason?: string;
  readonly channel?: number;
  readonly data?: string;
  readonly json?: boolean;
}

const NOT_STATED =
  '未声明同意（--consent）：按反欺诈用途登记，同意栏留空。No consent was stated (--consent): enrolled for anti-fraud, with none on record.';

/** `jianzhen voice enroll`: one print of a person from several recordings; those that are somebody else's are left out and named. */
export async function enroll(paths: readonly string[], options: EnrollOptions): Promise<Status> {
  const { person, channel, data, json = false } = options;
  const files = await expandInputs(paths);
  const ears = await openEars();
  const recordings: Recording[] = [];
  try {
    const backEnd = await readBackEnd(ears.model);
    for await (const { file, outcome } of hearFiles(ears, files, { channel })) {
      if ('value' in outcome) recordings.push({ name: file, print: outcome.value.voiceprint });
      else if (json) writeLine(errorLine(file, outcome.error));
      else console.error(errorForPeople(file, outcome.error));
    }
    // Each has had its line.
    if (recordings.length === 0) return Status.unreadable;
    const { print, kept, leftOut } = enrol(backEnd, recordings);
    if (options.consent === undefined) console.error(NOT_STATED);
    const record = await onVoices(data, ({ cases, voices }) =>
      createVoices(cases, voices, unasked, unasked).keep(newVoice(options), kept, print),
    );
    const { id, kind, purpose, consent, seconds, expiresAt } = record;
    const line = { person, voiceprintId: id, kind, purpose, consent, seconds, kept, leftOut, expiresAt };
    if (json) writeLine(line);
    else {
      console.log(`${person}: ${kept.length} × ${seconds.toFixed(1)} s → ${id}`);
      for (const { name, llr } of leftOut)
        console.log(`${name}: 像是另一个人，未采用 sounds like somebody else, left out (${llr.toFixed(1)})`);
    }
  } finally {
    await ears.close();
  }
  return recordings.length < files.length ? Status.unreadable : Status.done;
}

/** The service listens to recordings by an examiner; here they have been heard. */
const unasked = () => Promise.reject(new Error('heard already'));

/** On the watch-list for anti-fraud; as a customer, with the consent that this takes, to verify who calls. */
function newVoice({ person, purpose, consent, reason }: EnrollOptions): NewVoice {
  const by = userInfo().username;
  const stated = consent === undefined ? null : { by, at: new Date().toISOString(), text: consent };
  return purpose === 'identity-verification'
    ? { kind: 'customer', person, consent: stated, by }
    : { kind: 'watch', person, consent: stated, by, reason: reason ?? 'jianzhen voice enroll' };
}
