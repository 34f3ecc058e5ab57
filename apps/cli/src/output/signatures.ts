import {
  indicationWords,
  type Message,
  type Signature,
  signatureFacts,
  signatureReasons,
  signatureState,
  signatureWords,
} from '@jianzhen/evidence';
import { dim, paintIndication } from './terminal.ts';

const both = ({ zh, en }: Message) => `${zh} ${dim(en)}`;

/** A file's signatures as a tree for people. */
export function signatureTree(file: string, signatures: readonly Signature[]): string {
  if (signatures.length === 0) return `${file}\n└─ ${both(signatureWords.none)}`;
  return [
    file,
    ...signatures.flatMap((signature, i) => {
      const last = i === signatures.length - 1;
      const [head, ...rest] = linesOf(signature);
      return [
        `${last ? '└─' : '├─'} ${head}`,
        ...rest.map((line, k) => `${last ? '   ' : '│  '}${k === rest.length - 1 ? '└─' : '├─'} ${line}`),
      ];
    }),
  ].join('\n');
}

function linesOf(signature: Signature): string[] {
  const { indication, subIndication, format, name } = signature;
  const { zh, en } = indicationWords[indication];
  const said = [`${zh} ${en}`, subIndication].filter(Boolean).join(' · ');
  return [
    `${paintIndication(indication, said)} ${dim([format, name].filter(Boolean).join(' '))}`,
    ...signatureFacts(signature).map(([label, value]) => `${both(label)} ${value}`),
    ...signatureState(signature).map(both),
    ...signatureReasons(signature).map(both),
  ];
}
