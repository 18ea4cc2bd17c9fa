// Faults that are put into a clean clinical table are found by the rule that is for them, nothing else is said, and after the step that
// the verdict offers the rule has nothing more to say. And tables that are none.

import { describe, expect, test } from "vitest";
import type { Column, Table } from "../../artifacts/artifact.ts";
import {
  booleanColumn,
  cellJson,
  columnOf,
  integerColumn,
  numberColumn,
  tableOf,
  takeRows,
  textColumn,
} from "../../artifacts/table.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import type { TableQualityReport } from "../../reports/table-quality/report.ts";
import { seededRandom } from "../../stats/seeded-random.ts";
import { clinical, clinicalRows as rows } from "../../testing/clinical-table.ts";
import { checked } from "../../testing/quality-of-table.ts";
import { stepOn } from "../../testing/step-on-table.ts";

const told = ({ verdicts }: TableQualityReport): readonly string[] =>
  verdicts.map(
    ({ rule, level, columns, rows: of }) => `${rule} ${level}: ${[...columns, ...(of ? [`${of.n} rows`] : [])].join(", ")}`,
  );
const tableWith = (changed: { readonly [name: string]: Column }, seed?: number): Table =>
  tableOf(...Object.values({ ...clinical(seed), ...changed }));
const base = clinical();
const numbersOf = (name: string): number[] => {
  const column = base[name];
  return column && column.type !== "text" ? [...column.values] : [];
};
const textsOf = (name: string): string[] => {
  const column = base[name];
  return column?.type === "text" ? Array.from(column.codes, (code) => column.dictionary[code] ?? "") : [];
};
const same = <T>(values: readonly T[], row: number): T => values[row] as T;

test.each([1, 2, 3, 4, 5])("of a clean table nothing is said (seed %i)", async (seed) => {
  const { body, out } = await checked(tableWith({}, seed));
  expect(told(body)).toEqual([]);
  expect(body.levels).toEqual({ pass: 10, warn: 0, fail: 0 });
  expect(body.columns).toEqual([
    { says: "outcome", column: "response", guessed: true },
    { says: "group", column: "group", guessed: true },
    { says: "batch", column: "lab", guessed: true },
  ]);
  expect(out.rowCount).toBe(10);
});

interface Planted {
  readonly fault: string;
  readonly table: Table;
  readonly says: readonly string[];
  readonly more?: JsonObject;
}

const age = numbersOf("age");
const marker = numbersOf("marker");
const group = textsOf("group");
const response = textsOf("response");
const whole = tableWith({});

