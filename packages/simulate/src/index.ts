export * from './forge/index.ts';
export { createRandom, type Random, type Seed } from './random.ts';
export * from './vouchers/index.ts';
