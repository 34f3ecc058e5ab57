/** A rectangle in PDF points, origin at the page's top left as shown (after the page's own rotation). */
export interface PointRegion {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a page draws, in drawing order (`order` counts all objects, those inside form XObjects too). */
export interface PdfDrawing {
  readonly images: readonly {
    readonly region: PointRegion;
    readonly pixelWidth: number;
    readonly pixelHeight: number;
    /** Nothing under it shows through; absent on pages with more images than are looked at. */
    readonly opaque?: boolean;
    readonly order: number;
  }[];
  /** Neighbouring text of one font, size and baseline is one run. Invisible text (OCR layers) is left out. */
  readonly textRuns: readonly {
    readonly region: PointRegion;
    readonly font: string;
    /** Effective size in points. */
    readonly size: number;
    readonly characters: number;
    /** How many of them are digits, and Chinese characters. */
    readonly digits: number;
    readonly ideographs: number;
    readonly order: number;
  }[];
  /** Opaque, filled, axis-aligned rectangles. */
  readonly fills: readonly {
    readonly region: PointRegion;
    readonly order: number;
    readonly white: boolean;
  }[];
  /** Other visible objects: strokes, curves, shadings. */
  readonly otherObjects: number;
  /** The page has more objects than are looked at; what is listed comes first. */
  readonly truncated: boolean;
}

export interface PdfRenderOptions {
  /** Pixels per inch; default 150. Less where the page would be more than `maxPixels`. */
  readonly dpi?: number;
  /** Default 9,000,000. */
  readonly maxPixels?: number;
}