const planted: readonly Planted[] = [
  {
    fault: "a column that is mostly empty, one of numbers and one of labels with gaps",
    table: tableWith({
      note: textColumn(
        "note",
        age.map((_, row) => ((row * 7) % 10 < 3 ? `n${row % 5}` : null)),
      ),
      weight: numberColumn(
        "weight",
        marker.map((value, row) => (row % 4 === 0 ? null : value * 7 + (row % 13))),
      ),
      diet: textColumn(
        "diet",
        age.map((_, row) => (row % 7 < 2 ? null : ["a", "b", "c"][(row * 31) % 3])),
      ),
    }),
    says: ["missing-values fail: note", "missing-values warn: weight", "missing-values warn: diet"],
  },
  {
    fault: "rows without an outcome",
    table: tableWith({
      response: textColumn(
        "response",
        response.map((value, row) => (row % 50 === 0 ? null : value)),
        { semantic: "response" },
      ),
    }),
    says: ["missing-values warn: response"],
  },
  {
    fault: "rows that are mostly empty",
    table: tableWith(
      Object.fromEntries(
        Object.entries(base).map(([name, column]) => [
          name,
          ["patient", "response", "lab"].includes(name)
            ? column
            : { ...column, valid: Uint8Array.from({ length: rows }, (_, row) => (row === 17 || row === 90 ? 0 : 1)) },
        ]),
      ),
    ),
    says: ["missing-values warn: 2 rows"],
  },
  {
    fault: "a value that only one group lacks",
    table: tableWith({
      marker: numberColumn(
        "marker",
        marker.map((value, row) => (group[row] === "CTRL" && (row * 7) % 10 < 3 ? null : value)),
      ),
    }),
    says: ["missing-pattern warn: marker"],
  },
  {
    fault: "columns that came together, or not at all",
    table: tableWith({
      "test a": numberColumn(
        "test a",
        marker.map((value, row) => (row % 8 === 0 ? null : value + (row % 11))),
      ),
      "test b": numberColumn(
        "test b",
        age.map((value, row) => (row % 8 === 0 ? null : value * (row % 7))),
      ),
    }),
    says: ["missing-pattern warn: test a, test b"],
  },
  {
    fault: "rows that came twice",
    table: takeRows(whole, [...Array(rows).keys(), 3, 77]),
    says: ["duplicate-rows warn: 2 rows", "repeated-ids warn: patient, 2 rows", "leakage warn: patient"],
  },
  {
    fault: "rows that came twice under other names",
    table: (() => {
      const twice = takeRows(whole, [...Array(rows).keys(), 3, 77]);
      const names = textColumn(
        "patient",
        Array.from({ length: twice.rowCount }, (_, row) => `Q${(row * 37) % 211}`),
        { semantic: "patient" },
      );
      return { ...twice, columns: twice.columns.map((column) => (column.name === "patient" ? names : column)) };
    })(),
    says: ["duplicate-rows warn: 2 rows"],
  },
  {
    fault: "a column that came twice, in other words, and in another unit",
    table: tableWith({
      "group again": { ...(base["group"] as Column), name: "group again" },
      arm: integerColumn(
        "arm",
        group.map((value) => (value === "CTRL" ? 2 : 1)),
      ),
      "marker in ng": numberColumn(
        "marker in ng",
        marker.map((value) => value * 1000 + 5),
      ),
    }),
    says: ["duplicate-columns fail: group again", "duplicate-columns warn: arm", "duplicate-columns warn: marker in ng"],
  },
  {
    fault: "columns that do not vary",
    table: tableWith({
      species: textColumn(
        "species",
        age.map(() => "human"),
      ),
      rare: booleanColumn(
        "rare",
        age.map((_, row) => row === 60),
      ),
    }),
    says: ["constant-columns warn: species", "constant-columns warn: rare"],
  },
  {
    fault: "labels in several writings",
    table: tableWith({
      group: textColumn(
        "group",
        group.map((value, row) =>
          value === "CTRL" && row % 9 === 0 ? "ctrl " : value === "CTRL" && row === group.indexOf("CTRL", 40) ? "CTR" : value,
        ),
        { semantic: "group" },
      ),
      lab: textColumn(
        "lab",
        age.map((_, row) => (row === 8 ? "Heidelbreg" : ["Heidelberg", "Basel", "lab-1", "lab 2"][row % 4])),
        { semantic: "lab" },
      ),
    }),
    says: ["near-labels warn: group", "near-labels warn: lab"],
  },
  {
    fault: "patients that are there twice",
    table: tableWith({
      patient: textColumn(
        "patient",
        age.map((_, row) => `P${(row * 37) % 197}`),
        { semantic: "patient" },
      ),
    }),
    says: ["repeated-ids warn: patient, 3 rows", "leakage warn: patient"],
  },
  {
    fault: "columns that tell the outcome: a number, a label",
    table: tableWith({
      score: numberColumn(
        "score",
        response.map((value, row) => (value === "yes" ? 1 : 0) + (row % 10) / 11),
      ),
      therapy: textColumn(
        "therapy",
        response.map((value, row) => (row === 5 ? "none" : value === "yes" ? ["none", "late"][row % 2] : "second line")),
      ),
    }),
    says: ["leakage fail: score", "leakage fail: therapy"],
  },
  {
    fault: "rows and names in the order of the outcome",
    table: (() => {
      const order = [...Array(rows).keys()].sort((a, b) => same(response, a).localeCompare(same(response, b)) || a - b);
      const sorted = takeRows(whole, order);
      return {
        ...sorted,
        columns: sorted.columns.map((column) =>
          column.name === "patient"
            ? textColumn(
                "patient",
                order.map((_, row) => `P${row}`),
                { semantic: "patient" },
              )
            : column,
        ),
      };
    })(),
    says: ["leakage warn: "],
  },
  {
    fault: "an outcome that follows the date",
    table: tableWith({
      visit: textColumn(
        "visit",
        response.map((value, row) => `20${value === "yes" ? 24 : 19}-0${1 + (row % 9)}-1${row % 10}`),
        { semantic: "date" },
      ),
    }),
    says: ["leakage warn: visit"],
  },
  {
    fault: "a class that is rare",
    table: tableWith({
      response: textColumn(
        "response",
        response.map((_, row) => (row % 29 === 0 ? "yes" : "no")),
        { semantic: "response" },
      ),
    }),
    says: ["class-imbalance fail: response", "class-imbalance warn: response"],
  },
  {
    fault: "a sex in words and letters",
    table: tableWith({
      sex: textColumn(
        "sex",
        age.map((value, row) => ["F", "M", "female", "m"][(value + row) % 4] ?? ""),
        { semantic: "sex" },
      ),
    }),
    says: ["near-labels warn: sex"],
  },
  {
    fault: "a value that is there for one class alone",
    table: tableWith({
      months: numberColumn(
        "months",
        response.map((value, row) => (value === "yes" ? 3 + ((row * 7) % 31) : null)),
      ),
    }),
    says: ["missing-values warn: months", "missing-pattern warn: months", "leakage fail: months"],
  },
  {
    fault: "infinite numbers",
    table: tableWith({
      "dose mg": numberColumn(
        "dose mg",
        numbersOf("dose mg").map((value, row) => (row === 9 ? Infinity : row === 10 ? -Infinity : value)),
      ),
    }),
    says: ["infinite-values warn: dose mg"],
  },
  {
    fault: "numbers that a word made texts",
    table: tableWith({
      ldh: textColumn(
        "ldh",
        age.map((value, row) => (row % 20 === 0 ? "n.d." : String(value * 4.5 + (row % 7)))),
      ),
    }),
    says: ["numbers-as-texts warn: ldh"],
  },
  {
    fault: "numbers that limits made texts",
    table: tableWith({
      ldh: textColumn(
        "ldh",
        age.map((value, row) => (row % 40 === 0 ? "n.d." : row % 20 === 0 ? "< 130" : String(value * 4.5 + (row % 7)))),
      ),
    }),
    says: ["numbers-as-texts warn: ldh"],
  },
  {
    fault: "numbers that stand for missing ones",
    table: tableWith({
      age: integerColumn(
        "age",
        age.map((value, row) => (row % 40 === 0 ? 999 : row % 41 === 0 ? -9 : value)),
        { semantic: "age" },
      ),
    }),
    says: ["sentinel-values fail: age", "far-values fail: age, 5 rows"],
  },
  {
    fault: "a number with its point in another place",
    table: tableWith({
      marker: numberColumn(
        "marker",
        marker.map((value, row) => (row === 31 ? value * 100 : value)),
      ),
    }),
    says: ["far-values fail: marker, 1 rows"],
  },
  {
    fault: "a digit too many in a column that is not skewed",
    table: tableWith({
      age: integerColumn(
        "age",
        age.map((value, row) => (row === 31 ? value * 10 : value)),
        { semantic: "age" },
      ),
    }),
    says: ["far-values warn: age, 1 rows"],
  },
];

