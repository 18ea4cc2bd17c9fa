// Recognition of one format of BED's family.

import type { FileHead, Sniffed } from "../../../contract/format.ts";
import type { MessageKey } from "../../../base/failure.ts";
import { type BedFormat, bedShape } from "./bed-shape.ts";

/** `why`: by its columns, and by a track line that says so. */
export function sniffBed(
  head: FileHead,
  format: BedFormat,
  why: { readonly columns: MessageKey; readonly said: MessageKey },
): Sniffed | null {
  const shape = bedShape(head);
  if (!shape) return null;
  // What it is not taken for it may still be read as: a graph as intervals.
  if (shape.format !== format) return { confidence: 0, why: why.columns };
  return { confidence: 0.95, why: shape.isSaid ? why.said : why.columns };
}
