import { defineErrors } from '@jianzhen/evidence';

export const errors = defineErrors({
  'script.index-full': {
    zh: '话术索引已满，最多 {capacity} 篇。',
    en: 'The index of scripts is full: it has room for {capacity} texts.',
  },
  'script.index-unreadable': {
    zh: '话术索引无法读取：{detail}',
    en: 'The index of scripts cannot be read: {detail}',
  },
  'script.fingerprint-unreadable': {
    zh: '话术指纹无法读取：{detail}',
    en: 'The script’s fingerprint cannot be read: {detail}',
  },
});
