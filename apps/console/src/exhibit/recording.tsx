import { speakerWords, voiceFacts, voiceprintKindWords, voiceWords } from '@jianzhen/evidence';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { originalAddress } from '../api/client.ts';
import type { ExhibitDetail, Voice, VoiceChannel } from '../api/types.ts';
import { useLanguage } from '../language.tsx';
import { percent } from '../shared/format.ts';
import { VoiceDialog } from '../voices/voice-dialog.tsx';
import { voiceListWords } from '../voices/words.ts';
import { FactRows } from './signature-panel.tsx';

/** A recording to listen to, and who speaks on each of its channels. */
export function Recording({ exhibit, voice }: { exhibit: ExhibitDetail; voice: Voice }) {
  const { say } = useLanguage();
  const [adding, setAdding] = useState<number | null>(null);
  return (
    <div className="recording">
      {/* biome-ignore lint/a11y/useMediaCaption: nobody has written down what is said. */}
      <audio controls preload="none" src={originalAddress(exhibit.id)} aria-label={exhibit.name} />
      {voice.channels.map((channel) => (
        <article className="voice" key={channel.channel}>
          <h2>
            {say(voiceWords.channel)} {channel.channel}{' '}
            <span className="muted">{say(speakerWords[channel.speaker])}</span>
          </h2>
          <FactRows rows={voiceFacts(channel)} />
          <Matches channel={channel} />
          {channel.refused ? null : (
            <Button size="small" onClick={() => setAdding(channel.channel)}>
              {say(voiceListWords.watch)}
            </Button>
          )}
        </article>
      ))}
      {adding === null ? null : (
        <VoiceDialog
          from={{ exhibitId: exhibit.id, channel: adding }}
          close={() => setAdding(null)}
          done={() => setAdding(null)}
        />
      )}
    </div>
  );
}

function Matches({ channel: { refused, matches, speaker } }: { channel: VoiceChannel }) {
  const { say } = useLanguage();
  if (refused)
    return (
      <p className="muted">
        {say(voiceWords.notCompared)} · {say(refused.message)}
      </p>
    );
  if (speaker === 'agent') return null;
  if (matches.length === 0) return <p className="muted">{say(voiceWords.nobody)}</p>;
  return (
    <>
      <h3>{say(voiceWords.soundsLike)}</h3>
      <ul className="matches">
        {matches.map(({ voiceprintId, kind, person, caseId, llr, probability }) => (
          <li key={voiceprintId}>
            <b>{percent(probability)}</b> {say(voiceprintKindWords[kind])} ·{' '}
            {caseId ? (
              <Link to={`/cases/${caseId}`}>
                <bdi>{person ?? say(voiceWords.unknownPerson)}</bdi>
              </Link>
            ) : (
              <bdi>{person ?? say(voiceWords.unknownPerson)}</bdi>
            )}{' '}
            <span className="muted">
              {say(voiceWords.ratio)} {llr.toFixed(1)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
