export * from './finding.ts';
export * from './message.ts';
export * from './region.ts';
export * from './trace.ts';
export * from './verdict.ts';
