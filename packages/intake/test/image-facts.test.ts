import { describe, expect, test } from 'vitest';
import { openExhibit } from '../src/index.ts';
import { parseXmp } from '../src/xmp.ts';
import { fixture, jpegSegment, pngChunk, withSegments, zlibBomb } from './hostile/bytes.ts';

async function imageFacts(bytes: Uint8Array) {
  const exhibit = await openExhibit(bytes, 'a.jpg');
  await exhibit.close();
  return exhibit.facts.image!;
}

const packet = (body: string) =>
  `<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${body}</rdf:RDF></x:xmpmeta>`;
const HISTORY = `<rdf:Description xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:stEvt="s" xmlns:xmp="x" xmp:CreatorTool="Adobe Photoshop CC">
  <xmp:ModifyDate>2024-02-01T10:00:00+08:00</xmp:ModifyDate>
  <xmpMM:History><rdf:Seq>
    <rdf:li stEvt:action="created" stEvt:softwareAgent="Scanner" stEvt:when="2024-01-01"/>
    <rdf:li rdf:parseType="Resource"><stEvt:action>saved</stEvt:action><stEvt:softwareAgent>Adobe Photoshop CC</stEvt:softwareAgent><stEvt:when>2024-02-01</stEvt:when></rdf:li>
  </rdf:Seq></xmpMM:History></rdf:Description>`;

describe('XMP', () => {
  test('attributes, elements and the history in both of its forms', () => {
    expect(parseXmp(packet(HISTORY))).toEqual({
      properties: expect.objectContaining({
        CreatorTool: 'Adobe Photoshop CC',
        ModifyDate: '2024-02-01T10:00:00+08:00',
      }),
      history: [
        { action: 'created', agent: 'Scanner', when: '2024-01-01' },
        { action: 'saved', agent: 'Adobe Photoshop CC', when: '2024-02-01' },
      ],
    });
  });

  test('broken packets and document types read as empty', () => {
    const empty = { properties: {}, history: [] };
    expect(parseXmp('<x:xmpmeta><unclosed')).toEqual(empty);
    expect(parseXmp(`<!DOCTYPE x>${packet(HISTORY)}`)).toEqual(empty);
    expect(parseXmp('')).toEqual(empty);
  });
});

describe('JPEG', () => {
  test('segments, comment and XMP', async () => {
    const xmp = jpegSegment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${packet(HISTORY)}`));
    const comment = jpegSegment(0xfe, Buffer.from('CREATOR: gd-jpeg v1.0\0'));
    const { metadata, orientation } = await imageFacts(withSegments(fixture('baseline.jpg'), xmp, comment));
    expect(metadata['jpeg:segments']).toBe('APP1 XMP, COM');
    expect(metadata['jpeg:comment']).toBe('CREATOR: gd-jpeg v1.0');
    expect(metadata['xmp:CreatorTool']).toBe('Adobe Photoshop CC');
    expect(metadata['xmp:History']).toBe(
      'created | Scanner | 2024-01-01; saved | Adobe Photoshop CC | 2024-02-01',
    );
    expect(orientation).toBe(1);
  });

  test('EXIF orientation', async () => {
    const exif = Buffer.from(
      'Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0',
      'latin1',
    );
    const { orientation } = await imageFacts(withSegments(fixture('baseline.jpg'), jpegSegment(0xe1, exif)));
    expect(orientation).toBe(6);
  });
});

describe('PNG', () => {
  const withChunk = (type: string, data: Buffer) => {
    const png = fixture('rgb16.png');
    return Buffer.concat([png.subarray(0, 33), pngChunk(type, data), png.subarray(33)]);
  };

  test('plain and international text', async () => {
    const plain = await imageFacts(withChunk('tEXt', Buffer.from('Software\0Paint', 'latin1')));
    expect(plain.metadata['png:Software']).toBe('Paint');
    const international = await imageFacts(withChunk('iTXt', Buffer.from('Title\0\0\0zh\0\0收据')));
    expect(international.metadata['png:Title']).toBe('收据');
  });

  test('compressed text that inflates without end says nothing', async () => {
    const { metadata } = await imageFacts(
      withChunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), zlibBomb(64)])),
    );
    expect(metadata['png:Comment']).toBeUndefined();
  });

  test('bytes behind the end are counted', async () => {
    const { metadata } = await imageFacts(Buffer.concat([fixture('rgb16.png'), Buffer.alloc(123)]));
    expect(metadata['png:trailingBytes']).toBe(123);
  });
});
