import type { Message } from '@jianzhen/evidence';
import { SLOT_NAMES } from '../normalise/index.ts';
import type { Template, TemplateSlot } from './types.ts';

export { compareWithTemplate, type TemplateComparison } from './compare.ts';
export { recoverTemplate } from './recover.ts';
export type * from './types.ts';

const FREE: Message = { zh: '可变', en: 'varies' };

export const slotName = (slot: TemplateSlot): Message => (slot === 'free' ? FREE : SLOT_NAMES[slot]);

/** The template as text: 本人【姓名】，于【日期】…; `en` names slots in English. */
export const templateText = ({ parts }: Template, language: keyof Message = 'zh'): string =>
  parts
    .map(({ slot, text }) => (slot === null ? text : `【${slotName(slot)[language]}】${text}`))
    .join('')
    .trim();
