import { type Static, Type } from 'typebox';

/** An axis-aligned rectangle in pixels of the page as decoded, origin top left; right and bottom edges are exclusive. */
export const Region = Type.Object(
  {
    x: Type.Number({ minimum: 0 }),
    y: Type.Number({ minimum: 0 }),
    width: Type.Number({ minimum: 0 }),
    height: Type.Number({ minimum: 0 }),
  },
  { $id: 'Region' },
);
export type Region = Static<typeof Region>;
