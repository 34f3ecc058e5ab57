import type { Region } from './schemas/region.ts';

/** What a file says of itself, read by intake, judged by detectors. */
export interface FileFacts {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  /** When the file was handed in, ISO 8601; absent where nobody knows. Dates in the file cannot be later. */
  readonly receivedAt?: string;
  readonly image: ImageFacts | null;
  readonly pdf: PdfFacts | null;
}

export interface ImageFacts {
  readonly format: 'jpeg' | 'png' | 'webp' | 'tiff' | 'bmp' | 'gif' | 'avif' | 'heic';
  /** EXIF/XMP/PNG text by their standard names (`Make`, `Model`, `Software`, `DateTimeOriginal`, `ModifyDate` …). */
  readonly metadata: Readonly<Record<string, string | number>>;
  /** Size in pixels by the file's own frame or header; absent where the format's header is not read. */
  readonly size?: { readonly width: number; readonly height: number };
  /** EXIF orientation 1–8; pages are decoded as stored, not turned. */
  readonly orientation: number;
  /** The embedded thumbnail's bytes (JPEG), if any. */
  readonly thumbnail: Uint8Array | null;
  /** The thumbnail decoded: interleaved 8-bit RGB; null or absent where there is none that decodes. */
  readonly thumbnailImage?: {
    readonly width: number;
    readonly height: number;
    readonly rgb: Uint8Array;
  } | null;
}

export interface PdfFacts {
  readonly version: string;
  readonly producer: string | null;
  readonly creator: string | null;
  readonly createdAt: string | null;
  readonly modifiedAt: string | null;
  /** XMP `xmpMM:History` and the like, oldest first. */
  readonly history: readonly { readonly action: string; readonly agent: string; readonly when: string }[];
  /** One entry a revision (incremental update), oldest first; the first is the original file. */
  readonly revisions: readonly {
    readonly endOffset: number;
    /** Object numbers that the revision writes. */
    readonly objects: readonly number[];
    /** 1-based pages whose content (not only annotations or form fields) the revision changes. */
    readonly contentPages: readonly number[];
    readonly signature: boolean;
    /** Where those pages look different from before, in points as PdfPageFacts; a page that is new has no region. */
    readonly changes?: readonly {
      readonly page: number;
      readonly region: Region | null;
      /** Something that was there is gone or other; false where things were only added to blank paper. */
      readonly replaced: boolean;
    }[];
  }[];
  readonly encrypted: boolean;
  readonly pages: readonly PdfPageFacts[];
}

/** Regions are in PDF points with the origin at the page's top left, after the page's own rotation. */
export interface PdfPageFacts {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly images: readonly {
    readonly region: Region;
    readonly pixelWidth: number;
    readonly pixelHeight: number;
    /** Nothing under it shows through; absent where that was not looked at. */
    readonly opaque?: boolean;
    /** Position in drawing order on the page. */
    readonly order: number;
  }[];
  readonly textRuns: readonly {
    readonly region: Region;
    readonly font: string;
    readonly size: number;
    readonly characters: number;
    /** How many of them are digits, and Chinese characters. */
    readonly digits?: number;
    readonly ideographs?: number;
    readonly order: number;
  }[];
  /** Opaque filled rectangles. */
  readonly fills: readonly { readonly region: Region; readonly order: number; readonly white: boolean }[];
}
