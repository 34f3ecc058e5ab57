import type { Family } from '../family.ts';
import { type LinkRule, readByRules } from '../read/rules.ts';

const MEETING = { kind: 'meeting', hazard: 'meeting' } as const;

const RULES: readonly LinkRule[] = [
  { at: 'meeting.tencent.com', path: /^\/(?:dm|p|dw|live|v2)\//, service: 'tencent-meeting', ...MEETING },
  { at: 'wemeet:', service: 'tencent-meeting', ...MEETING },
  { at: '*.zoom.us', path: /^\/(?:j|my|s|w)\//, service: 'zoom', ...MEETING },
  { at: '*.zoom.com.cn', path: /^\/(?:j|my|s|w)\//, service: 'zoom', ...MEETING },
  { at: 'zoommtg:', service: 'zoom', ...MEETING },
  { at: 'zoomus:', service: 'zoom', ...MEETING },
  { at: 'meet.google.com', path: /^\/[a-z]{3}-[a-z]{4}-[a-z]{3}$/, service: 'google-meet', ...MEETING },
  { at: 'teams.microsoft.com', path: /^\/(?:l\/meetup-join|meet)\//, service: 'teams', ...MEETING },
  { at: 'vc.feishu.cn', path: /^\/j\//, service: 'feishu', ...MEETING },
  { at: 'meeting.dingtalk.com', service: 'dingtalk', ...MEETING },
];

export const meeting: Family = { name: 'meeting', read: ({ address }) => readByRules(RULES, address) };
