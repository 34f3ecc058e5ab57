import { errors } from '../../errors.ts';
import { createRandom } from '../../random.ts';
import { drawPerson } from '../../vouchers/wording.ts';
import { caseName, tellCase } from '../case.ts';
import type { World } from '../plan.ts';
import type { Paper } from '../sightings/types.ts';
import { freeText, letterText } from '../texts/index.ts';
import { renderChat } from './chat.ts';
import { renderPaper } from './voucher.ts';

/** A file of a case, with what a detector should find in it. */
export interface CaseFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Form, seal and drawing as they are named in the world; null for texts. */
  readonly paper: Paper | null;
  /** The letter that a text is written from; null for vouchers and a customer's own words. */
  readonly script: string | null;
  /** What the code on a chat's screenshot says; null for all else. */
  readonly code: string | null;
}

/**
 * The files of one case of a world, by themselves: its vouchers and the chats with codes as JPEG, and the complaint as text. A voucher takes a second or two.
 * @throws CodedError `simulate.usage` for a case that is not in the world
 */
export async function renderCaseFiles(world: World, caseId: string): Promise<CaseFile[]> {
  const index = Number(caseId.slice(1));
  if (!(index < world.cases) || caseId !== caseName(index))
    throw errors('simulate.usage', { detail: caseId });
  const { scene, who, lenderId } = tellCase(world, index);
  const random = createRandom(world.seed, 'files', index);
  const person = drawPerson(createRandom(world.seed, 'person', who.index));
  const facts = {
    name: person.name,
    phone: person.phone,
    lender: `${lenderId.replace('lender-', '第')}号消费金融公司`,
    amount: random.integer(30, 2_000) * 100,
    date: new Date(scene.at - random.integer(20, 200) * 86_400_000),
  };
  const { letter } = scene;
  const text = letter === null ? freeText(facts, random) : letterText(letter, facts, random);
  const files: CaseFile[] = [
    { name: `${caseId}-complaint.txt`, bytes: Buffer.from(text), paper: null, script: letter, code: null },
  ];
  for (const [n, paper] of scene.papers.entries()) {
    const bytes = await renderPaper(paper, `${world.seed} ${index} ${n}`, random);
    files.push({ name: `${caseId}-voucher-${n + 1}.jpg`, bytes, paper, script: null, code: null });
  }
  const codes = new Set(
    scene.sightings.filter(({ kind }) => kind === 'qr_payload').map(({ value }) => value),
  );
  for (const [n, code] of [...codes].entries()) {
    const bytes = await renderChat(code, createRandom(world.seed, 'chat', index, n));
    files.push({ name: `${caseId}-chat-${n + 1}.jpg`, bytes, paper: null, script: null, code });
  }
  return files;
}