describe.each(planted)("$fault", ({ table, says, more = {} }) => {
  test("is told by its rule, and nothing else is", async () => {
    expect(told((await checked(table, more)).body)).toEqual(says);
  });

  test("each step that is offered can be done, and the rule has no more to say of it", async () => {
    const { verdicts } = (await checked(table, more)).body;
    for (const verdict of verdicts) {
      if (!verdict.step) continue;
      const after = await stepOn(table, verdict.step);
      // Outliers are flagged and stay, and a split makes no class more frequent.
      if (verdict.step["verb"] === "outliers" || verdict.rule === "class-imbalance") continue;
      const left = (await checked(after.table, more)).body.verdicts;
      const again = left.filter(
        ({ rule, says: said }) => rule === verdict.rule && JSON.stringify(said) === JSON.stringify(verdict.says),
      );
      expect(again).toEqual([]);
    }
  });
});

test("a skewed column is judged alike before and after it is scaled", async () => {
  const random = seededRandom(4);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  for (let round = 0; round < 20; round++) {
    const amounts = Float64Array.from({ length: 200 }, () => Math.exp(1.5 + 0.9 * normal()));
    for (const scaled of [amounts, amounts.map((value) => (value - 6.7) / 7.4)]) {
      expect(told((await checked(tableOf(numberColumn("crp", scaled)))).body)).toEqual([]);
      const far = scaled.map((value, row) => (row === 5 ? (scaled[5] as number) + 1e6 : value));
      expect(told((await checked(tableOf(numberColumn("crp", far)))).body)).toHaveLength(1);
    }
  }
});

