// Features of several views for a list; the numbers of joins by time are pandas' (point-in-time.test.ts).

import { describe, expect, test } from "vitest";
import { digestOfArtifact } from "../artifacts/digest-of-artifact.ts";
import { booleanColumn, integerColumn, numberColumn, tableOf, textColumn } from "../artifacts/table.ts";
import type { Table } from "../artifacts/artifact.ts";
import { FailureError } from "../base/failure.ts";
import { failureSentence, sentenceIn } from "../messages/catalogue.ts";
import { locales } from "../messages/locale.ts";
import { valuesOf } from "../testing/step-on-table.ts";
import { type JoinOptions, joinViews, type ListRows, type ViewRows } from "./join-views.ts";

const usual: JoinOptions = { strictly: false, tolerance: null, keep: "all" };
const view = (name: string, table: Table, more: Partial<ViewRows> = {}): ViewRows => ({
  name,
  table,
  entity: "patient",
  time: null,
  features: null,
  ...more,
});
const weights = view(
  "weights",
  tableOf(
    textColumn("patient", ["a", "a", "b", "c", "a"]),
    textColumn("day", ["2024-01-01", "2024-03-01", "2024-02-01", null, "2024-02-01"]),
    numberColumn("kg", [70, 72, 50, 99, 71], { unit: "kg" }),
  ),
  { time: "day" },
);
const genes = view(
  "genes",
  tableOf(
    textColumn("patient", ["b", "a", "x"]),
    textColumn("apoe", ["e3", "e4", "e2"]),
    booleanColumn("kg", [true, false, null]),
  ),
);
const visits: ListRows = {
  table: tableOf(
    textColumn("patient", ["a", "a", "b", "z", null, "a"]),
    textColumn("on", ["2024-02-15", "2023-12-31", "2024-02-01", "2024-02-01", "2024-02-01", null]),
  ),
  entity: "patient",
  time: "on",
};

function refused(...given: Parameters<typeof joinViews>): string {
  try {
    joinViews(...given);
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    for (const locale of locales) expect(failureSentence(error.failure, locale)).not.toMatch(/\{\w+\}|undefined|^features\./);
    expect(error.failure.at).toBeDefined();
    return failureSentence(error.failure, "en");
  }
  throw new Error("it answered");
}

test("rows and columns of the list stay; of each view stands what was known at the moment, and shared names are put behind their views", () => {
  const { table, views, doubts, ...told } = joinViews([weights, genes], visits, usual);
  expect(table.columns.map(({ name }) => name)).toEqual(["patient", "on", "weights_kg", "apoe", "genes_kg"]);
  expect(valuesOf(table, "weights_kg")).toEqual([71, null, 50, null, null, null]);
  expect(valuesOf(table, "apoe")).toEqual(["e4", "e4", "e3", null, null, "e4"]);
  expect(table.columns[2]).toMatchObject({ unit: "kg" });
  expect(told).toEqual({ rows: 6, entities: 3, found: 4 });
  expect(
    views.map(({ name, rows, entities, known, found, later, atMoment }) => [name, rows, entities, known, found, later, atMoment]),
  ).toEqual([
    ["weights", 5, 3, 3, 2, 1, 1],
    ["genes", 3, 3, 4, 4, 0, 0],
  ]);
  const said = doubts.map((doubt) => sentenceIn(doubt, "en"));
  expect(said).toEqual([
    "2 features have names that another view or the table has, too, and are called by the view: weights_kg, genes_kg.",
    "2 of 6 rows name no entity, or no moment: nothing is known of them.",
    "weights: 1 of 5 rows have no entity or no time, and are never found.",
    expect.stringMatching(/^weights: for 1 row what is of the very day was taken/),
    "genes has no times: what it says may have become known after the moment.",
  ]);
  for (const doubt of doubts) expect(sentenceIn(doubt, "ru")).not.toMatch(/\{\w+\}|undefined/);
});

test("before the moment only, not too old, and rows with something alone", () => {
  const { table } = joinViews([weights], visits, { ...usual, strictly: true });
  expect(valuesOf(table, "kg")).toEqual([71, null, null, null, null, null]);
  const { table: found, views } = joinViews([weights], visits, { strictly: false, tolerance: 13, keep: "found" });
  expect(valuesOf(found, "kg")).toEqual([50]);
  expect(views[0]).toMatchObject({ found: 1, tooOld: 1 });
  expect(valuesOf(joinViews([weights], visits, { ...usual, tolerance: 14 }).table, "kg")).toEqual([
    71,
    null,
    50,
    null,
    null,
    null,
  ]);
});

test("without a list: all entities that the views name, with what is newest", () => {
  const { table, found } = joinViews([weights, genes], null, usual);
  expect(valuesOf(table, "patient")).toEqual(["a", "b", "c", "x"]);
  expect(valuesOf(table, "weights_kg")).toEqual([72, 50, null, null]);
  expect(valuesOf(table, "apoe")).toEqual(["e4", "e3", null, "e2"]);
  expect(found).toBe(3);
  const numbered = view("n", tableOf(integerColumn("patient", [3, 1]), numberColumn("x", [1, 2])));
  expect(joinViews([numbered], null, usual).table.columns[0]).toMatchObject({ type: "int32", values: Int32Array.of(3, 1) });
});

test("chosen features stand in the order in which they were chosen, and the answer is the same again", () => {
  const wide = { ...weights, features: ["day", "kg", "day"] };
  const { table } = joinViews([wide], visits, usual);
  expect(table.columns.map(({ name }) => name)).toEqual(["patient", "on", "day", "kg"]);
  expect(digestOfArtifact(joinViews([wide], visits, usual).table)).toBe(digestOfArtifact(table));
});

