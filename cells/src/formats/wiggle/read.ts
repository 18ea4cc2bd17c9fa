// A wiggle file as a table of places with a value each, from 1, [start, end].

import type { Read } from "../../contract/format.ts";
import { buildInRemarks } from "../parts/intervals/build-of-rows.ts";
import { chromosomeColumn, endColumn, numberCells, startColumn } from "../parts/intervals/laid-out.ts";
import { kindOfBedLine, readPlaces } from "../parts/intervals/read-places.ts";
import { WiggleRows } from "./wiggle-rows.ts";

export const read: Read = (task) => {
  const format = {
    format: "wiggle",
    columns: [chromosomeColumn(), startColumn(1), endColumn(), numberCells("value", { semantic: "number" })],
    least: 4,
    separator: "tab",
    further: "none",
    kindOf: kindOfBedLine,
    buildSaid: buildInRemarks,
  } as const;
  return readPlaces(task, { ...format, rows: new WiggleRows({ ...format, fill: false }) });
};
