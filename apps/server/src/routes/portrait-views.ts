import { Finding, Message, Region } from '@jianzhen/evidence/schemas';
import { Type } from 'typebox';

const Share = Type.Number({ minimum: 0, maximum: 1 });
const Face = Type.Object({
  region: Region,
  score: Share,
  turn: Type.Integer({ minimum: 0, maximum: 3 }),
  sharpness: Type.Number({ minimum: 0 }),
});

export const PortraitReport = Type.Object(
  {
    /** Euclidean distance of the two faces' descriptors; the descriptors themselves are not kept. */
    distance: Type.Number({ minimum: 0 }),
    threshold: Type.Number({ minimum: 0 }),
    verdict: Type.Union([Type.Literal('same'), Type.Literal('different')]),
    samePerson: Share,
    card: Face,
    selfie: Face,
    reasons: Type.Array(Type.Object({ code: Type.String(), message: Message })),
    /** `identity.mismatch` as advice where the faces are too far apart. */
    findings: Type.Array(Finding),
  },
  { $id: 'PortraitReport' },
);
