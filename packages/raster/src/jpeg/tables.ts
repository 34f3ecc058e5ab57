import { errors } from '../errors.ts';
import { buildHuffmanDecoder, type HuffmanDecoder } from './huffman.ts';
import { corrupt, type HuffmanSpecification, type QuantizationTable } from './segments.ts';

/** Tables that one file may transmit; real ones stay below a hundred. */
const MAX_TABLES = 10_000;

/** Quantisation and Huffman tables as transmitted, and which of them are in force. */
export class JpegTables {
  readonly huffman: HuffmanSpecification[] = [];
  readonly quantization: QuantizationTable[] = [];
  private readonly huffmanInForce = new Map<number, HuffmanSpecification>();
  private readonly quantizationInForce = new Map<number, QuantizationTable>();
  private readonly decoders = new Map<HuffmanSpecification, HuffmanDecoder>();

  define(tables: {
    huffman?: readonly HuffmanSpecification[];
    quantization?: readonly QuantizationTable[];
  }): void {
    for (const table of tables.huffman ?? []) {
      this.huffman.push(table);
      this.huffmanInForce.set(table.class * 4 + table.id, table);
    }
    for (const table of tables.quantization ?? []) {
      this.quantization.push(table);
      this.quantizationInForce.set(table.id, table);
    }
    if (this.huffman.length > MAX_TABLES || this.quantization.length > MAX_TABLES) {
      throw errors('image.too-complex', { detail: `> ${MAX_TABLES} DHT/DQT` });
    }
  }

  quantizationTable(id: number): QuantizationTable {
    const table = this.quantizationInForce.get(id);
    if (table === undefined) throw corrupt('DQT');
    return table;
  }

  /** @param kind 0 = DC, 1 = AC */
  decoder(kind: 0 | 1, id: number): HuffmanDecoder {
    const table = this.huffmanInForce.get(kind * 4 + id);
    if (table === undefined) throw corrupt('DHT');
    let decoder = this.decoders.get(table) ?? null;
    if (decoder === null) {
      decoder = buildHuffmanDecoder(table.counts, table.symbols);
      if (decoder === null) throw corrupt('DHT');
      this.decoders.set(table, decoder);
    }
    return decoder;
  }
}
