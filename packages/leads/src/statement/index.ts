export { isSealedBy, payloadOf, preAuthentication, readEnvelope, seal } from './dsse.ts';
export {
  type LeadPredicate,
  PAYLOAD_TYPE,
  readStatement,
  type Statement,
  statementBytes,
} from './statement.ts';
