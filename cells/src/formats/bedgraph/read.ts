// A bedGraph file as a table of places with a value each.

import type { Read } from "../../contract/format.ts";
import { bedShape } from "../parts/intervals/bed-shape.ts";
import { buildInRemarks } from "../parts/intervals/build-of-rows.ts";
import { chromosomeColumn, endColumn, numberCells, startColumn, type LaidColumn } from "../parts/intervals/laid-out.ts";
import { headOf, kindOfBedLine, readPlaces } from "../parts/intervals/read-places.ts";

const columns: readonly LaidColumn[] = [
  chromosomeColumn(),
  startColumn(0),
  endColumn(),
  { ...numberCells("value", { semantic: "number" }), isLenient: true },
];

export const read: Read = async (task) =>
  readPlaces(task, {
    format: "bedGraph",
    columns,
    least: 4,
    separator: bedShape(await headOf(task))?.separator ?? "tab",
    further: "none",
    kindOf: kindOfBedLine,
    buildSaid: buildInRemarks,
  });
