export { errors as rasterErrors } from './errors.ts';
export { readJpeg } from './jpeg/reader.ts';
export type { JpegComponent, JpegImage } from './jpeg/types.ts';
export { NATURAL_FROM_ZIGZAG, ZIGZAG_FROM_NATURAL } from './jpeg/zigzag.ts';
export { assertSize, DEFAULT_LIMITS, type ImageLimits } from './limits.ts';
export * from './page.ts';
export * from './plane.ts';
