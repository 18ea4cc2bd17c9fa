// A bedMethyl file as a table of sites with their coverage and percent of modified bases.

import type { Read } from "../../contract/format.ts";
import { bedShape } from "../parts/intervals/bed-shape.ts";
import { buildInRemarks } from "../parts/intervals/build-of-rows.ts";
import {
  chromosomeColumn,
  endColumn,
  type LaidColumn,
  numberCells,
  startColumn,
  strandColumn,
  textCells,
  wholeCells,
} from "../parts/intervals/laid-out.ts";
import { headOf, kindOfBedLine, readPlaces } from "../parts/intervals/read-places.ts";

const count = (name: string): LaidColumn => wholeCells(name, { semantic: "count" });
const columns: readonly LaidColumn[] = [
  chromosomeColumn(),
  startColumn(0),
  endColumn(),
  textCells("modification"),
  numberCells("score", { semantic: "score" }),
  strandColumn(),
  wholeCells("thick_start"),
  wholeCells("thick_end"),
  textCells("item_rgb"),
  count("coverage"),
  numberCells("percent_modified", { semantic: "percent", unit: "%" }),
];
/** Of modkit. */
const counts = ["modified", "canonical", "other_modified", "deleted", "failed", "different", "no_call"].map(count);

export const read: Read = async (task) => {
  const shape = bedShape(await headOf(task));
  // Older modkit writes tabs between the first ten fields and blanks behind them.
  const isMixed = (shape?.rows[0]?.length ?? 0) === 10;
  return readPlaces(task, {
    format: "bedMethyl",
    columns: [...columns, ...counts],
    least: 11,
    separator: isMixed ? "blanks" : (shape?.separator ?? "tab"),
    further: "none",
    kindOf: kindOfBedLine,
    buildSaid: buildInRemarks,
  });
};
