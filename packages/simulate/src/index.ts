export * from './forge/index.ts';
export { createRandom, type Random, type Seed } from './random.ts';
