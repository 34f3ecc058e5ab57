import { bandWords, voiceprintKindWords } from '@jianzhen/evidence';
import { Button, Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Voiceprint } from '../api/types.ts';
import { useLanguage } from '../language.tsx';
import { moment } from '../shared/format.ts';
import { words } from '../words.ts';
import { purposeWords, voiceListWords } from './words.ts';

interface Props {
  readonly voiceprints: readonly Voiceprint[];
  readonly loading: boolean;
  readonly empty: ReactNode;
  readonly remove: (id: string) => void;
}

/** One row a voiceprint: all that is known of it but the voice itself. */
export function VoiceTable({ voiceprints, loading, empty, remove }: Props) {
  const { language, say } = useLanguage();
  const columns: TableColumnsType<Voiceprint> = [
    {
      title: say(voiceListWords.kind),
      width: 140,
      render: (_, { kind }) => say(voiceprintKindWords[kind]),
    },
    {
      title: say(voiceListWords.person),
      render: (_, { person, lenderId, reason }) => (
        <>
          <bdi>{[person, lenderId].filter(Boolean).join(' · ') || '–'}</bdi>
          {reason ? <div className="muted">{reason}</div> : null}
        </>
      ),
    },
    {
      title: say(voiceListWords.purpose),
      width: 240,
      render: (_, { purpose, consent }) => (
        <>
          <div>{say(purposeWords[purpose])}</div>
          <div className="muted" title={consent?.text}>
            {say(voiceListWords.consent)}
            {language === 'zh' ? '：' : ': '}
            {consent ? `${consent.by}, ${moment(consent.at, language)}` : say(voiceListWords.notStated)}
          </div>
        </>
      ),
    },
    {
      title: say(voiceListWords.source),
      width: 220,
      render: (_, { source, caseId, exhibitId, seconds, band }) => (
        <>
          {caseId ? (
            <Link to={`/cases/${caseId}/exhibits/${exhibitId}`}>{say(words.openCase)}</Link>
          ) : (
            <bdi>{source ?? '–'}</bdi>
          )}
          <div className="muted">
            {seconds.toFixed(1)} s · {say(bandWords[band])}
          </div>
        </>
      ),
    },
    {
      title: say(voiceListWords.expires),
      width: 180,
      render: (_, { expiresAt }) => <time dateTime={expiresAt}>{moment(expiresAt, language)}</time>,
    },
    {
      title: '',
      width: 90,
      render: (_, { id }) => (
        <Button size="small" danger onClick={() => remove(id)}>
          {say(voiceListWords.remove)}
        </Button>
      ),
    },
  ];
  return (
    <Table<Voiceprint>
      className="cases"
      size="middle"
      rowKey="id"
      columns={columns}
      dataSource={voiceprints as Voiceprint[]}
      loading={loading}
      pagination={false}
      scroll={{ x: 980 }}
      locale={{ emptyText: loading ? ' ' : empty }}
    />
  );
}
