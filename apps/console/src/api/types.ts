import type { components } from '../generated/api.d.ts';

type Schemas = components['schemas'];

export type Alert = Schemas['Alert'];
export type AlertDetail = Schemas['AlertDetail'];
export type AlertKind = Alert['kind'];
export type AlertStatus = Alert['status'];
export type Case = Schemas['Case'];
export type CaseDetail = Schemas['CaseDetail'];
export type CaseEvent = Schemas['CaseEvent'];
export type CaseStatus = Schemas['CaseStatus'];
export type Decision = AlertDetail['reviews'][number]['decision'];
export type Delivery = Schemas['Delivery'];
export type Exhibit = Schemas['Exhibit'];
export type ExhibitDetail = Schemas['ExhibitDetail'];
export type ExhibitStatus = Schemas['ExhibitStatus'];
export type Failure = Schemas['Failure'];
export type Gang = Schemas['GangDetail'];
export type GangDecision = Schemas['GangDecision'];
export type GangSummary = Schemas['GangSummary'];
export type Lead = Schemas['LeadView'];
export type MiningRun = Schemas['MiningRun'];
export type Page = Schemas['PageView'];
export type PageFinding = Schemas['PageFinding'];
export type Reading = NonNullable<Page['reading']>;
export type Received = Schemas['Received'];
export type Seal = Page['seals'][number];
export type Signature = Page['signatures'][number];
