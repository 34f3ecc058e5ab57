export type { Problem, ProblemCode } from './problems.ts';
export { type VerifiedPackage, type VerifyOptions, verifyPackage } from './verify.ts';
