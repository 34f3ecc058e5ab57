export { type DecodeOptions, decodeImage, imagePageCount } from './decode/index.ts';
export { errors as rasterErrors } from './errors.ts';
export { blockDct, idctBlock } from './jpeg/dct.ts';
export { decodeJpeg } from './jpeg/decode.ts';
export { jpegLuma } from './jpeg/luma.ts';
export { readJpeg } from './jpeg/reader.ts';
export type { JpegComponent, JpegImage } from './jpeg/types.ts';
export { NATURAL_FROM_ZIGZAG, ZIGZAG_FROM_NATURAL } from './jpeg/zigzag.ts';
export { assertSize, DEFAULT_LIMITS, type ImageLimits } from './limits.ts';
export { createMask, maskFromCells } from './mask/mask.ts';
export { closing, dilate, erode, opening } from './mask/morphology.ts';
export { decodeMask, encodePng, heatmapPng } from './mask/png.ts';
export { type ConnectedRegion, connectedRegions, type LabelledMap, regionInPixels } from './mask/regions.ts';
export { maskWhere } from './mask/where.ts';
export * from './ofd/index.ts';
export * from './page.ts';
export {
  openPdf,
  type PdfDocument,
  type PdfDrawing,
  type PdfRenderOptions,
  type PointRegion,
} from './pdf/index.ts';
export { drawPicture, encodeRgbaPng, pictureFormat, type RgbaImage } from './picture/draw.ts';
export * from './plane.ts';
export { cropPng, renderPreview } from './preview.ts';
export { fitWithin, type ResampleKernel, type RgbImage, resizePlane, resizeRgb } from './resample.ts';
