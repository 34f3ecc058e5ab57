export { drawDesign, drawKind, drawSpec, redraw } from './design.ts';
export { drawSeal } from './draw/seal.ts';
export {
  type ImprintCrop,
  type ImprintSetOptions,
  makeImprintSet,
  TWIN_SORTS,
  type TwinSort,
} from './imprints.ts';
export { type MadeSeal, type MakeRequest, makeSeal, type Spot } from './makers/make.ts';
export { sealOfPicture } from './makers/picture.ts';
export { type Background, background as sealBackground, type RealPage } from './page/background.ts';
export { SEAL_CAPTURES, type SealCapture } from './page/camera.ts';
export { makeSealPage, type SealPage, type SealPageRequest } from './page/make.ts';
export { planSealPages, type SealSetOptions } from './page/plan.ts';
export { PURPOSES, SEAL_KINDS, SEAL_SIZES, type SealKind } from './standards.ts';
export * from './types.ts';
export { drawNearWords, drawWords } from './wording.ts';
