export * from './codes/index.ts';
export * from './forge/index.ts';
export * from './papers/index.ts';
export { createRandom, type Random, type Seed } from './random.ts';
export * from './retyped/index.ts';
export * from './seals/index.ts';
export * from './signed/index.ts';
export * from './templates/index.ts';
export * from './vouchers/index.ts';
