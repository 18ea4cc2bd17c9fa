// A file of chromosome bands as a table.

import type { Read } from "../../contract/format.ts";
import { bedShape } from "../parts/intervals/bed-shape.ts";
import { buildInRemarks } from "../parts/intervals/build-of-rows.ts";
import { chromosomeColumn, endColumn, startColumn, textCells, type LaidColumn } from "../parts/intervals/laid-out.ts";
import { headOf, kindOfBedLine, readPlaces } from "../parts/intervals/read-places.ts";

const columns: readonly LaidColumn[] = [
  chromosomeColumn(),
  startColumn(0),
  endColumn(),
  textCells("band"),
  textCells("stain", { semantic: "category" }),
];

export const read: Read = async (task) =>
  readPlaces(task, {
    format: "cytoBand",
    columns,
    least: 5,
    separator: bedShape(await headOf(task))?.separator ?? "tab",
    further: "none",
    kindOf: kindOfBedLine,
    buildSaid: buildInRemarks,
  });
