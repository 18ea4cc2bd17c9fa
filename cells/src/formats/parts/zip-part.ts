// Which document a zip file is, by the names of its parts. Sheets first: they may hold words and pictures.

import { contains, startsWith } from "./file-head.ts";

export function zipPart(head: Uint8Array): "ods" | "xlsx" | "docx" | "pptx" | "zip" | null {
  if (!startsWith(head, 0x50, 0x4b, 3, 4)) return null;
  if (contains(head, "mimetypeapplication/vnd.oasis.opendocument.spreadsheet")) return "ods";
  if (contains(head, "xl/")) return "xlsx";
  if (!contains(head, "[Content_Types].xml")) return "zip";
  return contains(head, "word/") ? "docx" : contains(head, "ppt/") ? "pptx" : "xlsx";
}

/** By the list of its files: one document of an office program, and no archive of files. */
export const isDocument = (names: readonly string[]): boolean =>
  names.includes("[Content_Types].xml") || names.includes("mimetype") || names.some((name) => /^(?:xl|word|ppt)\//.test(name));
