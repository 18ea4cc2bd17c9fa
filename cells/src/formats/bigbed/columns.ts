// How the fields of a bigBed are called, and what is in them: numbers where all of them are.

import type { Column } from "../../artifacts/artifact.ts";
import { integerColumn, numberColumn, textColumn } from "../../artifacts/table.ts";

/** As the standard of BED calls them (samtools/hts-specs BEDv1), behind the first three. */
const namesOfBed = ["name", "score", "strand", "thickStart", "thickEnd", "itemRgb", "blockCount", "blockSizes", "blockStarts"];

/** Of the fields behind the first three, each once. A file says them in lines: `string name; "Name of gene"`. */
export function namesInAutoSql(autoSql: string, width: number): readonly string[] {
  const said = [...autoSql.matchAll(/^\s*[a-z]\w*(?:\[\w+\])?\s+(\w+)\s*;/gm)].map(([, name = ""]) => name).slice(3);
  const taken = new Set(["chromosome", "start", "end"]);
  return Array.from({ length: width }, (_, at) => {
    const wanted = said[at] ?? namesOfBed[at] ?? `field ${at + 4}`;
    let name = wanted;
    for (let nth = 2; taken.has(name); nth++) name = `${wanted}_${nth}`;
    taken.add(name);
    return name;
  });
}

const isNumber = /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

export function fieldColumn(name: string, values: readonly (string | null)[]): Column {
  const present = values.filter((value) => value !== null);
  if (name === "strand") return textColumn(name, values, { semantic: "strand" });
  if (present.length === 0 || !present.every((value) => isNumber.test(value))) return textColumn(name, values);
  const numbers = values.map((value) => (value === null ? null : Number(value)));
  const isWhole = numbers.every((value) => value === null || (Number.isInteger(value) && Math.abs(value) < 2 ** 31));
  const more = name === "score" ? ({ semantic: "score" } as const) : {};
  return isWhole ? integerColumn(name, numbers, more) : numberColumn(name, numbers, more);
}
