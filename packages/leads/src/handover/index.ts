export { type Act, type Recorded, recordAct, recordOutcome } from './acts.ts';
export { type LeadRecord, leadsOf } from './leads.ts';
