export { emptyRoot, leafHash, nodeHash } from './hash.ts';
export { createTree, type MerkleTree } from './tree.ts';
export {
  type ConsistencyClaim,
  type InclusionClaim,
  verifyConsistency,
  verifyInclusion,
} from './verify.ts';
