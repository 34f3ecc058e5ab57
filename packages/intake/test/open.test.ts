import { describe, expect, test } from 'vitest';
import { openExhibit } from '../src/index.ts';
import { fixture } from './hostile/bytes.ts';

describe('openExhibit', () => {
  test('a JPEG is an exhibit of one page, whatever its name', async () => {
    const exhibit = await openExhibit(fixture('baseline.jpg'), 'folder/voucher.pdf');
    expect(exhibit.pages).toBe(1);
    expect(exhibit.facts).toMatchObject({ mediaType: 'image/jpeg', bytes: 1_370, pdf: null });
    expect(exhibit.facts.sha256).toMatch(/^[0-9a-f]{64}$/);
    const page = await exhibit.page(1);
    expect([page.width, page.height, page.track]).toEqual([96, 64, 'jpeg']);
    expect(page.jpeg?.components).toHaveLength(3);
    await exhibit.close();
  });

  test('pages that are not there, and closed exhibits, are coded errors', async () => {
    const exhibit = await openExhibit(fixture('picture.gif'), 'a.gif');
    await expect(exhibit.page(2)).rejects.toMatchObject({ code: 'intake.no-such-page' });
    await expect(exhibit.page(0.5)).rejects.toMatchObject({ code: 'intake.no-such-page' });
    await exhibit.close();
    await exhibit.close();
    await expect(exhibit.page(1)).rejects.toMatchObject({ code: 'intake.closed' });
  });

  test('the size limit holds', async () => {
    const opening = openExhibit(fixture('rgb16.png'), 'a.png', { bytes: 10_000 });
    await expect(opening).rejects.toMatchObject({ code: 'intake.too-large', status: 413 });
  });

  test('messages name the file and speak both languages', async () => {
    const error = await openExhibit(Buffer.from('just some plain text here'), '/tmp/说明.jpg').catch(
      (e) => e,
    );
    expect(error.code).toBe('intake.unsupported-type');
    expect(error.text.en).toContain('plain text');
    expect(error.text.zh).toContain('说明.jpg');
    expect(error.text.zh).not.toContain('/tmp');
  });

  test('when it was received is kept', async () => {
    const receivedAt = new Date('2024-05-01T00:00:00Z');
    const exhibit = await openExhibit(fixture('baseline.jpg'), 'a.jpg', { receivedAt });
    expect(exhibit.facts.receivedAt).toBe('2024-05-01T00:00:00.000Z');
  });
});
