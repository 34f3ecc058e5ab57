import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTree, leafHash, verifyConsistency, verifyInclusion } from '../../src/merkle/index.ts';
import { leafOf, mth, rootByPath, rootsByProof } from './definition.ts';

const LOGS = 10_000;
const same = (a: Uint8Array | null | undefined, b: Uint8Array) => a != null && Buffer.from(a).equals(b);

/** A log, an entry of it, two sizes, and where to damage a proof. */
const log = fc
  .tuple(
    fc.array(fc.uint8Array({ maxLength: 12 }), { minLength: 1, maxLength: 40 }),
    fc.nat(),
    fc.nat(),
    fc.nat(),
  )
  .map(([entries, a, b, c]) => {
    const to = 1 + (a % entries.length);
    return { entries, to, from: 1 + (b % to), index: c % to, bit: c };
  });

/** The proof with one bit turned, one node taken out, and one put in: none of them may hold. */
function damaged(proof: readonly Uint8Array[], bit: number): Uint8Array[][] {
  const extra = [...proof, new Uint8Array(32)];
  if (proof.length === 0) return [extra];
  const at = bit % proof.length;
  const turned = proof.map((node, i) => {
    const copy = Uint8Array.from(node);
    if (i === at) copy[bit % 32]! ^= 1 << (bit % 8);
    return copy;
  });
  return [turned, proof.toSpliced(at, 1), extra];
}

describe(`Merkle proofs over ${LOGS} random logs, against the definition`, () => {
  it('are what the definition says, hold, and hold no longer when damaged', () => {
    fc.assert(
      fc.property(log, ({ entries, to, from, index, bit }) => {
        const tree = createTree(entries.map(leafHash));
        const [root, before] = [tree.root(to), tree.root(from)];
        expect(same(root, mth(entries.slice(0, to)))).toBe(true);

        const path = tree.inclusionProof(index, to);
        const leaf = leafOf(entries[index]!);
        expect(same(rootByPath(index, to, leaf, path), root)).toBe(true);
        const claim = { index, size: to, leaf, root };
        expect(verifyInclusion({ ...claim, proof: path })).toBe(true);
        for (const wrong of damaged(path, bit))
          expect(verifyInclusion({ ...claim, proof: wrong })).toBe(false);
        expect(verifyInclusion({ ...claim, proof: path, leaf: leafOf(Buffer.from('another')) })).toBe(false);

        const proof = tree.consistencyProof(from, to);
        const roots = rootsByProof(from, to, proof, before);
        expect(same(roots?.[0], before) && same(roots?.[1], root)).toBe(true);
        const held = { from, to, fromRoot: before, toRoot: root };
        expect(verifyConsistency({ ...held, proof })).toBe(true);
        for (const wrong of damaged(proof, bit))
          expect(verifyConsistency({ ...held, proof: wrong })).toBe(false);
      }),
      { numRuns: LOGS, seed: 6962 },
    );
  }, 60_000);

  it('accept and refuse the same claims as the definition, whatever the claim', () => {
    const node = fc.uint8Array({ minLength: 32, maxLength: 32 });
    const claim = fc.record({
      index: fc.nat(9),
      size: fc.nat(9),
      proof: fc.array(node, { maxLength: 5 }),
      leaf: node,
    });
    fc.assert(
      fc.property(claim, ({ index, size, proof, leaf }) => {
        const root = index < size ? rootByPath(index, size, leaf, proof) : null;
        expect(verifyInclusion({ index, size, leaf, proof, root: root ?? leaf })).toBe(root !== null);
      }),
      { numRuns: 2_000, seed: 9162 },
    );
  });

  it('never throw on what is out of range', () => {
    const odd = fc.oneof(fc.integer(), fc.double(), fc.constant(2 ** 40));
    fc.assert(
      fc.property(odd, odd, fc.array(fc.uint8Array({ maxLength: 40 })), (a, b, proof) => {
        const root = new Uint8Array(32);
        expect(verifyInclusion({ index: a, size: b, leaf: root, proof, root })).toBeTypeOf('boolean');
        expect(verifyConsistency({ from: a, to: b, fromRoot: root, toRoot: root, proof })).toBeTypeOf(
          'boolean',
        );
      }),
    );
    expect(() => createTree().inclusionProof(0)).toThrow(RangeError);
    expect(() => createTree().consistencyProof(1)).toThrow(RangeError);
  });
});
