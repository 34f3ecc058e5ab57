export {
  RETYPED_CAPTURES,
  type RetypedCapture,
  type RetypedPage,
  type RetypedRequest,
  retypedScan,
  retypedVoucher,
  wearHeldFaces,
} from './pages.ts';
export type { Retyped } from './retype.ts';
export { type RetypedSpec, renderedSpecs, scannedSpec } from './set.ts';
export { DEVIATIONS, type Deviation, type Wardrobe } from './style.ts';
