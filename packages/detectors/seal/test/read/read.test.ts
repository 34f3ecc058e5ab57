import { fileURLToPath } from 'node:url';
import { openRecogniser, type StripRecogniser } from '@jianzhen/detector-papers';
import { beforeAll, describe, expect, it } from 'vitest';
import { pageSeal, type Recognise, readSeal, readSeals, type SealReader } from '../../src/index.ts';
import { drawnSeal } from '../drawn.ts';
import { readerOf } from '../network.ts';

const network = new URL('../../../../../models/seal/reader.onnx', import.meta.url);

describe('seals as read', { timeout: 120_000 }, () => {
  let recognise: StripRecogniser;
  let reader: SealReader;
  beforeAll(async () => {
    recognise = await openRecogniser({ network: fileURLToPath(network) });
    reader = await readerOf(recognise);
  });

  it('say their title, code and centre, whichever way they stand', async () => {
    for (const turn of [0, 140]) {
      const { image, seal } = drawnSeal(
        { title: '临江恒源商贸有限公司', star: true, code: '4101020012345' },
        { rx: 160, turn },
      );
      const text = await readSeal(pageSeal(image, seal), reader);
      expect(text).toMatchObject({ title: '临江恒源商贸有限公司', code: '4101020012345', centre: 'star' });
      expect(text.titleConfidence).toBeGreaterThan(0.8);
      expect(text.numberConfidence).toBeGreaterThan(0.5);
      expect(Math.abs(text.turn - turn)).toBeLessThan(2);
    }
  });

  it('say the line below, and the number across an ellipse', async () => {
    const { image, seal } = drawnSeal(
      { title: '白石县佳禾建材有限公司', subtitle: '发票专用章', taxNumber: '91350100M000100Y43' },
      { rx: 200, ry: 150, turn: -8, print: false },
    );
    const text = await readSeal(pageSeal(image, seal), reader);
    expect(text).toMatchObject({
      title: '白石县佳禾建材有限公司',
      subtitle: '发票专用章',
      taxNumber: '91350100M000100Y43',
      code: null,
    });
    expect(text.numberConfidence).toBeGreaterThan(0.5);
  });

  it('have a line whose ends were cut off read wider', async () => {
    const { image, seal } = drawnSeal(
      { title: '白石县佳禾建材有限公司', subtitle: '发票专用章' },
      { rx: 160, print: false },
    );
    const said = (text: string, confidence: number) => ({
      text,
      confidences: [...text].map(() => confidence),
    });
    let call = 0;
    const says: Recognise = async (strips) => {
      call++;
      if (call === 1) return [said('白石县佳禾建材有限公司', 1), said('票专用', 1)];
      return strips.map(() => said('乡发票专用章乡', 0.6));
    };
    const text = await readSeal(pageSeal(image, seal), { ...reader, recognise: says });
    expect(text).toMatchObject({ subtitle: '发票专用章' });
  });

  it('have a title whose beginning was cut off read wider, and keep it where the wider look is not sure', async () => {
    const { image, seal } = drawnSeal({ title: '白石县佳禾建材有限公司' }, { rx: 160, print: false });
    const said = (text: string, confidences: readonly number[]) => ({ text, confidences });
    const sure = (text: string) =>
      said(
        text,
        [...text].map(() => 1),
      );
    const read = async (first: string, wider: ReturnType<typeof said>) => {
      let call = 0;
      const says: Recognise = async (strips) =>
        strips.map((_, i) => (call++ === 0 ? sure(first) : i === 0 ? wider : sure('')));
      const { title } = await readSeal(pageSeal(image, seal), { ...reader, recognise: says });
      return title;
    };
    const whole = '白石县佳禾建材有限公司';
    const doubtful = [0.4, ...Array.from({ length: 10 }, () => 1)];
    expect(await read('石县佳禾建材有限公司', sure(whole))).toBe(whole);
    expect(await read('石县佳禾建材有限公司', said(whole, doubtful))).toBe('石县佳禾建材有限公司');
    // One that begins as names do is not looked at again.
    expect(await read('青石县佳禾建材有限公司', sure(`乡${whole}`))).toBe('青石县佳禾建材有限公司');
  });

  it('have an ellipse’s lower line read at its usual place where no ink tells of one, if it is one that seals have', async () => {
    const { image, seal } = drawnSeal(
      { title: '白石县佳禾建材有限公司' },
      { rx: 160, ry: 112, print: false },
    );
    const sure = (text: string) => ({ text, confidences: [...text].map(() => 1) });
    const read = async (below: string) => {
      let call = 0;
      const says: Recognise = async (strips) => {
        call++;
        return strips.map(() => sure(call === 1 ? '白石县佳禾建材有限公司' : below));
      };
      return readSeal(pageSeal(image, seal), { ...reader, recognise: says });
    };
    expect(await read('财务专用章')).toMatchObject({
      title: '白石县佳禾建材有限公司',
      subtitle: '财务专用章',
    });
    expect(await read('上述款项')).toMatchObject({ title: '白石县佳禾建材有限公司', subtitle: null });
  });

  it('are read in two calls at most, and say nothing where they lie beyond the page', async () => {
    const { image, seal } = drawnSeal({ title: '白石县民政局' });
    let calls = 0;
    const counted: StripRecogniser = (strips) => {
      calls++;
      return recognise(strips);
    };
    const beyond = { ...seal, ellipse: { ...seal.ellipse, cx: -4000 } };
    const [first, second] = await readSeals([pageSeal(image, seal), pageSeal(image, beyond)], {
      ...reader,
      recognise: counted,
    });
    expect(first!.title).toBe('白石县民政局');
    expect(second!.title).toBeNull();
    expect(calls).toBeLessThanOrEqual(2);
  });
});
