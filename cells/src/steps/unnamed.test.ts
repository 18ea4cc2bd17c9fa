// No step changes, or looks at, what it does not name: whatever else stands in a table, in a sample sheet or among what is said of
// features is there afterwards byte for byte, and what the step makes is the same without it.

import { describe, expect, test } from "vitest";
import type { Assay, Column, Table } from "../artifacts/artifact.ts";
import { digestOfArtifact } from "../artifacts/digest-of-artifact.ts";
import {
  booleanColumn,
  cellJson,
  columnOf,
  integerColumn,
  isMissing,
  numberColumn,
  takeColumnRows,
  textColumn,
} from "../artifacts/table.ts";
import { FailureError } from "../base/failure.ts";
import type { Json, JsonObject } from "../base/json.ts";
import { isCellRef } from "../base/refs.ts";
import { applyChain, runStep } from "../chains/run-step.ts";
import type { StepScope } from "../contract/step.ts";
import { type Random, seededRandom } from "../stats/seeded-random.ts";
import { type Step, stepOf, stepSchema } from "../steps.ts";
import { bytesAsSource } from "../testing/bytes-as-source.ts";
import { countsMatrix, otherCells, otherFiles, peopleTable } from "../testing/step-data.ts";
import { stepRuns } from "../testing/step-runs.ts";

const rowName = "unnamed row";
const inRows = (rows: number, random: Random): readonly Column[] => {
  const of = <T>(one: () => T): readonly (T | null)[] => Array.from({ length: rows }, () => (random() < 0.2 ? null : one()));
  return [
    integerColumn(
      rowName,
      Array.from({ length: rows }, (_, row) => row),
    ),
    textColumn(
      "unnamed text ☂",
      of(() => `t${Math.floor(random() * 4)}`),
    ),
    numberColumn(
      "unnamed.number",
      of(() => random() * 100),
      { unit: "kg" },
    ),
    integerColumn(
      "unnamed whole",
      of(() => Math.floor(random() * 5)),
    ),
    booleanColumn(
      "unnamed?",
      of(() => random() < 0.5),
    ),
  ];
};
const isUnnamed = ({ name }: Column): boolean => name.startsWith("unnamed");
/** Behind the first column, which names the rows of a matrix. */
function withUnnamed(table: Table, random: Random): Table {
  const columns = [...table.columns];
  for (const column of inRows(table.rowCount, random)) columns.splice(1 + Math.floor(random() * columns.length), 0, column);
  return { ...table, columns };
}
const without = (table: Table): Table => ({ ...table, columns: table.columns.filter((column) => !isUnnamed(column)) });

async function done(
  step: Step,
  data: Table | Assay,
): Promise<{ answer: Table | Assay; stayed: ArrayLike<number> | null } | null> {
  let stayed: ArrayLike<number> | null = null;
  const scope: StepScope = {
    index: 0,
    valueOf: (field) => (isCellRef(field) ? ((otherCells[field.ref] ?? null) as Json) : (field as Json)),
    input: ({ ref }) => {
      const found = otherCells[ref];
      return typeof found === "object" && found !== null && "type" in found ? (found as Table) : { type: "value", value: null };
    },
    say: () => {},
    file: ({ digest }) => bytesAsSource(otherFiles[digest] ?? new Uint8Array(0)),
    frozen: (chain, given) => applyChain(chain, given, scope),
    stay: (rows) => void (stayed = rows),
    signal: new AbortController().signal,
  };
  try {
    return { answer: await runStep(step, data, scope), stayed };
  } catch (error) {
    if (error instanceof FailureError) return null;
    throw error;
  }
}

const runs = await stepRuns();

/** Where something else is meant: all columns where none is named; rows become groups or a matrix; columns are chosen by name. */
const others: { readonly [verb: string]: "all" | "groups" | "chosen" } = {
  // Of no columns: whether anything is missing in the row, or in any column.
  "drop-missing": "all",
  // Of no columns: whole rows.
  distinct: "all",
  summarise: "groups",
  "count-by-window": "groups",
  pivot: "groups",
  "to-matrix": "groups",
  // What it does not name goes: that is what it is for.
  select: "chosen",
};
const namesNone = (options: JsonObject): boolean => !Array.isArray(options["columns"]) || options["columns"].length === 0;
const alike = (one: Column | null, other: Column, rowCount: number): void => {
  expect(one).not.toBeNull();
  const digest = (column: Column) => digestOfArtifact({ type: "table", rowCount, columns: [column] });
  expect(one && digest(one), other.name).toBe(digest(other));
};

