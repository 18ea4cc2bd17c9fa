// What is listed, what was tested and what is tied, and the lines of R that say the same (run in R 4.2.2, whose answers stand here).

import { describe, expect, test } from "vitest";
import type { Table } from "../../artifacts/artifact.ts";
import { booleanColumn, integerColumn, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import { answered, run, setsOf } from "../../testing/run-gene-sets.ts";

const names = Array.from({ length: 40 }, (_, at) => `Gene${at}`);
const small = { smallest: 2, largest: 30 };
const sets = setsOf({ high: names.slice(0, 6), spread: names.filter((_, at) => at % 5 === 0), low: names.slice(30) });
const number = (name: string, of: (at: number) => number | null) =>
  numberColumn(
    name,
    names.map((_, at) => of(at)),
  );
const flagged = (flags: readonly (number | null)[]): Table =>
  tableOf(textColumn("Gene name", names, { semantic: "gene" }), integerColumn("sig", flags));
const byFlag = { type: "over-representation", flag: "sig", direction: "either" };

async function refused(genes: Table, more: JsonObject) {
  const result = await run(genes, sets, { ...small, ...more });
  if (result.ok) throw new Error("it was not refused");
  return result.error;
}

describe("a column of 0 and 1 puts the genes of 1 on the list", () => {
  // All 6 of the set among 8 of 40 genes: choose(34, 2) / choose(40, 8).
  const expected = 561 / 76_904_685;

  test("eight ones are eight genes, which is said; so do −1 and 1 of a decision", async () => {
    for (const one of [1, -1]) {
      const flags = names.map((_, at) => (at === 0 ? 1 : at < 8 ? one : at === 39 ? null : 0));
      const { rows, doubts, body } = await answered(flagged(flags), sets, { ...small, method: byFlag });
      expect(doubts).toContain("enrichment-over.flags");
      expect(body.sides).toMatchObject([{ listed: 8 }]);
      expect(rows[0]).toMatchObject({ set: "high", overlap: 6 });
      expect(rows[0]?.["pvalue"]).toBeCloseTo(expected, 14);
    }
  });

  test("other numbers stay below a threshold", async () => {
    const ranks = names.map((_, at) => at + 1);
    const method = { ...byFlag, threshold: 9 };
    const { body, doubts } = await answered(flagged(ranks), sets, { ...small, method });
    expect(body.sides).toMatchObject([{ listed: 8 }]);
    expect(doubts).not.toContain("enrichment-over.flags");
  });
});

describe("what has no part in the answer is refused with the way on", () => {
  const table = tableOf(
    textColumn("gene", names),
    number("log2FoldChange", (at) => 2 - at / 10),
  );
  test.each<[string, JsonObject]>([
    ["a direction", { direction: "up" }],
    ["a flag", { flag: "log2FoldChange" }],
    ["a threshold", { threshold: 0.1 }],
    ["a least change", { least: 1 }],
  ])("%s beside a list", async (_, more) => {
    const failure = await refused(table, { list: ["Gene1"], method: { type: "over-representation", ...more } });
    expect(failure.reason).toBe("enrichment-over.list-as-it-is");
    expect(failure.fix).toMatchObject({ path: ["method"], value: { direction: "each", flag: "", threshold: 0.05, least: 0 } });
  });

  test("a shown set without a running sum", async () => {
    const failure = await refused(table, { shown: "high", list: ["Gene1"] });
    expect(failure).toMatchObject({ reason: "enrich-cell.no-running", fix: { path: ["shown"], value: "" } });
  });
});

test("a gene without a p value was not tested: it is in no ranking, and is counted", async () => {
  const table = (outlier: number): Table =>
    tableOf(
      textColumn("gene", names),
      number("stat", (at) => (at === 20 ? outlier : 4 - at / 5)),
      number("pvalue", (at) => (at === 20 ? null : (at + 1) / 50)),
    );
  const method = { type: "preranked", rounds: 200 };
  const with60 = await answered(table(60), sets, { ...small, method });
  expect(with60.doubts).toContain("enrichment-ranked.untested");
  expect(with60.body.universe).toBe(39);
  // Gene20 is one of the spread set: its statistic counts for nothing.
  expect(with60.rows).toEqual((await answered(table(-1), sets, { ...small, method })).rows);
});

describe("genes of the same value", () => {
  // 400 genes, the half of them tied at +1.
  const many = Array.from({ length: 400 }, (_, at) => `G${at}`);
  const values = many.map((_, at) => (at < 20 ? 3 - at / 20 : at < 220 ? 1 : -at / 200));
  const ofTies = setsOf({ first: many.slice(20, 30), other: many.slice(150, 160), wide: many.filter((_, at) => at % 8 === 3) });
  const asRows = (order: readonly number[]): Table =>
    tableOf(
      textColumn(
        "gene",
        order.map((at) => many[at] as string),
      ),
      numberColumn(
        "stat",
        order.map((at) => values[at] as number),
      ),
    );
  const straight = many.map((_, at) => at);
  const told = async (order: readonly number[], rounds = 12_000) => {
    const { rows, doubts, body } = await answered(asRows(order), ofTies, {
      smallest: 2,
      method: { type: "preranked", rounds },
    });
    expect(doubts).toContain("enrichment-ranked.ties");
    const genes = (row: (typeof rows)[number]) => String(row["genes"]).split(", ").sort().join(" ");
    const bySet = rows
      .map((row): (typeof rows)[number] => ({ ...row, genes: genes(row) }))
      .sort((a, b) => String(a["set"]).localeCompare(String(b["set"])));
    return { bySet, pictures: body.ranking?.sets.map(({ name, corners }) => [name, corners]).sort() };
  };

  test("count the same wherever they stand: no order of rows changes an answer, and ten of a tie are as any other ten", async () => {
    const there = await told(straight);
    const [first, other, wide] = there.bySet;
    expect({ ...other, set: "", genes: "" }).toEqual({ ...first, set: "", genes: "" });
    // Both ten lie in places 20 to 219 of 400: up by 1 at their end, less 210 of 390 others.
    expect(Number(first?.["es"])).toBeCloseTo(1 - 210 / 390, 12);
    expect(wide?.["size"]).toBe(50);
    expect(await told(straight.toReversed())).toEqual(there);
    expect(await told(straight.map((at) => (at * 147) % 400))).toEqual(there);
  });

  test("the picture goes straight through them", async () => {
    const { pictures } = await told(straight, 100);
    expect(pictures?.find(([name]) => name === "first")?.[1]).toEqual({ x: [0, 20, 220, 400], y: [0, -0.051282, 0.46154, 0] });
  });
});

describe("the lines of R say what was asked", () => {
  const table = tableOf(
    textColumn("Gene name", names, { semantic: "gene" }),
    number("log2FoldChange", (at) => 2 - at / 10),
    number("stat", (at) => 4 + at / 5),
    number("pvalue", (at) => (at === 39 ? null : (at + 1) / 50)),
    number("padj", (at) => (at < 8 || at === 39 ? 0.01 : 0.6)),
    booleanColumn(
      "sig",
      names.map((_, at) => at < 6),
    ),
  );
  const lines = async (more: JsonObject, genes: Table = table) => (await answered(genes, sets, { ...small, ...more })).body.inR;

  test("a flag is a flag, a list the list, each direction its own", async () => {
    expect((await lines({ method: byFlag }))[1]).toBe('listed <- genes[["Gene name"]][which(genes[["sig"]])]');
    const numbers = flagged(names.map((_, at) => (at < 8 ? 1 : 0)));
    expect((await lines({ method: byFlag }, numbers))[1]).toBe('listed <- genes[["Gene name"]][which(genes[["sig"]] != 0)]');
    expect((await lines({ list: ["Gene2", "Gene39", "Nobody"] }))[1]).toBe('listed <- c("Gene2", "Gene39")');
    expect(
      (await lines({ method: { type: "over-representation", direction: "down", threshold: 0.7, least: 1 } })).slice(0, 3),
    ).toEqual([
      'universe <- unique(genes[["Gene name"]][!is.na(genes[["pvalue"]])])',
      'listed <- genes[["Gene name"]][which(genes[["padj"]] < 0.7 & genes[["log2FoldChange"]] < 0 & abs(genes[["log2FoldChange"]]) >= 1)]',
      "listed <- intersect(listed, universe)",
    ]);
  });

  test("run in R they give the p values of the cell", async () => {
    const p = async (more: JsonObject, side?: string): Promise<readonly number[]> => {
      const { rows } = await answered(table, sets, { ...small, ...more });
      const of = (set: string) => rows.find((row) => row["set"] === set && (side === undefined || row["side"] === side));
      return ["high", "spread"].map((set) => Number(of(set)?.["pvalue"]));
    };
    const near = (found: readonly number[], ofR: readonly number[]): void =>
      found.forEach((value, at) => expect(Math.abs(value / (ofR[at] as number) - 1)).toBeLessThan(1e-12));
    near(await p({ method: byFlag }), [3.0650185448947038e-7, 0.35770421528935448]);
    near(await p({ list: ["Gene2", "Gene39", "Nobody"] }), [0.15384615384615385, 1]);
    near(
      await p({ method: { type: "over-representation", direction: "down", threshold: 0.7, least: 1 } }),
      [1, 0.60706026882497477],
    );
    near(await p({ method: { type: "over-representation", direction: "up" } }), [8.5820519257051773e-6, 0.52985105848882941]);
  });

  test("a ranking is by what it was found to be", async () => {
    const [tested, ranks] = await lines({ method: { type: "preranked", rounds: 100 } });
    expect(tested).toBe('genes <- genes[!is.na(genes[["pvalue"]]), ]');
    expect(ranks).toBe(
      'ranks <- sort(setNames(ifelse(genes[["log2FoldChange"]] == 0, 0, -log10(genes[["pvalue"]]) * sign(genes[["log2FoldChange"]])), genes[["Gene name"]]), decreasing = TRUE)',
    );
    expect((await lines({ method: { type: "preranked", rounds: 100, by: "change" } }))[1]).toContain(
      'setNames(genes[["log2FoldChange"]]',
    );
  });
});

test("the rows of a contrast, each gene once and letters as they were compared come first", async () => {
  const two = tableOf(
    textColumn("gene", [...names, ...names], { semantic: "gene" }),
    textColumn("contrast", [...names.map(() => "a"), ...names.map((_, at) => (at === 39 ? "a" : "b"))]),
    numberColumn(
      "logFC",
      [...names, ...names].map((_, at) => 2 - (at % 40) / 10),
    ),
    numberColumn(
      "pvalue",
      [...names, ...names].map((_, at) => ((at % 40) + 1) / 50),
    ),
    numberColumn(
      "padj",
      [...names, ...names].map((_, at) => (at % 40 < 8 ? 0.01 : 0.6)),
    ),
  );
  const capitals = setsOf({ high: names.slice(0, 6).map((name) => name.toUpperCase()) });
  const { body } = await answered(two, capitals, small);
  expect(body.inR.slice(0, 6)).toEqual([
    'genes <- genes[genes[["contrast"]] == "a", ]',
    'genes <- genes[order(genes[["pvalue"]]), ]',
    'genes <- genes[!duplicated(genes[["gene"]]), ]',
    'as_compared <- function(id) sub("^(ENS[A-Z]*[GTP][0-9]{6,})[.][0-9]+$", "\\\\1", toupper(id))',
    'genes[["gene"]] <- as_compared(genes[["gene"]])',
    'sets[["gene"]] <- as_compared(sets[["gene"]])',
  ]);
});

test("letters are compared without regard to capitals, and only ids of Ensembl have versions", async () => {
  const clones = names.map((name, at) => (at < 2 ? `RP11-34P13.${at + 1}` : at === 2 ? "Ensg00000186092.7" : name));
  const table = tableOf(
    textColumn("gene", clones),
    number("log2FoldChange", (at) => 2 - at / 10),
    number("padj", (at) => at / 40),
  );
  const capitals = setsOf({
    clones: ["RP11-34P13.1", "ENSG00000186092"],
    others: names.slice(5, 12).map((name) => name.toUpperCase()),
  });
  const { rows } = await answered(table, capitals, {
    ...small,
    letters: "any-case",
    method: { type: "over-representation", direction: "either" },
  });
  expect(rows.find(({ set }) => set === "clones")?.["size"]).toBe(2);
});
