import { metadataWords } from '@jianzhen/evidence';
import { Typography } from 'antd';
import type { ReactNode } from 'react';
import type { ExhibitDetail, Page } from '../api/types.ts';
import { useLanguage } from '../language.tsx';
import { bytes, duration, moment } from '../shared/format.ts';
import { words } from '../words.ts';

/** What is known of the file itself. */
export function Facts({ exhibit, page }: { exhibit: ExhibitDetail; page: Page | undefined }) {
  const { language, say } = useLanguage();
  const rows: [string, ReactNode][] = [
    [say(words.fileName), <bdi key="name">{exhibit.name}</bdi>],
    [say(words.mediaType), exhibit.mediaType],
    [say(words.size), bytes(exhibit.bytes)],
    [
      'SHA-256',
      <Typography.Text
        key="hash"
        code
        className="hash"
        copyable={{ text: exhibit.sha256, tooltips: [say(words.copy), say(words.copied)] }}
      >
        {exhibit.sha256}
      </Typography.Text>,
    ],
  ];
  if (page?.voice) {
    rows.push([say(words.length), `${page.voice.seconds.toFixed(1)} s`]);
    rows.push([say(words.sampling), `${page.voice.sampleRate} Hz`]);
  } else if (page) rows.push([say(words.pixels), `${page.width} × ${page.height}`]);
  if (exhibit.pageCount !== null && !page?.voice) rows.push([say(words.pageCount), exhibit.pageCount]);
  rows.push([say(words.received), moment(exhibit.createdAt, language)]);
  const took = duration(exhibit.startedAt, exhibit.finishedAt);
  if (took) rows.push([say(words.examined), took]);
  const { orientation = 1, metadata = {} } = exhibit.told ?? {};
  if (orientation > 1) rows.push([say(words.orientation), say(words.orientationTurned, { orientation })]);
  for (const [name, label] of Object.entries(metadataWords)) {
    if (metadata[name]) rows.push([say(label), <bdi key={name}>{metadata[name]}</bdi>]);
  }
  if (exhibit.attempts > 1) rows.push([say(words.attempts), exhibit.attempts]);
  const others = Object.entries(metadata).filter(
    ([name, value]) => !Object.hasOwn(metadataWords, name) && value !== '',
  );
  return (
    <>
      <Rows rows={rows} />
      {others.length > 0 ? (
        <details className="others">
          <summary>{say(words.otherMetadata, { count: others.length })}</summary>
          <Rows rows={others} />
        </details>
      ) : null}
    </>
  );
}

export function Rows({ rows }: { rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="facts">
      {rows.map(([name, value], i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two fields may bear the same name to people (several dates of change), and rows keep their order.
        <div key={i}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
