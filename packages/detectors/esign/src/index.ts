export { type TrustStore, trustStoreFrom } from './certificates/trust.ts';
export { errors } from './errors.ts';
