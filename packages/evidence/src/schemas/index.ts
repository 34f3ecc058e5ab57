export * from './finding.ts';
export * from './message.ts';
export * from './reading.ts';
export * from './region.ts';
export * from './seal.ts';
export * from './signature.ts';
export * from './trace.ts';
export * from './verdict.ts';
