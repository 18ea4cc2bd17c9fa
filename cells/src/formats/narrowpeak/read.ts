// A narrowPeak file as a table of peaks.

import type { Read } from "../../contract/format.ts";
import { bedShape } from "../parts/intervals/bed-shape.ts";
import { buildInRemarks } from "../parts/intervals/build-of-rows.ts";
import {
  chromosomeColumn,
  endColumn,
  numberCells,
  startColumn,
  strandColumn,
  textCells,
  type LaidColumn,
  wholeCells,
} from "../parts/intervals/laid-out.ts";
import { headOf, kindOfBedLine, readPlaces } from "../parts/intervals/read-places.ts";

const columns: readonly LaidColumn[] = [
  chromosomeColumn(),
  startColumn(0),
  endColumn(),
  textCells("name"),
  numberCells("score", { semantic: "score" }),
  strandColumn(),
  numberCells("signal_value"),
  numberCells("neg_log10_p", {}, -1),
  numberCells("neg_log10_q", {}, -1),
  { ...wholeCells("summit_offset"), nothing: -1 },
];

export const read: Read = async (task) =>
  readPlaces(task, {
    format: "narrowPeak",
    columns,
    least: 10,
    separator: bedShape(await headOf(task))?.separator ?? "tab",
    further: "none",
    kindOf: kindOfBedLine,
    buildSaid: buildInRemarks,
  });
