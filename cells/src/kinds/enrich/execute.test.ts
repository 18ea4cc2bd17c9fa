// Lists and rankings of a few genes, what is guessed and said, and what is refused with its way on.

import { describe, expect, test } from "vitest";
import type { Table } from "../../artifacts/artifact.ts";
import { booleanColumn, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import { failureSentence } from "../../messages/catalogue.ts";
import { locales } from "../../messages/locale.ts";
import { answered, run, setsOf } from "../../testing/run-gene-sets.ts";

async function refused(genes: Table, setTable: Table, more: JsonObject = {}) {
  const result = await run(genes, setTable, more);
  if (result.ok) throw new Error("it was not refused");
  for (const locale of locales) expect(failureSentence(result.error, locale)).not.toMatch(/undefined|\{\w+[}|]|enrich/);
  return result.error;
}

/** Forty genes, of which the first are high. */
const names = Array.from({ length: 40 }, (_, at) => `Gene${at}`);
const table = (ids: readonly string[] = names): Table =>
  tableOf(
    textColumn("gene", ids, { semantic: "gene" }),
    numberColumn(
      "log2FoldChange",
      ids.map((_, at) => 2 - at / 10),
    ),
    numberColumn(
      "stat",
      ids.map((_, at) => 4 - at / 5),
    ),
    numberColumn(
      "pvalue",
      ids.map((_, at) => (at + 1) / 50),
    ),
    numberColumn(
      "padj",
      ids.map((_, at) => (at < 8 ? 0.01 : 0.6)),
    ),
  );
const small = { smallest: 2, largest: 30 };
const usual = setsOf({ high: names.slice(0, 6), spread: names.filter((_, at) => at % 5 === 0), low: names.slice(30) });

test("higher genes as a list: the set that holds them stands first, sets outside the bounds are counted", async () => {
  const more = setsOf({ high: names.slice(0, 6), pair: names.slice(0, 1), all: names, gone: ["Other1", "Other2"] });
  const { rows, body } = await answered(table(), more, small);
  expect(body.sets).toMatchObject({ asked: 1, small: 1, large: 1, absent: 1 });
  // All 6 of the set among 8 of 40 genes: choose(34, 2) / choose(40, 8).
  expect(rows[0]).toMatchObject({ set: "high", size: 6, overlap: 6, listed: 8 });
  expect(rows[0]?.["pvalue"]).toBeCloseTo(561 / 76_904_685, 14);
  expect(rows[0]?.["genes"]).toBe(names.slice(0, 6).join(", "));
});

test("preranked: of so few genes the p value is exact, and the picture of its running sum is made", async () => {
  const { rows, outputs, body } = await answered(table(), usual, { ...small, method: { type: "preranked", weight: 0 } });
  const low = rows.find(({ set }) => set === "low");
  expect(Number(low?.["es"])).toBe(-1);
  expect(rows.every((row) => Number(row["pvalue"]) > 0)).toBe(true);
  expect(outputs["running"]?.type).toBe("figure");
  expect(body.ranking?.sets.map(({ hits }) => hits.length).toSorted((a, b) => a - b)).toEqual([6, 8, 10]);
});

test("a list that is given by hand is held against all genes of the table", async () => {
  const { rows, body, doubts } = await answered(table(), usual, { ...small, list: ["Gene0", "Gene1", "Gene2", "Nobody"] });
  expect(body.sides).toEqual([{ side: "list", listed: 3, found: 1 }]);
  expect(rows[0]).toMatchObject({ set: "high", overlap: 3 });
  expect(doubts).toContain("enrich-cell.list-lost");
});

test("a flag puts genes on the list, and no p value is said", async () => {
  const flagged = tableOf(
    textColumn("symbol", names),
    booleanColumn(
      "hit",
      names.map((_, at) => at < 6),
    ),
  );
  const method = { type: "over-representation", flag: "hit", direction: "either" };
  const { rows, doubts } = await answered(flagged, usual, { ...small, method });
  expect(rows[0]).toMatchObject({ set: "high", overlap: 6 });
  expect(doubts).toContain("enrichment-over.no-test");
});

test("genes of the other species are matched by their letters, which is said with its share; as they stand they are refused", async () => {
  const human = setsOf({
    high: names.slice(0, 6).map((name) => name.toUpperCase()),
    low: names.slice(30).map((name) => name.toUpperCase()),
  });
  const { doubts, rows } = await answered(table(), human, small);
  expect(doubts).toContain("enrich-cell.other-species");
  expect(rows[0]).toMatchObject({ set: "high", overlap: 6 });
  const failure = await refused(table(), human, { ...small, letters: "exact" });
  expect(failure).toMatchObject({ reason: "enrich-cell.other-letters", fix: { path: ["letters"], value: "any-case" } });
});

test("ids of another register are refused with the way on; versions of ids are left out and said", async () => {
  const ensembl = names.map((_, at) => `ENSMUSG000000${String(10_000 + at)}`);
  expect((await refused(table(ensembl), usual, small)).reason).toBe("enrich-cell.other-ids");
  const versioned = table(ensembl.map((id) => `${id}.4`));
  const { doubts } = await answered(versioned, setsOf({ high: ensembl.slice(0, 6), low: ensembl.slice(30) }), small);
  expect(doubts).toContain("enrich-cell.without-versions");
  expect((await refused(table(), setsOf({ other: ["A1", "B2", "C3"] }), small)).reason).toBe("enrich-cell.few-matched");
});

test("of several contrasts the first is asked and said, of several rows of a gene the one with the smallest p counts", async () => {
  const two = tableOf(
    textColumn("gene", [...names, ...names], { semantic: "gene" }),
    textColumn("contrast", [...names.map(() => "a"), ...names.map(() => "b")]),
    numberColumn("logFC", [...names.map((_, at) => 2 - at / 10), ...names.map((_, at) => at / 10)]),
    numberColumn("P.Value", [...names.map((_, at) => (at + 1) / 50), ...names.map((_, at) => 1 - at / 50)]),
    numberColumn("adj.P.Val", [...names.map((_, at) => (at < 8 ? 0.01 : 0.6)), ...names.map((_, at) => (at > 31 ? 0.01 : 0.6))]),
  );
  const first = await answered(two, usual, small);
  expect(first.doubts).toContain("enrich-cell.first-contrast");
  expect(first.rows[0]).toMatchObject({ set: "high" });
  const second = await answered(two, usual, { ...small, contrast: "b" });
  expect(second.rows[0]).toMatchObject({ set: "low" });
  expect((await refused(two, usual, { ...small, contrast: "c" })).reason).toBe("enrich-cell.no-contrast");
  const repeated = tableOf(
    textColumn("gene", [...names, ...names], { semantic: "gene" }),
    numberColumn(
      "logFC",
      [...names, ...names].map((_, at) => 2 - (at % 40) / 10),
    ),
    numberColumn(
      "P.Value",
      [...names, ...names].map((_, at) => (at < 40 ? 0.9 : (at - 39) / 50)),
    ),
    numberColumn(
      "adj.P.Val",
      [...names, ...names].map((_, at) => (at >= 40 && at < 48 ? 0.01 : 0.9)),
    ),
  );
  const once = await answered(repeated, usual, small);
  expect(once.doubts).toContain("enrich-cell.several-rows");
  expect(once.rows[0]).toMatchObject({ set: "high", overlap: 6 });
});

describe("refused, in both languages", () => {
  const only = (genes: readonly string[]): Table => tableOf(textColumn("gene", genes, { semantic: "gene" }));
  test.each<[string, string, () => Promise<{ reason: string }>]>([
    ["a list without the genes that were tested", "enrichment-over.no-flag", () => refused(only(names), usual, small)],
    [
      "all genes listed",
      "enrichment-over.all-listed",
      () => refused(table(), usual, { ...small, method: { type: "over-representation", threshold: 2, direction: "either" } }),
    ],
    [
      "none listed",
      "enrichment-over.none-listed",
      () => refused(table(), usual, { ...small, method: { type: "over-representation", threshold: 1e-9 } }),
    ],
    ["a list of others", "enrichment-over.nobody-listed", () => refused(table(), usual, { ...small, list: ["Q1"] })],
    [
      "a list for a ranking",
      "enrich-cell.list-not-ranked",
      () => refused(table(), usual, { ...small, list: ["Gene1"], method: { type: "preranked" } }),
    ],
    [
      "nothing to rank by",
      "enrichment-ranked.no-ranking",
      () => refused(only(names), usual, { ...small, method: { type: "preranked" } }),
    ],
    ["a column that is not there", "enrich-cell.no-column", () => refused(table(), usual, { ...small, gene: "symbl" })],
    ["a column of numbers that is not there", "enrich-cell.no-numbers", () => refused(table(), usual, { ...small, p: "gene" })],
    [
      "a flag that is not there",
      "enrichment-over.no-column",
      () => refused(table(), usual, { ...small, method: { type: "over-representation", flag: "gene" } }),
    ],
    ["sets without a column of genes", "enrich-cell.not-sets", () => refused(table(), tableOf(textColumn("set", ["a"])), small)],
    ["bounds that hold no set", "enrich-cell.no-sets-left", () => refused(table(), usual, { smallest: 35, largest: 36 })],
    ["a contrast of a table of one", "enrich-cell.no-contrasts", () => refused(table(), usual, { ...small, contrast: "a" })],
    [
      "a statistic without a sign",
      "enrichment-ranked.no-sign",
      () =>
        refused(
          tableOf(
            textColumn("gene", names),
            numberColumn(
              "F",
              names.map((_, at) => at + 1),
            ),
            numberColumn(
              "change",
              names.map((_, at) => at + 1),
            ),
          ),
          usual,
          { ...small, method: { type: "preranked", by: "change" } },
        ),
    ],
    [
      "a constant ranking",
      "enrichment-ranked.constant",
      () =>
        refused(
          tableOf(
            textColumn("gene", names),
            numberColumn(
              "logFC",
              names.map(() => 1),
            ),
          ),
          usual,
          { ...small, method: { type: "preranked" } },
        ),
    ],
  ])("%s", async (_, reason, failure) => {
    expect((await failure()).reason).toBe(reason);
  });
});

test("a p value of 0 stands at the end of a ranking by p, as heavy as the smallest that is none", async () => {
  const by = (first: number): Table =>
    tableOf(
      textColumn("gene", names, { semantic: "gene" }),
      numberColumn(
        "log2FoldChange",
        names.map((_, at) => (at < 25 ? 1 : -1)),
      ),
      numberColumn(
        "pvalue",
        names.map((_, at) => (at < 2 ? first : 1e-9 * 1.7 ** at)),
      ),
    );
  const ranked = { ...small, method: { type: "preranked", by: "signed-p" } };
  const zero = await answered(by(0), usual, ranked);
  const least = await answered(by(1e-9 * 1.7 ** 2), usual, ranked);
  expect(zero.rows).toEqual(least.rows);
  expect(zero.doubts).toContain("enrichment-ranked.zero-p");
  expect(least.doubts).not.toContain("enrichment-ranked.zero-p");
});

test("ties and infinite values of a ranking are told, and an empty cell is no gene", async () => {
  const odd = tableOf(
    textColumn(
      "gene",
      names.map((name, at) => (at === 39 ? null : name)),
      { semantic: "gene" },
    ),
    numberColumn(
      "stat",
      names.map((_, at) => (at === 0 ? Number.POSITIVE_INFINITY : at < 4 ? 3 : 2 - at / 10)),
    ),
  );
  const { doubts } = await answered(odd, usual, { ...small, method: { type: "preranked" } });
  expect(doubts).toEqual(
    expect.arrayContaining(["enrichment-ranked.infinite", "enrichment-ranked.ties", "enrich-cell.nameless"]),
  );
});
