// Texts of a workbook that are put together of pieces: a plain one and runs with formats of their own behind it
// (ECMA-376 part 1, 18.4.8, si; 18.3.1.53, is). The spreadsheet library reads the plain one alone, so these are read here.

import { cellsOfSheet } from "./cells-of-sheet.ts";
import { unescaped } from "./sheet-xml.ts";

/** The whole text of an item, where it is a plain piece with more behind it; null where the library reads it right. */
export function textOfPieces(item: string): string | null {
  if (!plainWithMore.test(item)) return null;
  // How a text is pronounced is no part of it.
  const spoken = item.replace(/<(?:\w+:)?rPh\b[^>]*?(?:\/>|>[\s\S]*?<\/(?:\w+:)?rPh>)/g, "");
  const pieces = [...spoken.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g)];
  return pieces.map(([, piece]) => piecesText(piece as string)).join("");
}

const plainWithMore = /^\s*<(?:\w+:)?t(?:\s[^>]*)?(?:\/>|>[^<]*<\/(?:\w+:)?t>)[\s\S]*<(?:\w+:)?(?:t|r)[\s>]/;

/** Characters that XML cannot hold are written _x000D_ (18.18.96, ST_Xstring). */
const piecesText = (piece: string): string =>
  unescaped(piece.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, inside: string) => inside.replaceAll("&", "&amp;"))).replace(
    /_x([\da-f]{4})_/gi,
    (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)),
  );

export interface PlacedText {
  /** From 0. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** Such texts that stand in the cells of a sheet themselves, and not in the workbook's list of texts. */
export function inlinePieces(sheet: string): readonly PlacedText[] {
  if (!sheet.includes("inlineStr")) return [];
  const found: PlacedText[] = [];
  for (const { row, column, attributes, content } of cellsOfSheet(sheet)) {
    if (!/\st\s*=\s*["']inlineStr["']/.test(attributes)) continue;
    const item = /^\s*<(?:\w+:)?is(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?is>/.exec(content())?.[1];
    const text = item === undefined ? null : textOfPieces(item);
    if (text !== null) found.push({ row, column, text });
  }
  return found;
}
