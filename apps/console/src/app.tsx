import { App as Antd, ConfigProvider, Result, Segmented } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { Link, NavLink, Route, Routes } from 'react-router';
import { AlertListPage } from './alerts/alert-list-page.tsx';
import { AlertPage } from './alerts/alert-page.tsx';
import { CaseListPage } from './cases/case-list-page.tsx';
import { CasePage } from './exhibit/case-page.tsx';
import { GangListPage } from './gangs/gang-list-page.tsx';
import { GangPage } from './gangs/gang-page.tsx';
import { gangWords } from './gangs/words.ts';
import { type Language, useLanguage } from './language.tsx';
import { theme } from './theme.ts';
import { VoiceListPage } from './voices/voice-list-page.tsx';
import { voiceListWords } from './voices/words.ts';
import { words } from './words.ts';

export function App() {
  const { language, say } = useLanguage();
  return (
    <ConfigProvider locale={language === 'zh' ? zhCN : enUS} theme={theme}>
      <Antd className="app">
        <a className="skip" href="#content">
          {say(words.skip)}
        </a>
        <Masthead />
        <main id="content">
          <Routes>
            <Route index element={<CaseListPage />} />
            <Route path="cases/:caseId" element={<CasePage />} />
            <Route path="cases/:caseId/exhibits/:exhibitId" element={<CasePage />} />
            <Route path="gangs" element={<GangListPage />} />
            <Route path="gangs/:name" element={<GangPage />} />
            <Route path="alerts" element={<AlertListPage />} />
            <Route path="alerts/:alertId" element={<AlertPage />} />
            <Route path="voices" element={<VoiceListPage />} />
            <Route path="*" element={<NotFound />} />
          </Routes>
        </main>
      </Antd>
    </ConfigProvider>
  );
}

function Masthead() {
  const { language, setLanguage, say } = useLanguage();
  return (
    <header className="masthead">
      <Link to="/" className="brand">
        <span className="mark" aria-hidden="true">
          鉴真
        </span>
        <span className="product">{say(words.product)}</span>
        <span className="muted">{say(words.subtitle)}</span>
      </Link>
      <nav className="places">
        <NavLink to="/" end>
          {say(words.cases)}
        </NavLink>
        <NavLink to="/alerts">{say(words.alerts)}</NavLink>
        <NavLink to="/gangs">{say(gangWords.gangs)}</NavLink>
        <NavLink to="/voices">{say(voiceListWords.voiceprints)}</NavLink>
      </nav>
      <Segmented<Language>
        aria-label={say(words.language)}
        value={language}
        onChange={setLanguage}
        options={[
          { value: 'zh', label: <span lang="zh-CN">中文</span> },
          { value: 'en', label: <span lang="en">English</span> },
        ]}
      />
    </header>
  );
}

function NotFound() {
  const { say } = useLanguage();
  return (
    <Result status="404" title={say(words.notFound)} extra={<Link to="/">{say(words.backToCases)}</Link>} />
  );
}