test("a view twice, and a view whose prefix makes a name that is there, have names of their own", () => {
  const again = joinViews([genes, genes], null, usual);
  expect(again.table.columns.map(({ name }) => name)).toEqual([
    "patient",
    "genes_apoe",
    "genes_kg",
    "genes_apoe_2",
    "genes_kg_2",
  ]);
});

describe("what cannot be told is refused with what to do", () => {
  const numbers = (unit?: string) =>
    view("labs", tableOf(textColumn("patient", ["a"]), numberColumn("t", [1], unit ? { unit } : {}), numberColumn("x", [1])), {
      time: "t",
    });
  const byNumber: ListRows = {
    table: tableOf(textColumn("patient", ["a"]), numberColumn("t", [2], { unit: "days" })),
    entity: "patient",
    time: "t",
  };
  test.each<[string, Parameters<typeof joinViews>, RegExp]>([
    [
      "several rows and no time",
      [[{ ...weights, time: null }], visits, usual],
      /weights has several rows for 1 value of patient/,
    ],
    ["dates against numbers", [[numbers()], visits, usual], /labs: t holds numbers, and the moments are dates/],
    ["days against hours", [[numbers("hours")], byNumber, usual], /t is in hours, and the moments are in days/],
    [
      "no such column of the view",
      [[{ ...genes, entity: "patien" }], null, usual],
      /genes has no column patien\. It has: patient/,
    ],
    ["no such column of the list", [[genes], { ...visits, entity: "who" }, usual], /The table of entities has no column who/],
    [
      "features that a version has no longer",
      [[{ ...genes, features: ["apoe", "bmi", "age"] }], null, usual],
      /genes has no longer 2 columns that are chosen: bmi, age/,
    ],
    ["names for times", [[{ ...genes, time: "apoe" }], null, usual], /genes apoe: 3 of 3 values are no times/],
    ["flags for times", [[{ ...genes, time: "kg" }], null, usual], /are no times/],
  ])("%s", (_title, given, says) => {
    expect(refused(...given)).toMatch(says);
  });

  test("a column of dates is offered as the times of a view with several rows", () => {
    try {
      joinViews([{ ...weights, time: null }], null, usual);
      expect.fail("it answered");
    } catch (error) {
      expect(error instanceof FailureError && error.failure.fix).toEqual({ path: ["views", 0, "time"], value: "day" });
    }
  });

  test("no entity of the list among them is said, and so are names that are numbers elsewhere", () => {
    const numbered = view("n", tableOf(integerColumn("patient", [7]), numberColumn("x", [1])));
    const list: ListRows = { table: tableOf(textColumn("patient", ["007"])), entity: "patient", time: null };
    const { doubts } = joinViews([numbered], list, { ...usual, strictly: true });
    expect(doubts.map((doubt) => sentenceIn(doubt, "en"))).toEqual([
      expect.stringMatching(/^The entities of n are numbers here and texts there/),
      expect.stringMatching(/^n knows none of the entities/),
      expect.stringMatching(/change nothing/),
    ]);
  });
});

test("nothing on either side, names of machinery, and a list without rows", () => {
  const none = view("none", tableOf(textColumn("patient", []), numberColumn("x", [])));
  expect(joinViews([none], null, usual).table.rowCount).toBe(0);
  expect(valuesOf(joinViews([none], visits, usual).table, "x")).toEqual([null, null, null, null, null, null]);
  const odd = view("__proto__", tableOf(textColumn("patient", ["constructor", "__proto__"]), numberColumn("toString", [1, 2])));
  const list: ListRows = {
    table: tableOf(textColumn("patient", ["__proto__"]), numberColumn("toString", [0])),
    entity: "patient",
    time: null,
  };
  expect(joinViews([odd], list, usual).table.columns.map(({ name }) => name)).toEqual([
    "patient",
    "toString",
    "__proto___toString",
  ]);
  const empty = { ...visits, table: tableOf(textColumn("patient", []), textColumn("on", [])) };
  expect(joinViews([weights], empty, usual)).toMatchObject({ rows: 0, found: 0 });
});

test("a list of very many rows beside very many features is refused before memory is taken for it", () => {
  const features = Array.from({ length: 2_000 }, (_, at) => numberColumn(`f${at}`, [at]));
  const wide = view("wide", tableOf(textColumn("patient", ["a"]), ...features));
  const column = integerColumn("patient", new Int32Array(60_000));
  const list = { table: { type: "table" as const, rowCount: 60_000, columns: [column] }, entity: "patient", time: null };
  expect(refused([wide], list, usual)).toContain("Choose fewer features");
  expect(joinViews([{ ...wide, features: ["f7"] }], list, usual).table.rowCount).toBe(60_000);
});

test("entities that are written there with other spaces or in another case are said, in both languages", () => {
  const list: ListRows = { table: tableOf(textColumn("who", ["a", "B", " x", "q"])), entity: "who", time: null };
  const { table, doubts } = joinViews([genes], list, usual);
  expect(valuesOf(table, "apoe")).toEqual(["e4", null, null, null]);
  expect(doubts.map((doubt) => sentenceIn(doubt, "en"))).toEqual([
    "genes: 2 of 4 rows name an entity that is written there with other spaces or in another case, and nothing is found for them. Bring the names into order first (Clean texts).",
  ]);
  for (const doubt of doubts) expect(sentenceIn(doubt, "ru")).not.toMatch(/\{\w+\}|undefined/);
});
