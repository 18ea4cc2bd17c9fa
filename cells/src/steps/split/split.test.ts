// What a split promises: shares, whole units, no leak by time. Of wdbc scikit-learn's train_test_split(test_size=0.2, stratify=y)
// keeps 42 of 212 malignant and 72 of 357 benign aside, which is 0.2 of each to within a row.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Table } from "../../artifacts/artifact.ts";
import { cellString, columnOf, integerColumn, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { failureSentence, sentenceIn } from "../../messages/catalogue.ts";
import { FailureError } from "../../base/failure.ts";
import type { JsonObject } from "../../base/json.ts";
import type { StepScope } from "../../contract/step.ts";
import { seededRandom } from "../../stats/seeded-random.ts";
import { noChain } from "../../testing/no-chain.ts";
import { referenceFile } from "../../testing/reference-data.ts";
import { apply } from "./apply.ts";
import { split } from "./step.ts";
import { stepOn } from "../../testing/step-on-table.ts";

async function parted(table: Table, options: JsonObject) {
  const said: string[] = [];
  const scope: StepScope = {
    index: 0,
    valueOf: () => null,
    input: () => table,
    say: (sentence) => said.push(sentenceIn(sentence, "en")),
    frozen: noChain,
    file: noChain,
    signal: new AbortController().signal,
  };
  const answer = await apply.table(split.schema.parse({ verb: "split", ...options }), table, scope);
  const column = columnOf(answer, "split");
  return { parts: Array.from({ length: answer.rowCount }, (_, row) => (column ? cellString(column, row) : "")), said, answer };
}
const refusal = async (table: Table, options: JsonObject): Promise<string> => {
  try {
    await parted(table, options);
    return "";
  } catch (error) {
    return error instanceof FailureError ? failureSentence(error.failure, "en") : String(error);
  }
};
const count = (parts: readonly string[], part: string): number => parts.filter((one) => one === part).length;
const numbers = (length: number) =>
  numberColumn(
    "x",
    Array.from({ length }, (_, row) => row * 1.5),
  );

describe("by chance", () => {
  test("wdbc: a fifth is kept aside, with as many of each class as their share", async () => {
    const rows = readFileSync(referenceFile("wdbc/wdbc.csv"), "utf8").trim().split("\n").slice(1);
    const named = readFileSync(referenceFile("wdbc/wdbc.csv"), "utf8").split("\n")[0]?.split(",") ?? [];
    const at = named.indexOf("diagnosis");
    const diagnosis = rows.map((row) => row.split(",")[at] ?? "");
    const malignant = new Set(diagnosis.filter((one) => /^m/i.test(one)));
    const { parts } = await parted(tableOf(textColumn("diagnosis", diagnosis), numbers(rows.length)), { stratify: "diagnosis" });
    const aside = parts.filter((part, row) => part === "test" && malignant.has(diagnosis[row] ?? "")).length;
    expect([aside, count(parts, "test") - aside, count(parts, "train")]).toEqual([42, 71, 456]);
  });

  test("seeds part rows alike, and other seeds otherwise", async () => {
    const table = tableOf(numbers(200));
    const [one, again, other] = await Promise.all([1, 1, 2].map((seed) => parted(table, { seed })));
    expect(one?.parts).toEqual(again?.parts);
    expect(one?.parts).not.toEqual(other?.parts);
    expect([count(one?.parts ?? [], "train"), count(one?.parts ?? [], "test")]).toEqual([160, 40]);
  });

  test.each([1, 2, 3, 4, 5])("rows of one patient, and equal rows, are never on two sides (seed %i)", async (seed) => {
    const random = seededRandom(seed);
    const rows = 300;
    const patient = Array.from({ length: rows }, () => (random() < 0.1 ? null : `p${Math.floor(random() * 60)}`));
    const x = Array.from({ length: rows }, () => Math.floor(random() * 12));
    const y = Array.from({ length: rows }, () => Math.floor(random() * 12));
    const group = Array.from({ length: rows }, () => (random() < 0.3 ? "case" : "control"));
    const table = tableOf(
      textColumn("patient", patient, { semantic: "patient" }),
      integerColumn("x", x),
      integerColumn("y", y),
      textColumn("group", group),
    );
    for (const options of [{ stratify: "group", together: ["patient"] }, { together: ["patient"], duplicates: false }, {}]) {
      const { parts } = await parted(table, { ...options, seed, test: 0.3, validation: 0.1 });
      const partOf = new Map<string, string>();
      const isWhole = (key: string, part: string): boolean =>
        (partOf.get(key) ?? part) === part && Boolean(partOf.set(key, part));
      parts.forEach((part, row) => {
        if ("together" in options && patient[row] !== null) expect(isWhole(`patient ${patient[row]}`, part)).toBe(true);
        if (!("duplicates" in options)) expect(isWhole(`${x[row]} ${y[row]} ${group[row]}`, part)).toBe(true);
      });
    }
  });

  test("a part that gets another share than was asked, since patients are not divided, is told", async () => {
    const patient = Array.from({ length: 100 }, (_, row) => (row < 60 ? "a" : `p${row}`));
    const { parts, said } = await parted(tableOf(textColumn("patient", patient), numbers(100)), {
      together: ["patient"],
      test: 0.5,
    });
    expect(count(parts, "test")).toBe(40);
    expect(said.join(" ")).toMatch(/40 % of the rows are the test, where 50 % were asked/);
  });

  test("large units that leave a part empty are told", async () => {
    const table = tableOf(textColumn("lab", ["a", "a", "a", "a", "b"]), numbers(5));
    const { said } = await parted(table, { together: ["lab"], test: 0.2, validation: 0.2 });
    expect(said.join(" ")).toMatch(/no row is in the (?:test|validation)/);
    expect(await refusal(tableOf(textColumn("lab", ["a", "a"]), numbers(2)), { together: ["lab"], test: 0.9 })).toMatch(
      /none is left to learn from/,
    );
  });
});

describe("by time", () => {
  const date = textColumn("date", ["2024-03-01", "2024-01-01", "2024-02-01", "2024-02-01", "2024-05-01", null]);

  test("the latest rows are the test, and equal times are not divided", async () => {
    const { parts, said } = await parted(tableOf(date, numbers(6)), { after: "date", test: 0.6 });
    expect(parts).toEqual(["test", "train", "train", "train", "test", "unused"]);
    expect(said).toEqual([expect.stringContaining("1 row has no date and is unused")]);
  });

  test("a patient on both sides of the cut is in neither", async () => {
    const table = tableOf(date, textColumn("patient", ["a", "b", "a", "c", "d", "e"]), numbers(6));
    const { parts, said } = await parted(table, { after: "date", test: 0.4, together: ["patient"] });
    expect(parts).toEqual(["unused", "train", "unused", "train", "test", "unused"]);
    expect(said.at(-1)).toMatch(/2 rows are unused/);
  });

  test("a row without a time puts the others of its patient into no second part", async () => {
    const table = tableOf(date, textColumn("patient", ["a", "b", "b", "c", "d", "b"]), numbers(6));
    const { parts } = await parted(table, { after: "date", test: 0.4, together: ["patient"] });
    expect(parts).toEqual(["test", "train", "train", "train", "test", "unused"]);
  });

  test.each([
    ["texts that are no dates", { after: "patient" }, /holds no times/],
    ["times and strata at once", { after: "x", stratify: "patient" }, /parted by time/],
    ["shares that leave nothing", { test: 0.7, validation: 0.3 }, /none are left to learn from/],
    ["a column that is not there", { together: ["patent"] }, /no column patent. Near: patient/],
    ["strata of one row each", { stratify: "x" }, /too many/],
  ])("refused: %s", async (_title, options, says) => {
    const rows = 40;
    const table = tableOf(
      textColumn(
        "patient",
        Array.from({ length: rows }, (_, row) => `p${row % 7}`),
      ),
      numbers(rows),
    );
    expect(await refusal(table, options)).toMatch(says);
  });
});

test("of two columns of parts the new one counts, and that is said", async () => {
  const { answer, said } = await parted(tableOf(textColumn("part", ["train", "test"], { semantic: "split" }), numbers(2)), {
    test: 0.5,
  });
  expect(answer.columns.map(({ name, semantic }) => [name, semantic])).toEqual([
    ["part", "category"],
    ["x", undefined],
    ["split", "split"],
  ]);
  expect(said).toEqual([expect.stringContaining("go by the new one")]);
});

// scikit-learn#18424: a class of one row is in the training alone, and a validation says nothing of it.
test("classes that are not in each part are said", async () => {
  const classes = [...Array<string>(8).fill("often"), ...Array<string>(4).fill("some"), "once"];
  const table = tableOf(
    textColumn("class", classes),
    numberColumn(
      "x",
      classes.map((_, row) => row),
    ),
  );
  const on = async (test: number) => (await stepOn(table, { verb: "split", stratify: "class", test })).said;
  expect(await on(0.25)).toEqual([
    "Step 1: 1 value of class is not in every part, for it has too few rows, or rows that stay together: once. What the training has not is not learned, and what the test has not is not tried.",
  ]);
  const whole = tableOf(
    textColumn("class", classes.slice(0, 12)),
    numberColumn(
      "x",
      classes.slice(0, 12).map((_, row) => row),
    ),
  );
  expect((await stepOn(whole, { verb: "split", stratify: "class", test: 0.25 })).said).toEqual([]);
});
test("times of several zones are compared as instants, and days beside times of day are refused", async () => {
  const on = (texts: readonly string[]) =>
    stepOn(tableOf(textColumn("at", texts), numberColumn("x", [1, 2, 3, 4])), { verb: "split", after: "at", test: 0.25 });
  // By its letters the third is the latest, by time the second.
  const instants = ["2024-03-01T08:00Z", "2024-03-01T20:00-05:00", "2024-03-01T23:00+02:00", "2024-03-01T09:00Z"];
  expect((await on(instants)).column("split")).toEqual(["train", "test", "train", "train"]);
  await expect(on(["2024-03-01", "2024-03-01T09:00", "2024-03-02", "2024-03-03"])).rejects.toThrow(/written alike/);
});
