export type { JpegComponent, JpegImage } from './jpeg/types.ts';
export * from './page.ts';
export * from './plane.ts';
