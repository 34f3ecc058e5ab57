import { type Static, Type } from 'typebox';

/** A sentence for a person, always in both languages. */
export const Message = Type.Object({ zh: Type.String(), en: Type.String() }, { $id: 'Message' });
export type Message = Static<typeof Message>;
