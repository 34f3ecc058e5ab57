export { type AgencyScript, createAgencyScript, writeAgencyText } from './agency.ts';
export { writeHonestText, writePublicLetter } from './honest.ts';
export type { Author, Rewriting, SimulatedText } from './types.ts';
