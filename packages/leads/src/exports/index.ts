export { type Cell, csv } from './csv.ts';
export { type StixFacts, stixBundle } from './stix.ts';
export { entitiesCsv, linksCsv } from './tables.ts';
