import { type Seal, type Signature, turnOf } from '@jianzhen/evidence';
import { describe, expect, it } from 'vitest';
import { sealSection } from '../src/seals.ts';
import { signatureSection } from '../src/signatures.ts';

const signature: Signature = {
  name: 'Signature1',
  format: 'ofd-ses-v4',
  indication: 'TOTAL-FAILED',
  subIndication: 'HASH_FAILURE',
  intact: false,
  wholeDocument: true,
  changesAfterSigning: 'forbidden',
  changes: [
    {
      kind: 'page-content',
      permitted: false,
      page: 1,
      message: { zh: '第 1 页被改动', en: 'Page 1 was changed' },
    },
    { kind: 'signature', permitted: true, page: null, message: { zh: '加签', en: 'Signed again' } },
  ],
  algorithm: 'SM2-SM3',
  signer: '甲<公司>',
  certificate: null,
  sealName: '甲公司财务专用章',
  seal: null,
  signedAt: '2026-01-05T08:00:00.000Z',
  provenAt: null,
  unprotected: [],
  page: 1,
  place: null,
  reasons: [{ code: 'esign.hash', message: { zh: '摘要不符', en: 'A digest does not match' } }],
};

const seal: Seal = {
  region: { x: 10, y: 20, width: 100, height: 100 },
  ellipse: { cx: 60, cy: 70, rx: 50, ry: 50, angle: 0 },
  shape: 'circle',
  colour: 'red',
  title: '阳光市<人民>医院',
  titleConfidence: 0.9,
  centre: 'star',
  subtitle: null,
  code: '4101020012345',
  taxNumber: null,
  fingerprint: null,
  templateFingerprint: null,
  origin: 'pasted',
  forgeryProbability: 0.91,
  reasons: [{ code: 'seal.even-colour', message: { zh: '颜色过于均匀', en: 'The colour is too even' } }],
};

describe('electronic signatures', () => {
  it('are told with indication, facts, forbidden changes and reasons, and escaped', () => {
    const markup = signatureSection([signature])!.toString();
    for (const said of ['HASH_FAILURE', '无效', '甲&lt;公司&gt;', '第 1 页被改动', '摘要不符', 'SM2-SM3'])
      expect(markup).toContain(said);
    expect(markup).not.toContain('加签');
    expect(markup).not.toContain('时间戳');
  });

  it('have no section where there are none', () => {
    expect(signatureSection([])).toBeNull();
  });
});

describe('seals', () => {
  const turn = turnOf({ width: 200, height: 400 }, 6);

  it('are told with what was read and judged, beside their cut-out, turned as the page is', () => {
    const markup = sealSection([seal], 'e1p1-sheet', turn)!.toString();
    for (const said of ['阳光市&lt;人民&gt;医院', '图片粘贴', '4101020012345', '颜色过于均匀', '91'])
      expect(markup).toContain(said);
    // Stored at x 10, y 20: a quarter turn puts it at 400 − 20 − 100 from the left, 10 from the top, with a margin of 6.
    expect(markup).toContain('viewBox="274 4 112 112"');
    expect(markup).toContain('<use href="#e1p1-sheet"/><ellipse cx="60" cy="70"');
  });

  it('have no cut-out where the page has no picture, and a square one is outlined by its sides', () => {
    expect(sealSection([seal], null, turn)!.toString()).not.toContain('<svg');
    const square = sealSection([{ ...seal, shape: 'square', title: null }], 's', turn)!.toString();
    expect(square).toContain('<rect x="10" y="20" width="100" height="100"/>');
    expect(square).toContain('印文无法识读');
    expect(sealSection([], 's', turn)).toBeNull();
  });
});
