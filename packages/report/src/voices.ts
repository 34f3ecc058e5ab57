import {
  speakerWords,
  type Voice,
  type VoiceChannel,
  type VoiceMatch,
  voiceFacts,
  voiceprintKindWords,
  voiceWords,
} from '@jianzhen/evidence';
import { factRows } from './facts.ts';
import { percent } from './format.ts';
import { type Html, html } from './html.ts';
import { both } from './words.ts';

/** Who speaks in a recording; null where the page is of none. */
export function voiceSection(voice: Voice | undefined): Html | null {
  if (!voice) return null;
  return html`<section class="voices"><h4>${both(voiceWords.voices)} <span class="count">${voice.channels.length}</span> <span class="muted">${voice.seconds.toFixed(1)} s · ${voice.sampleRate} Hz</span></h4>${voice.channels.map(entry)}</section>`;
}

function entry(channel: VoiceChannel): Html {
  const { refused, matches } = channel;
  return html`<article class="voice"><p class="stated"><b>${both(voiceWords.channel)} ${channel.channel}</b> <span>${both(speakerWords[channel.speaker])}</span></p>
${factRows(voiceFacts(channel))}
${refused ? html`<p>${both(voiceWords.notCompared)} · ${both(refused.message)}</p>` : null}
${matches.length > 0 ? html`<ul class="matches">${matches.map(likeness)}</ul>` : null}</article>`;
}

const likeness = ({ kind, person, probability, llr }: VoiceMatch): Html =>
  html`<li><b>${percent(probability)}</b> ${both(voiceprintKindWords[kind])} · ${person ?? both(voiceWords.unknownPerson)} <span class="muted">${both(voiceWords.ratio)} ${llr.toFixed(1)}</span></li>`;
