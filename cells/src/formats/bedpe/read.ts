// A BEDPE file as a table of two places a row. Which of the two is meant by a place of the row: the first.

import type { Read } from "../../contract/format.ts";
import { bedShape } from "../parts/intervals/bed-shape.ts";
import { buildInRemarks } from "../parts/intervals/build-of-rows.ts";
import { endColumn, type LaidColumn, startColumn, strandColumn, textCells } from "../parts/intervals/laid-out.ts";
import { headOf, kindOfBedLine, readPlaces } from "../parts/intervals/read-places.ts";

/** "." and -1: not known. */
const half = (number: 1 | 2): readonly LaidColumn[] => [
  textCells(`chromosome${number}`, { semantic: "chromosome" }),
  { ...startColumn(0, `start${number}`), nothing: -1 },
  { ...endColumn(`end${number}`, `start${number}`), nothing: -1 },
];

const named: readonly LaidColumn[] = [
  textCells("name"),
  { name: "score", type: "any", dots: true, more: { semantic: "score" } },
  strandColumn("strand1"),
  strandColumn("strand2"),
];
const places = [...half(1), ...half(2)];

export const read: Read = async (task) => {
  const shape = bedShape(await headOf(task));
  const [first = []] = shape?.rows ?? [];
  const isNamesRow = !/^-?\d+$/.test(first[1] ?? "0");
  const names = isNamesRow ? first : (shape?.names ?? []);
  const row = isNamesRow ? (shape?.rows[1] ?? []) : first;
  // Behind the places stands what bedtools has there, or what the line of names says (Juicer: a colour, observed, expected).
  const isUsual = /^[+.-]$/.test(row[8] ?? ".") && /^[+.-]$/.test(row[9] ?? ".");
  const isFirst = { is: isNamesRow };
  return readPlaces(task, {
    format: "BEDPE",
    columns: isUsual ? [...places, ...named] : places,
    least: 6,
    separator: shape?.separator ?? "tab",
    further: "columns",
    names,
    kindOf: (bytes, start, end) => {
      const kind = kindOfBedLine(bytes, start, end);
      if (kind !== "place" || !isFirst.is) return kind;
      isFirst.is = false;
      return "keep";
    },
    buildSaid: buildInRemarks,
  });
};