test("limits are read at the number that they name, and signs that mean something else are left to people", async () => {
  const texts = ["1.5", "<0.5", "2", "n.d.", ">20", "3.25"];
  const limits = tableOf(
    textColumn(
      "crp",
      [...Array(60).keys()].map((row) => texts[row % 6] ?? null),
    ),
  );
  const [verdict] = (await checked(limits)).body.verdicts;
  expect(verdict?.step).toMatchObject({
    verb: "derive",
    name: "crp",
    formula: `number(replace(replace(crp, "<", ""), ">", ""))`,
  });
  const [column] = (await stepOn(limits, verdict?.step ?? {})).table.columns;
  expect([...Array(6).keys()].map((row) => column && cellJson(column, row))).toEqual([1.5, 0.5, 2, null, 20, 3.25]);
  const shares = tableOf(
    textColumn(
      "crp",
      [...Array(60).keys()].map((row) => (row % 9 === 0 ? "~5" : String(row))),
    ),
  );
  expect((await checked(shares)).body.verdicts.map(({ step }) => step)).toEqual([undefined]);
});

test("a row for each column, the worst first, with what was measured", async () => {
  const { table } = planted.find(({ fault }) => fault.startsWith("numbers that stand for")) as Planted;
  const { out } = await checked(table);
  expect(out.columns.map(({ name }) => name)).toEqual([
    ...[
      "column",
      "type",
      "verdict",
      "rules",
      "missing_share",
      "distinct",
      "top_share",
      "tells_outcome",
      "infinite",
      "far_values",
      "farthest_mad",
    ],
  ]);
  const at = (name: string, row: number): Json => {
    const column = columnOf(out, name);
    return column && cellJson(column, row);
  };
  expect([at("column", 0), at("verdict", 0), at("rules", 0), at("verdict", 1)]).toEqual([
    "age",
    "fail",
    "sentinel-values, far-values",
    "pass",
  ]);
});

test("thresholds stand in the spec, and rules can be off", async () => {
  const { table } = planted[0] as Planted;
  const off = await checked(table, { off: ["missing-values"] });
  expect(told(off.body)).toEqual([]);
  const higher = await checked(table, { thresholds: { "missing-values": { warn: 0.28, fail: 0.7, rows: 0.5 } } });
  expect(told(higher.body)).toEqual(["missing-values warn: note, diet"]);
});

test("what is no table to be checked is said", async () => {
  await expect(checked(tableOf())).rejects.toThrow("quality.no-rows");
  await expect(checked(takeRows(whole, []))).rejects.toThrow("quality.no-rows");
  await expect(checked(whole, { outcome: "nothing" })).rejects.toThrow("quality.column-missing");
});

