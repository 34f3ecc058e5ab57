import { Type } from 'typebox';
import { answer, ref } from '../http/schemas.ts';

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);
const Outcome = Type.Enum(['accepted', 'need-more', 'case-filed', 'closed']);

export const LeadOutcome = Type.Object(
  { status: Outcome, caseNumber: nullable(Type.String()), reasons: Type.Array(Type.String()) },
  { $id: 'LeadOutcome' },
);

/** One act on a package, as the custody log has it. */
export const LeadEvent = Type.Object(
  {
    kind: Type.Enum(['made', 'viewed', 'exported', 'handed-over', 'received', 're-hashed', 'outcome']),
    at: Type.String(),
    who: Type.String(),
    purpose: nullable(Type.String()),
    /** Number of the legal instrument. */
    authority: nullable(Type.String()),
    recipient: nullable(Type.String()),
    outcome: nullable(LeadOutcome),
  },
  { $id: 'LeadEvent' },
);

export const LeadView = Type.Object(
  {
    package: Type.String(),
    gang: Type.String(),
    /** SHA-256 of `manifest-sha256.txt`: what the package is known by. */
    digest: Type.String(),
    profile: nullable(Type.String()),
    madeAt: Type.String(),
    /** In their order. */
    events: Type.Array(LeadEvent),
  },
  { $id: 'LeadView' },
);

export const LeadList = Type.Object({ leads: Type.Array(LeadView) }, { $id: 'LeadList' });

/** Inclusion in the custody log and its consistency with what the package holds, for the recipient to keep. */
export const LeadReceipt = Type.Object(
  { receipt: Type.Record(Type.String(), Type.Unknown()) },
  { $id: 'LeadReceipt' },
);

export const leadSchemas = [LeadList, LeadReceipt];
export const leadViews = {
  LeadList: answer('Packages and what became of them, by the custody log', ref(LeadList)),
  LeadReceipt: answer('The proof that goes to the recipient', ref(LeadReceipt)),
};
