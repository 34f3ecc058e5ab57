export * from './codes/index.ts';
export * from './document.ts';
export { errors } from './errors.ts';
export { type LabelledFile, parseManifest } from './manifest.ts';
export * from './metrics.ts';
export * from './papers/index.ts';
export * from './seals/index.ts';
export * from './templates/index.ts';
export * from './typography/index.ts';
