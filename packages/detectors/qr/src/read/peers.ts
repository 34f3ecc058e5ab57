import type { ReadCode, ReadCodes } from '../types.ts';
import { grayOf } from './gray.ts';
import type { ReaderFiles } from './open.ts';
import { codeOf, codeOfText } from './reading.ts';
import { fitted, onOriginal } from './resize.ts';
import { openWeChat } from './wechat.ts';
import { FIRST_CALL, openZXing } from './zxing.ts';

/** Both readers that ours is built on, each by itself and in its best single call: what ours is measured against. */
export async function openPeers(files: ReaderFiles): Promise<{ zxing: ReadCodes; weChat: ReadCodes }> {
  const zxing = await openZXing(files.zxing);
  const weChat = await openWeChat(await files.weChat());
  return {
    zxing: async (image) => {
      const symbols = await zxing(grayOf(image), FIRST_CALL);
      return symbols.filter(({ valid }) => valid).map((symbol) => codeOf(symbol, symbol.corners));
    },
    weChat: async (image): Promise<ReadCode[]> => {
      const level = fitted({ image: grayOf(image), scale: 1 }, 1200);
      return weChat(level.image).map(({ text, corners }) => codeOfText(text, onOriginal(corners, level)));
    },
  };
}
