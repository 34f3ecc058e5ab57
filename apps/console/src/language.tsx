import type { Message } from '@jianzhen/evidence';
import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { fill } from './shared/fill.ts';

export type Language = 'zh' | 'en';

interface Speech {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  /** A message in the reader's language, its `{name}` places filled. */
  readonly say: (message: Message, values?: Readonly<Record<string, string | number>>) => string;
}

const STORED = 'jianzhen.language';
const SpeechContext = createContext<Speech | null>(null);

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() =>
    localStorage.getItem(STORED) === 'en' ? 'en' : 'zh',
  );
  useEffect(() => {
    localStorage.setItem(STORED, language);
    document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
  }, [language]);
  const say: Speech['say'] = (message, values) => fill(message[language], values);
  return <SpeechContext value={{ language, setLanguage, say }}>{children}</SpeechContext>;
}

export function useLanguage(): Speech {
  const speech = use(SpeechContext);
  if (!speech) throw new TypeError('useLanguage needs a LanguageProvider above it');
  return speech;
}
