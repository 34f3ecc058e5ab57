import {
  indicationWords,
  type Message,
  type Signature,
  signatureFacts,
  signatureReasons,
  signatureState,
  signatureWords,
} from '@jianzhen/evidence';
import { factRows } from './facts.ts';
import { type Html, html } from './html.ts';
import { both } from './words.ts';

/** The electronic signatures that are to be seen on a page. */
export function signatureSection(signatures: readonly Signature[]): Html | null {
  if (signatures.length === 0) return null;
  return html`<section class="signatures"><h4>${both(signatureWords.signatures)} <span class="count">${signatures.length}</span></h4>${signatures.map(entry)}</section>`;
}

function entry(signature: Signature): Html {
  const { indication, subIndication } = signature;
  return html`<article class="signature ${indication.toLowerCase()}"><p class="stated"><b>${both(indicationWords[indication])}</b>${
    subIndication ? html` <code>${subIndication}</code>` : null
  }${signatureState(signature).map((message) => html` <span>${both(message)}</span>`)}</p>
${factRows(signatureFacts(signature))}
${reasonList(signatureReasons(signature))}</article>`;
}

/** Why something is held of a signature or seal. */
export const reasonList = (messages: readonly Message[]): Html | null =>
  messages.length > 0
    ? html`<ul class="reasons">${messages.map((message) => html`<li>${both(message)}</li>`)}</ul>`
    : null;
