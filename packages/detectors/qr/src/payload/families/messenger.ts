import type { Family } from '../family.ts';
import { type LinkRule, readByRules } from '../read/rules.ts';

const ADD = { kind: 'chat-add', hazard: 'foreign-chat' } as const;
const GROUP = { kind: 'chat-group', hazard: 'foreign-chat' } as const;

/** Chats beside WeChat and QQ: those abroad, which answer to nobody here, and the offices' own. */
const RULES: readonly LinkRule[] = [
  { at: 't.me', path: /^\/(?:\+|joinchat\/|addlist\/)/, service: 'telegram', ...GROUP },
  { at: 't.me', path: /^\/\w/, service: 'telegram', ...ADD },
  { at: 'tg:join', service: 'telegram', ...GROUP },
  { at: 'tg:', service: 'telegram', ...ADD },
  { at: 'chat.whatsapp.com', service: 'whatsapp', ...GROUP },
  { at: 'wa.me', service: 'whatsapp', ...ADD },
  { at: 'api.whatsapp.com', path: /^\/send/, service: 'whatsapp', ...ADD },
  { at: 'whatsapp:', service: 'whatsapp', ...ADD },
  { at: 'line.me', path: /^\/(?:R\/)?ti\/g/, service: 'line', ...GROUP },
  { at: 'line.me', path: /^\/(?:R\/)?ti\/p/, service: 'line', ...ADD },
  { at: 'signal.group', service: 'signal', ...GROUP },
  { at: 'signal.me', service: 'signal', ...ADD },
  { at: 'discord.gg', service: 'discord', ...GROUP },
  {
    at: 'qr.dingtalk.com',
    path: /^\/action\/joingroup/,
    service: 'dingtalk',
    ...GROUP,
    hazard: 'join-group',
  },
  { at: 'applink.feishu.cn', path: /^\/client\/chat\//, service: 'feishu', ...GROUP, hazard: 'join-group' },
];

export const messenger: Family = { name: 'messenger', read: ({ address }) => readByRules(RULES, address) };
