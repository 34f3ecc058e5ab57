import { digest } from '../../../src/crypto/digest.ts';
import type { Party, SignatureForm } from './party.ts';
import { generalizedTime, makeGbCms, makeSesSignature, utcTime } from './seals.ts';
import { writeZip } from './zip.ts';

/** A package's parts by archive name. */
export type Parts = Map<string, Uint8Array>;

const NS = 'xmlns:ofd="http://www.ofdspec.org/2016"';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
export const text = (content: string): Uint8Array => Buffer.from(content, 'utf8');
export const LIST = 'Doc_0/Signs/Signatures.xml';
export const pagePath = (page: number) => `Doc_0/Pages/Page_${page - 1}/Content.xml`;

const line = (id: number, content: string) =>
  `<ofd:TextObject ID="${id}" Boundary="20 20 160 10" Font="2" Size="6"><ofd:TextCode X="0" Y="8">${content}</ofd:TextCode></ofd:TextObject>`;

export const pageXml = (content: string, more = '') =>
  text(
    `${HEAD}<ofd:Page ${NS}><ofd:Content><ofd:Layer ID="5">${line(6, content)}${more}</ofd:Layer></ofd:Content></ofd:Page>`,
  );

/** A document of A4 pages that says something, unsigned. Pages have the IDs 101, 102 … */
export function makeDocument(pages = 1): Parts {
  const parts: Parts = new Map();
  const list = Array.from(
    { length: pages },
    (_, i) => `<ofd:Page ID="${101 + i}" BaseLoc="Pages/Page_${i}/Content.xml"/>`,
  );
  parts.set(
    'OFD.xml',
    text(
      `${HEAD}<ofd:OFD ${NS} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot><ofd:Signatures>/${LIST}</ofd:Signatures></ofd:DocBody></ofd:OFD>`,
    ),
  );
  parts.set(
    'Doc_0/Document.xml',
    text(
      `${HEAD}<ofd:Document ${NS}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes></ofd:CommonData><ofd:Pages>${list.join('')}</ofd:Pages></ofd:Document>`,
    ),
  );
  parts.set(
    'Doc_0/PublicRes.xml',
    text(`${HEAD}<ofd:Res ${NS}><ofd:Fonts><ofd:Font ID="2" FontName="宋体"/></ofd:Fonts></ofd:Res>`),
  );
  parts.set(
    'Doc_0/DocumentRes.xml',
    text(
      `${HEAD}<ofd:Res ${NS} BaseLoc="Res"><ofd:MultiMedias><ofd:MultiMedia ID="9" Type="Image"><ofd:MediaFile>stamp.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias></ofd:Res>`,
    ),
  );
  for (let page = 1; page <= pages; page++) parts.set(pagePath(page), pageXml(`人民币 ${page}000 元`));
  return parts;
}

export interface SignOptions {
  readonly kind: 'ses-v1' | 'ses-v4' | 'cms' | 'cms-hash' | 'raw';
  readonly signer: Party;
  /** SESeal; the `ses` kinds need it. */
  readonly seal?: Uint8Array;
  /** Write the seal as a part of its own as well. */
  readonly sealFile?: boolean;
  /** Which parts there are by then to refer to; all but the list of signatures unless told. */
  readonly cover?: (name: string) => boolean;
  readonly checkMethod?: string;
  readonly form?: SignatureForm;
  /** `YYYYMMDDhhmmss`, UTC. */
  readonly at?: string;
  /** As Signature.xml has it. */
  readonly dateTime?: string;
  /** How the references' paths are written. */
  readonly location?: (name: string) => string;
  readonly stamp?: string;
  /** A token over what it is given: the value of a version 4 signature, Signature.xml of a version 1. */
  readonly timestamp?: (content: Uint8Array) => Uint8Array;
  /** Put the certificate beside a bare signature. */
  readonly certificateFile?: boolean;
}

/** Adds a signature in the place of the next: its folder, its entry at the end of the list. Other parts stay as they are. */
export function sign(parts: Parts, options: SignOptions): Parts {
  const out: Parts = new Map(parts);
  const index = [...out.keys()].filter((name) => name.endsWith('/Signature.xml')).length;
  const folder = `Doc_0/Signs/Sign_${index}`;
  const [path, valuePath, sealPath] = [
    `${folder}/Signature.xml`,
    `${folder}/SignedValue.dat`,
    `${folder}/Seal.esl`,
  ];
  const seal = options.kind.startsWith('ses');
  out.set(LIST, extended(out.get(LIST), index, seal, path));
  if (options.sealFile && options.seal) out.set(sealPath, options.seal);
  if (options.certificateFile) out.set(`${folder}/signer.cer`, options.signer.certificate);
  const cover = options.cover ?? ((name) => name !== LIST);
  const location = options.location ?? ((name) => `/${name}`);
  const references = [...out]
    .filter(([name]) => cover(name))
    .map(
      ([name, content]) =>
        `<ofd:Reference FileRef="${location(name)}"><ofd:CheckValue>${Buffer.from(digest('SM3', content)).toString('base64')}</ofd:CheckValue></ofd:Reference>`,
    );
  const at = options.at ?? '20240501020304';
  const xml = text(
    `${HEAD}<ofd:Signature ${NS}><ofd:SignedInfo><ofd:Provider ProviderName="test" Company="test" Version="1"/><ofd:SignatureMethod>1.2.156.10197.1.501</ofd:SignatureMethod><ofd:SignatureDateTime>${options.dateTime ?? `${at}Z`}</ofd:SignatureDateTime><ofd:References CheckMethod="${options.checkMethod ?? 'SM3'}">${references.join('')}</ofd:References>${seal ? (options.stamp ?? '<ofd:StampAnnot ID="11" PageRef="101" Boundary="100 200 40 40"/>') : ''}${options.sealFile ? `<ofd:Seal><ofd:BaseLoc>/${sealPath}</ofd:BaseLoc></ofd:Seal>` : ''}</ofd:SignedInfo><ofd:SignedValue>/${valuePath}</ofd:SignedValue></ofd:Signature>`,
  );
  out.set(path, xml);
  out.set(valuePath, signedValue(options, xml, path, at));
  return out;
}

function signedValue(options: SignOptions, xml: Uint8Array, path: string, at: string): Uint8Array {
  const { kind, signer, seal, form = 'der', timestamp } = options;
  switch (kind) {
    case 'ses-v1':
      return makeSesSignature({
        version: 1,
        seal: seal!,
        signer,
        xml,
        path,
        time: timestamp?.(xml) ?? utcTime(`${at.slice(2)}Z`),
        form,
      });
    case 'ses-v4':
      return makeSesSignature({
        version: 4,
        seal: seal!,
        signer,
        xml,
        path,
        time: generalizedTime(`${at}Z`),
        form,
        timestamp,
      });
    case 'cms':
      return makeGbCms(signer, xml, null, form);
    case 'cms-hash':
      return makeGbCms(signer, xml, digest('SM3', xml), form);
    case 'raw':
      return signer.sign(xml, form);
  }
}

function extended(list: Uint8Array | undefined, index: number, seal: boolean, path: string): Uint8Array {
  const entry = `<ofd:Signature ID="s00${index + 1}" Type="${seal ? 'Seal' : 'Sign'}" BaseLoc="/${path}"/>`;
  const before = list ? Buffer.from(list).toString('utf8') : `${HEAD}<ofd:Signatures ${NS}></ofd:Signatures>`;
  return text(before.replace('</ofd:Signatures>', `${entry}</ofd:Signatures>`));
}

export const pack = (parts: Parts): Buffer => writeZip([...parts]);
