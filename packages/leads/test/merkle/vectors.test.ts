// Vectors of the certificate-transparency project (merkle_tree_test): eight leaves, their roots, paths and proofs.
import { describe, expect, it } from 'vitest';
import { createTree, leafHash, verifyConsistency, verifyInclusion } from '../../src/merkle/index.ts';

const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
/** Entry (from 0), size, path. */
const PATHS: readonly [number, number, readonly string[]][] = [
  [0, 1, []],
  [
    0,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    5,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
];
/** From, to, proof. */
const PROOFS: readonly [number, number, readonly string[]][] = [
  [1, 1, []],
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    2,
    5,
    [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
];

const bytes = (text: string) => Buffer.from(text, 'hex');
const hexes = (hashes: readonly Uint8Array[]) => hashes.map((hash) => Buffer.from(hash).toString('hex'));
const leaves = LEAVES.map((leaf) => leafHash(bytes(leaf)));
const tree = createTree(leaves);

describe('RFC 6962 on the vectors of certificate-transparency', () => {
  it('gives the root of every size', () => {
    expect(ROOTS.map((_, size) => Buffer.from(tree.root(size)).toString('hex'))).toEqual(ROOTS);
  });

  it.each(PATHS)('gives and takes the path of entry %i among %i', (index, size, path) => {
    expect(hexes(tree.inclusionProof(index, size))).toEqual(path);
    const claim = { index, size, leaf: leaves[index]!, proof: path.map(bytes), root: bytes(ROOTS[size]!) };
    expect(verifyInclusion(claim)).toBe(true);
    expect(verifyInclusion({ ...claim, root: bytes(ROOTS[0]!) })).toBe(false);
  });

  it.each(PROOFS)('gives and takes the proof that %i entries start %i', (from, to, proof) => {
    expect(hexes(tree.consistencyProof(from, to))).toEqual(proof);
    const claim = {
      from,
      to,
      fromRoot: bytes(ROOTS[from]!),
      toRoot: bytes(ROOTS[to]!),
      proof: proof.map(bytes),
    };
    expect(verifyConsistency(claim)).toBe(true);
    expect(verifyConsistency({ ...claim, fromRoot: bytes(ROOTS[0]!) })).toBe(false);
  });
});
