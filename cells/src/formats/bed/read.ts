// A BED file as a table: the columns of the standard as far as they fit what stands in them, then those of the file itself, under
// the names that a line with # gives them, or by their numbers.

import type { Read } from "../../contract/format.ts";
import { bedShape } from "../parts/intervals/bed-shape.ts";
import { buildInRemarks } from "../parts/intervals/build-of-rows.ts";
import {
  chromosomeColumn,
  endColumn,
  type LaidColumn,
  startColumn,
  strandColumn,
  textCells,
  wholeCells,
} from "../parts/intervals/laid-out.ts";
import { headOf, kindOfBedLine, readPlaces } from "../parts/intervals/read-places.ts";

/** BEDv1 1.4, Table 2. */
const standard: readonly LaidColumn[] = [
  chromosomeColumn(),
  startColumn(0),
  endColumn(),
  textCells("name"),
  // 0 to 1000 by the standard; programs write any number.
  { name: "score", type: "any", dots: true, more: { semantic: "score" } },
  strandColumn(),
  wholeCells("thick_start"),
  wholeCells("thick_end"),
  textCells("item_rgb"),
  wholeCells("block_count"),
  textCells("block_sizes"),
  textCells("block_starts"),
];

/** Names of columns in lines with #, without their case and marks. */
const spelled: { readonly [name: string]: string } = {
  name: "name",
  score: "score",
  strand: "strand",
  thickstart: "thick_start",
  thickend: "thick_end",
  itemrgb: "item_rgb",
  rgb: "item_rgb",
  blockcount: "block_count",
  blocksizes: "block_sizes",
  blockstarts: "block_starts",
};

export const read: Read = async (task) => {
  const shape = bedShape(await headOf(task));
  const names = shape?.names ?? [];
  const fitting = standard.slice(0, Math.max(3, shape?.standard ?? 12));
  // A column that the file calls otherwise is another one.
  const differs = fitting.findIndex(({ name }, at) => at >= 3 && names[at] !== undefined && plain(names[at]) !== name);
  const columns = differs < 0 ? fitting : fitting.slice(0, differs);
  let isFirst = shape?.hasNamesRow === true;
  return readPlaces(task, {
    format: "BED",
    columns,
    least: 3,
    separator: shape?.separator ?? "tab",
    further: "columns",
    names,
    kindOf: (bytes, start, end) => {
      const kind = kindOfBedLine(bytes, start, end);
      if (kind !== "place" || !isFirst) return kind;
      isFirst = false;
      return "keep";
    },
    buildSaid: buildInRemarks,
  });
};

const plain = (name: string): string | undefined => spelled[name.toLowerCase().replace(/[^a-z]/g, "")];
