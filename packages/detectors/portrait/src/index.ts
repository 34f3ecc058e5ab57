export { compareFaces, comparePortraits, distanceOf, PUBLISHED_THRESHOLD, samePerson } from './compare.ts';
export { describeFace } from './describe.ts';
export { errors } from './errors.ts';
export { findFaces } from './faces/find.ts';
export { type FaceNetwork, type FaceNetworks, type OpenFacesOptions, openFaces } from './open.ts';
export type * from './types.ts';
