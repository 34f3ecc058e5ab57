/** One colour component's quantised DCT coefficients (ITU-T T.81). */
export interface JpegComponent {
  readonly id: number;
  /** Sampling factors H and V. */
  readonly horizontal: number;
  readonly vertical: number;
  /** Blocks a row and a column as stored, padding blocks included. */
  readonly blocksWide: number;
  readonly blocksHigh: number;
  /** Quantisation table, 64 steps in natural (row-major: index = 8·v + u) order. */
  readonly quantization: Uint16Array;
  /** Quantised levels, block after block row-major, 64 a block in natural order. */
  readonly coefficients: Int16Array;
}

export interface JpegImage {
  readonly width: number;
  readonly height: number;
  readonly progressive: boolean;
  readonly components: readonly JpegComponent[];
  /** MCUs between restart markers; 0 = none. */
  readonly restartInterval: number;
  readonly colourTransform: 'ycbcr' | 'rgb' | 'grey' | 'cmyk' | 'ycck';
  /** Markers in file order, `APP1`, `DQT`, `SOF2` …, with payload length: part of the encoder's signature. */
  readonly markers: readonly { readonly name: string; readonly length: number }[];
  /** Huffman tables as transmitted: class 0 = DC, 1 = AC. */
  readonly huffmanTables: readonly {
    readonly class: 0 | 1;
    readonly id: number;
    readonly counts: Uint8Array;
    readonly symbols: Uint8Array;
  }[];
  /** Quantisation tables as transmitted, natural order. */
  readonly quantizationTables: readonly {
    readonly id: number;
    readonly precision: 8 | 16;
    readonly values: Uint16Array;
  }[];
  /** Density in pixels per inch where JFIF, or else Exif, states it. */
  readonly dpi: number | null;
  /** Entropy-coded data ended early or was damaged; what could be read is there. */
  readonly truncated: boolean;
}
