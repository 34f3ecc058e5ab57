// RFC 5280, 4.2.1.6: GeneralName.
import { type Asn1, MAX_DEPTH } from '../asn1/reader.ts';

/** uniformResourceIdentifier */
const URI = 6;

/** Texts of every GeneralName of the form URI at any depth within `node`. */
export function urisIn(node: Asn1, depth = 0): readonly string[] {
  if (node.isContext(URI) && !node.constructed) return [Buffer.from(node.content).toString('latin1')];
  if (!node.constructed || depth > MAX_DEPTH) return [];
  return node.children.flatMap((child) => urisIn(child, depth + 1));
}