test("steps name columns whatever these are called", async () => {
  const names = ["a `b` = 1", "mean area", "if", "день", "{n}", "__proto__"];
  for (const name of names) {
    const far = tableOf(
      numberColumn(
        name,
        [...Array(30).keys()].map((row) => (row % 10 === 0 ? -999 : row === 5 ? Infinity : row)),
      ),
      textColumn(
        `${name} `,
        [...Array(30).keys()].map((row) => (row === 3 ? "n/a" : String(row * 2))),
      ),
    );
    const { verdicts } = (await checked(far, { off: ["far-values"] })).body;
    expect(verdicts.map(({ rule }) => rule)).toEqual(["infinite-values", "numbers-as-texts", "sentinel-values"]);
    for (const { rule, step } of verdicts) {
      const after = await stepOn(far, step ?? {});
      expect((await checked(after.table)).body.verdicts.map((verdict) => verdict.rule)).not.toContain(rule);
      expect(after.table.columns).toHaveLength(2);
    }
  }
});

test("many columns of chance are told of by no rule", { timeout: 60_000 }, async () => {
  const random = seededRandom(9);
  const wide = tableOf(
    ...Array.from({ length: 400 }, (_, at) => numberColumn(`x${at}`, Float64Array.from({ length: 60 }, random))),
    textColumn(
      "response",
      [...Array(60).keys()].map((row) => (row % 2 ? "yes" : "no")),
      { semantic: "response" },
    ),
  );
  const { body } = await checked(wide);
  expect(told(body)).toEqual([]);
});

test("the outcome is never dropped: not as another column in other words, and not as one that does not vary", async () => {
  const of = (make: (row: number) => string): string[] => Array.from({ length: 40 }, (_, row) => make(row));
  const table = tableOf(
    textColumn(
      "arm",
      of((row) => (row % 2 ? "a" : "b")),
    ),
    textColumn(
      "y",
      of((row) => (row % 2 ? "yes" : "no")),
    ),
    numberColumn(
      "x",
      [...Array(40).keys()].map((row) => Math.sin(row)),
    ),
  );
  expect(told((await checked(table, { outcome: "y" })).body)).toEqual(["duplicate-columns warn: arm", "leakage fail: arm"]);
  const constant = tableOf(
    textColumn(
      "y",
      of(() => "yes"),
    ),
    numberColumn("x", [...Array(40).keys()]),
  );
  expect(told((await checked(constant, { outcome: "y" })).body)).toEqual([]);
  const gone = tableOf(numberColumn("y", Array<null>(40).fill(null)), numberColumn("x", [...Array(40).keys()]));
  const { verdicts } = (await checked(gone, { outcome: "y" })).body;
  expect(verdicts).toMatchObject([{ rule: "missing-values", level: "fail", columns: ["y"] }]);
  expect(verdicts[0]).not.toHaveProperty("step");
});

test("merged labels have no spaces around them, and signs and endings that mean something keep labels apart", async () => {
  const of = (labels: readonly string[]): string[] => Array.from({ length: 60 }, (_, row) => labels[row % labels.length] ?? "");
  const table = tableOf(
    textColumn("a", of([" x", "x", "X ", "x\u00a0"])),
    textColumn("blood", of(["A+", "A-", "B+", "AB-", "0-"])),
    textColumn("stage", of(["Stage I", "Stage II", "Stage IIA", "Stage IIB", "Stage IV"])),
    textColumn("day", of(["day1", "day2", "day10"])),
    textColumn("salt", of(["sulfate", "sulfite"])),
    textColumn("limit", of(["<5", ">5", "5"])),
  );
  const { verdicts } = (await checked(table)).body;
  expect(verdicts.filter(({ rule }) => rule === "near-labels")).toMatchObject([
    { columns: ["a"], step: { groups: [{ to: "x", from: [" x", "X ", "x\u00a0"] }] } },
  ]);
});
