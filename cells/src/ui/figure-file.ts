// A figure as a file to take away, in the light look: an image, or lines and letters, as on the screen or at the size of a journal's
// column.

import type { Figure } from "../artifacts/artifact.ts";
import { exportFormats, type PictureFormat } from "../artifacts/export-formats.ts";
import type { Locale } from "../messages/locale.ts";
import { lightColours } from "./chart-colours.ts";
import type { PlotLibrary } from "./plot-context.ts";
import { asLines, type Paper, pngOnPaper, printSize, screenSize, svgOnPaper } from "./print-size.ts";
import { themeFigure } from "./theme-figure.ts";
import { validXml } from "./valid-xml.ts";

export interface FigureFile {
  readonly bytes: Blob;
  /** Signs that the font of a PDF lacks; mostly none. */
  readonly missing: string;
}

interface Wanted {
  readonly format: PictureFormat;
  readonly paper: Paper | null;
  readonly locale: Locale;
  readonly library: PlotLibrary;
  readonly title: string;
}

export async function figureFile(figure: Figure, { format, paper, locale, library, title }: Wanted): Promise<FigureFile> {
  const onPaper = paper && printSize(figure, paper);
  const { width, height, scale } = onPaper ?? screenSize;
  const pdf = format === "pdf" ? await library.pdf() : null;
  const themed = themeFigure(format === "png" ? figure : asLines(figure), { colours: lightColours, locale, width, height });
  const font = themed.layout["font"];
  const layout = pdf ? { ...themed.layout, font: { ...(font as object), family: pdf.family } } : themed.layout;
  const isImage = format === "png";
  const url = await library.toImage(
    { data: themed.data, layout },
    { format: isImage ? "png" : "svg", width, height, scale: isImage ? scale : 1, ratio: Math.max(2, scale) },
  );
  if (isImage) {
    const png = bytesOf(url);
    return { bytes: blobOf(paper ? pngOnPaper(png, paper.dpi) : png, format), missing: "" };
  }
  const svg = validXml(decodeURIComponent(url.slice(url.indexOf(",") + 1)));
  if (pdf) {
    const points = onPaper ? pointsOfMillimetre : null;
    const page = points && onPaper ? { width: onPaper.paper.width * points, height: onPaper.paper.height * points } : screenPage;
    return pdf.write(svg, { ...page, title });
  }
  return { bytes: blobOf(onPaper ? svgOnPaper(svg, onPaper) : svg, format), missing: "" };
}

const pointsOfMillimetre = 72 / 25.4;
/** 96 pixels an inch. */
const screenPage = { width: screenSize.width * 0.75, height: screenSize.height * 0.75 };

const blobOf = (content: Uint8Array | string, format: PictureFormat): Blob =>
  new Blob([typeof content === "string" ? content : new Uint8Array(content)], { type: exportFormats[format].mime });

const bytesOf = (url: string): Uint8Array =>
  Uint8Array.from(atob(url.slice(url.indexOf(",") + 1)), (letter) => letter.charCodeAt(0));
