// A figure at the size of a page: the columns of journals, with letters of 7 points, whatever the figure. Pure; used by the screen
// and by the command line.

import type { Figure } from "../artifacts/artifact.ts";
import { figureHeight } from "./figure-height.ts";

/** Widths of one and of two columns, in millimetres: Nature's, which others lie within 4 mm of (85–90, 174–183). */
export const columnWidths = [89, 183] as const;
/** Of photographs and of lines. */
export const resolutions = [300, 600] as const;

/** A printed page holds no more. */
const mostHeight = 247;
const millimetresOfInch = 25.4;
/** Letters of 12 pixels, which labels of axes have, become 7 points; a title of 14 a little more than 8. */
const pointsOfPixel = 7 / 12;

export interface PrintSize {
  /** Pixels in which it is laid out. */
  readonly width: number;
  readonly height: number;
  /** Millimetres on paper. */
  readonly paper: { readonly width: number; readonly height: number };
  /** Pixels of an image for each pixel of the layout. */
  readonly scale: number;
}

/** Null: as it is on the screen. */
export interface Paper {
  /** Millimetres. */
  readonly width: number;
  /** Dots per inch of images, and of what is drawn as an image within a file of lines. */
  readonly dpi: number;
}

const pixelsOf = (millimetres: number): number => ((millimetres / millimetresOfInch) * 72) / pointsOfPixel;

export function printSize(figure: Figure, { width: wide, dpi }: Paper): PrintSize {
  const width = Math.round(pixelsOf(wide));
  const height = Math.min(Math.round(pixelsOf(mostHeight)), figureHeight(figure, width));
  return {
    width,
    height,
    paper: { width: wide, height: Number(((wide * height) / width).toFixed(2)) },
    scale: ((wide / millimetresOfInch) * dpi) / width,
  };
}

/** As on the screen: 900 × 540, an image of twice as many. */
export const screenSize = { width: 900, height: 540, scale: 2 } as const;

/** The size of a drawing in millimetres, its coordinates as they are. */
export function svgOnPaper(svg: string, { width, height, paper }: Pick<PrintSize, "width" | "height" | "paper">): string {
  return svg.replace(/<svg\b[^>]*>/, (head) => {
    const bare = head.replace(/\s(?:width|height|viewBox)="[^"]*"/g, "").replace(/\sstyle="[^"]*"/, "");
    return bare.replace(/>$/, ` width="${paper.width}mm" height="${paper.height}mm" viewBox="0 0 ${width} ${height}">`);
  });
}

/** An image that says how large it is on paper: PNG 1.2, 11.3.5.3 pHYs, pixels a metre. */
export function pngOnPaper(png: Uint8Array, dpi: number): Uint8Array {
  const afterHeader = 33;
  const chunk = new Uint8Array(21);
  const view = new DataView(chunk.buffer);
  const perMetre = Math.round(dpi / (millimetresOfInch / 1000));
  view.setUint32(0, 9);
  chunk.set(new TextEncoder().encode("pHYs"), 4);
  view.setUint32(8, perMetre);
  view.setUint32(12, perMetre);
  chunk[16] = 1;
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  const out = new Uint8Array(png.length + chunk.length);
  out.set(png.subarray(0, afterHeader));
  out.set(chunk, afterHeader);
  out.set(png.subarray(afterHeader), afterHeader + chunk.length);
  return out;
}

/** PNG 1.2, annex D. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Up to so many points are lines of the file, which stay sharp; more are an image within it. */
const mostDrawnPoints = 5_000;

/** A figure for a file of lines: points that the screen draws by the graphics card are drawn as all else where they are few. */
export function asLines(figure: Figure): Figure {
  if (figure.marks > mostDrawnPoints) return figure;
  return {
    ...figure,
    data: figure.data.map((trace) => (trace["type"] === "scattergl" ? { ...trace, type: "scatter" } : trace)),
  };
}
