// What a validation offers to leave out: groups of rows, and nothing by which each row stands alone.

import { expect, test } from "vitest";
import type { Column } from "../../artifacts/artifact.ts";
import { booleanColumn, integerColumn, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { columnsListed } from "../../artifacts/types/table/columns-listed.ts";
import { withSemantics } from "../../formats/parts/meanings/semantic-type.ts";
import { groupsLeftOut } from "./groups-left-out.ts";

const rows = 120;
const of = <T>(value: (row: number) => T): T[] => Array.from({ length: rows }, (_, row) => value(row));
const offered = (columns: readonly Column[], target = "diagnosis", chosen: string | null = null) =>
  groupsLeftOut(columnsListed(withSemantics(tableOf(...columns))), { target, chosen });

const columns = [
  textColumn(
    "sample",
    of((row) => `S${row}`),
  ),
  textColumn(
    "barcode",
    of((row) => `AAC${row}`),
  ),
  integerColumn(
    "entry",
    of((row) => 1000 + row),
  ),
  textColumn(
    "patient",
    of((row) => `P${row % 40}`),
  ),
  textColumn(
    "lab",
    of((row) => (row % 3 ? "Kyiv" : "Graz")),
  ),
  textColumn(
    "diagnosis",
    of((row) => (row % 2 ? "B" : "M")),
  ),
  textColumn(
    "sex",
    of((row) => (row % 5 ? "f" : "m")),
  ),
  booleanColumn(
    "smoker",
    of((row) => row % 4 === 0),
  ),
  integerColumn(
    "batch_no",
    of((row) => row % 6),
  ),
  integerColumn(
    "cells",
    of((row) => row * 37),
  ),
  numberColumn(
    "area",
    of((row) => row / 7),
  ),
  textColumn(
    "remark",
    of((row) => `seen on day ${row % 100}`),
  ),
  textColumn(
    "organism",
    of(() => "mouse"),
  ),
];

test("groups are offered, labs first; no names of rows, no number of its own for each row, not the target, not what is the same in all", () => {
  expect(offered(columns)).toEqual({ labs: ["lab"], others: ["patient", "sex", "smoker", "batch_no"] });
  expect(offered(columns, "sex").others).toContain("diagnosis");
  expect(offered(columns, "lab").labs).toEqual([]);
});

test("a name that stands in several rows (a donor) is a group, whatever it is taken to mean", () => {
  const donors = (each: number) => [
    textColumn(
      "donor",
      of((row) => `D${Math.floor(row / each)}`),
      { semantic: "identifier" },
    ),
    textColumn(
      "diagnosis",
      of((row) => (row % 2 ? "B" : "M")),
    ),
  ];
  expect(offered(donors(3)).others).toEqual(["donor"]);
  expect(offered(donors(1)).others).toEqual([]);
});

test("what is chosen already stays, that it can be seen and changed", () => {
  expect(offered(columns, "diagnosis", "cells").others).toContain("cells");
  expect(offered(columns, "diagnosis", "diagnosis").others).toContain("diagnosis");
});
