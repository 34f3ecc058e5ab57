import { FirstSight, FoundGang, GangReview, GangSummary, MiningRun } from '@jianzhen/cases';
import { Type } from 'typebox';
import { answer, ref } from '../http/schemas.ts';

export const GangList = Type.Object(
  {
    /** Most dangerous first. */
    gangs: Type.Array(GangSummary),
    /** The last run; null before the first. */
    run: Type.Union([MiningRun, Type.Null()]),
  },
  { $id: 'GangList' },
);

export const GangDetail = Type.Object(
  {
    ...FoundGang.properties,
    /** The last first. */
    reviews: Type.Array(GangReview),
    /** What it supplies, and what supplies it. */
    kin: Type.Array(GangSummary),
    /** Where traces that are named after a seal or page on record come from. */
    sights: Type.Array(ref(FirstSight)),
  },
  { $id: 'GangDetail' },
);

export const MiningRunList = Type.Object({ runs: Type.Array(MiningRun) }, { $id: 'MiningRunList' });

export const RecordsTaken = Type.Object(
  { cases: Type.Integer(), traces: Type.Integer() },
  { $id: 'RecordsTaken' },
);

/** Schemas of this part that the description names. */
export const gangSchemas = [
  FirstSight,
  FoundGang,
  GangSummary,
  MiningRun,
  GangList,
  GangDetail,
  MiningRunList,
  RecordsTaken,
];

export const gangViews = {
  FoundGang: answer('The gang', ref(FoundGang)),
  GangDetail: answer('The gang with its kin and what persons said of it', ref(GangDetail)),
  GangList: answer('Gangs of the last run, most dangerous first', ref(GangList)),
  MiningRun: answer('The run, done', ref(MiningRun)),
  MiningRunList: answer('Runs, newest first', ref(MiningRunList)),
  RecordsTaken: answer('How many were handed in', ref(RecordsTaken)),
};
