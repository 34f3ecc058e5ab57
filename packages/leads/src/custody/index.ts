export * from './events.ts';
export type { TreeHead } from './head.ts';
export type { LogLine } from './lines.ts';
export { type CustodyLog, openCustodyLog, withCustodyLog } from './log.ts';
export type { CustodyFiles } from './ports.ts';
export { type CustodyProof, checkProof, type ProofFault, proveCustody } from './proofs.ts';