/** Features that become one of several. */
const grouped = /^(?:collapse-probes|sum-transcripts) features$/;

describe.each([1, 2, 3])("of a table, seed %i", (seed) => {
  test.each(runs.filter(({ data }) => data === "table"))("$title", async ({ verb, options, cases }) => {
    const step = stepSchema.parse({ ...options, verb });
    const table = cases.table ?? peopleTable;
    const wide = withUnnamed(table, seededRandom(seed));
    const [plain, more] = [await done(step, table), await done(step, wide)];
    if (!plain || !more) throw new Error("it answers where the suite of the contract runs it");
    const kind = others[verb];
    if (kind === "groups" || (kind === "all" && namesNone(options))) return;
    if (plain.answer.type !== "table" || more.answer.type !== "table") throw new Error("a table was told");
    expect(digestOfArtifact(without(more.answer))).toBe(digestOfArtifact(plain.answer));
    if (kind === "chosen" && options["action"] !== "drop") return expect(without(more.answer)).toEqual(more.answer);
    // Where each row of the answer stood: a row may stand there several times, and rows of other tables stood nowhere.
    const row = columnOf(more.answer, rowName);
    if (row?.type !== "int32") throw new Error("the numbers of the rows stay whole numbers");
    // Rows that are made to balance the classes stand behind those that were there, and are of none of them.
    const isMade = stepOf(verb)?.step.balances === true;
    const first = isMade ? Math.min(table.rowCount, more.answer.rowCount) : more.answer.rowCount;
    const stood = Array.from({ length: first }, (_, at) => (isMissing(row, at) ? null : (row.values[at] as number)));
    if (more.stayed) expect(stood).toEqual(Array.from(more.stayed));
    for (const column of wide.columns.filter(isUnnamed)) {
      const after = columnOf(more.answer, column.name);
      const wanted = stood.map((place) => (place === null ? null : cellJson(column, place)));
      expect(
        stood.map((_, at) => after && cellJson(after, at)),
        column.name,
      ).toEqual(wanted);
      const whole = !isMade && stood.every((place): place is number => place !== null);
      if (whole) alike(after, takeColumnRows(column, stood as number[]), stood.length);
    }
    // In their order, but for steps that are there to move them.
    const { carries } = stepOf(verb)?.step ?? {};
    const moves = carries === undefined || carries === "order";
    const known = stood.filter((place) => place !== null);
    if (!moves && more.stayed) expect(known).toEqual(known.toSorted((one, other) => one - other));
  });
});

describe.each([1, 2])("of a matrix, seed %i", (seed) => {
  test.each(runs.filter(({ data }) => data === "assay"))("$title", async ({ verb, options, cases }) => {
    const step = stepSchema.parse({ ...options, verb });
    const assay = cases.assay ?? countsMatrix;
    const random = seededRandom(seed);
    const wide: Assay = { ...assay, samples: withUnnamed(assay.samples, random), features: withUnnamed(assay.features, random) };
    const [plain, more] = [await done(step, assay), await done(step, wide)];
    if (!plain || !more) throw new Error("it answers where the suite of the contract runs it");
    if (plain.answer.type !== "assay" || more.answer.type !== "assay") return;
    const bare: Assay = { ...more.answer, samples: without(more.answer.samples), features: without(more.answer.features) };
    expect(digestOfArtifact(bare)).toBe(digestOfArtifact(plain.answer));
    for (const part of ["samples", "features"] as const) {
      const row = columnOf(more.answer[part], rowName);
      if (row?.type !== "int32") {
        // Samples, or features, that became groups.
        expect(`${verb} ${part}`).toMatch(grouped);
        continue;
      }
      const stood = Array.from({ length: more.answer[part].rowCount }, (_, at) =>
        isMissing(row, at) ? null : (row.values[at] as number),
      );
      if (part === "samples" && more.stayed) expect(stood).toEqual(Array.from(more.stayed));
      for (const column of wide[part].columns.filter(isUnnamed)) {
        const after = columnOf(more.answer[part], column.name);
        const wanted = stood.map((place) => (place === null ? null : cellJson(column, place)));
        expect(
          stood.map((_, at) => after && cellJson(after, at)),
          `${part} ${column.name}`,
        ).toEqual(wanted);
      }
    }
  });
});
