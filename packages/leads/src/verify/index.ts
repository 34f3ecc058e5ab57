export type { Problem, ProblemCode } from './problems.ts';
export type { VerifyOptions } from './types.ts';
export { type VerifiedPackage, verifyPackage } from './verify.ts';
