// The kind on small tables: alleles brought together, refusals, and estimates that are of no variants.

import { describe, expect, test } from "vitest";
import type { Artifact, Figure, Table } from "../../artifacts/artifact.ts";
import { cellJson, columnOf, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { Json } from "../../base/json.ts";
import { bodyOf } from "../../contract/report.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { metaAnalysisReport, type MetaBody } from "../../reports/meta-analysis/report.ts";
import { execute } from "./execute.ts";
import { metaAnalysis } from "./spec.ts";

type Row = readonly [id: string, alleles: string, frequency: number, beta: number | null, se: number];
const study = (...rows: readonly Row[]): Table =>
  tableOf(
    textColumn(
      "variant",
      rows.map(([id]) => id),
    ),
    textColumn(
      "effect_allele",
      rows.map(([, alleles]) => alleles.split("/")[0] ?? ""),
    ),
    textColumn(
      "other_allele",
      rows.map(([, alleles]) => alleles.split("/")[1] ?? ""),
    ),
    numberColumn(
      "frequency",
      rows.map(([, , frequency]) => frequency),
    ),
    numberColumn(
      "beta",
      rows.map(([, , , beta]) => beta),
    ),
    numberColumn(
      "se",
      rows.map(([, , , , se]) => se),
    ),
  );

const basel = study(
  ["rs1", "A/G", 0.2, 0.5, 0.1],
  ["rs2", "A/T", 0.2, 0.3, 0.1],
  ["rs3", "C/T", 0.4, 0.1, 0.1],
  ["rs4", "A/C", 0.3, 0.2, 0.1],
);
const riga = study(
  ["rs1", "C/T", 0.8, -0.4, 0.2],
  ["rs2", "A/T", 0.8, -0.3, 0.1],
  ["rs3", "C/A", 0.4, 0.1, 0.1],
  ["rs4", "A/C", 0.3, null, 0.1],
);

async function run(spec: { readonly [field: string]: Json }, tables: { readonly [name: string]: Table } = { basel, riga }) {
  const context = {
    signal: new AbortController().signal,
    progress: () => undefined,
    log: () => undefined,
    input: ({ ref }: { readonly ref: string }) => tables[ref],
  } as unknown as ExecuteContext;
  const studies = Object.keys(tables).map((name) => ({ from: { ref: name }, name }));
  return execute(metaAnalysis.schema.parse({ studies, method: "fixed", ...spec }), context);
}

async function found(spec: { readonly [field: string]: Json } = {}, tables?: { readonly [name: string]: Table }) {
  const outcome = await run(spec, tables);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  const out = outcome.value["out"] as Table;
  const rows = new Map(
    Array.from({ length: out.rowCount }, (_, row) => [
      String(cellJson(out.columns.find(({ type }) => type === "text") as never, row)),
      Number(cellJson(columnOf(out, "estimate") as never, row)),
    ]),
  );
  const body = bodyOf(metaAnalysisReport, outcome.value["report"] as Json) as MetaBody;
  return {
    rows,
    body,
    told: body.doubts.map(({ key }) => key.replace("meta-analysis.", "")),
    forest: outcome.value["forest"] as Figure,
    out,
  };
}
async function refused(spec: { readonly [field: string]: Json }, tables?: { readonly [name: string]: Table }): Promise<string> {
  const outcome = await run(spec, tables);
  return outcome.ok ? "answered" : outcome.error.reason.replace("meta-analysis.", "");
}

test("effects are brought to one allele and one strand; what is another variant, or not told, is left out and said", async () => {
  const { rows, told, body, forest } = await found();
  // (0.5 / 0.01 + 0.4 / 0.04) / (1 / 0.01 + 1 / 0.04)
  expect(rows.get("rs1")).toBeCloseTo(0.48, 12);
  expect([...rows.keys()]).toEqual(["rs1"]);
  expect(told).toEqual(["bad-rows", "aligned", "mismatched", "palindromes", "guessed"]);
  expect(body.says[0]?.key).toBe("meta-analysis.says-fixed");
  // A fixed effect has no variance between studies to tell of.
  expect(body.says.at(-1)?.key).toBe("meta-analysis.says-heterogeneity-fixed");
  expect(body.inR[0]).toContain("metafor::rma(beta, sei = se");
  expect(forest.alt).toContain("rs1");
  expect(forest.alt).toContain("basel: 0.5");
});

test("the allele that counts is told by the program that wrote the columns; rows of covariates are left out", async () => {
  const columns = (
    texts: { readonly [name: string]: readonly string[] },
    numbers: { readonly [name: string]: readonly number[] },
  ) =>
    tableOf(
      ...Object.entries(texts).map(([name, values]) => textColumn(name, [...values])),
      ...Object.entries(numbers).map(([name, values]) => numberColumn(name, [...values])),
    );
  // An effect of 0.2 of each copy of G, of five programs.
  const saige = columns(
    { CHR: ["1"], MarkerID: ["rs1"], Allele1: ["T"], Allele2: ["G"] },
    { POS: [9], AC_Allele2: [30], AF_Allele2: [0.3], BETA: [0.2], SE: [0.1], "p.value": [0.04] },
  );
  const some = columns({ MarkerID: ["rs1"], Allele1: ["T"], Allele2: ["G"] }, { AF_Allele2: [0.3], BETA: [0.2], SE: [0.1] });
  const regenie = columns(
    { CHROM: ["1"], ID: ["rs1"], ALLELE0: ["T"], ALLELE1: ["G"], TEST: ["ADD"] },
    { GENPOS: [9], A1FREQ: [0.3], BETA: [0.2], SE: [0.1], LOG10P: [1.4] },
  );
  const bolt = columns(
    { SNP: ["rs1"], CHR: ["1"], ALLELE1: ["G"], ALLELE0: ["T"] },
    { BP: [9], GENPOS: [0.1], A1FREQ: [0.3], BETA: [0.2], SE: [0.1], P_BOLT_LMM_INF: [0.04] },
  );
  const metal = columns(
    { MarkerName: ["rs1"], Allele1: ["t"], Allele2: ["g"] },
    { Freq1: [0.7], Effect: [-0.2], StdErr: [0.1], "P-value": [0.04] },
  );
  const plink2 = columns(
    { "#CHROM": ["1", "1"], ID: ["rs1", "rs1"], REF: ["G", "G"], ALT: ["T", "T"], A1: ["T", "T"], TEST: ["ADD", "AGE"] },
    { POS: [9, 9], OBS_CT: [50, 50], BETA: [-0.2, 3], SE: [0.1, 0.1], P: [0.04, 0.01] },
  );
  const { out, told, body } = await found({}, { saige, some, regenie, bolt, metal, plink2 });
  expect([out.rowCount, cellJson(columnOf(out, "studies") as never, 0)]).toEqual([1, 6]);
  expect(cellJson(columnOf(out, "estimate") as never, 0)).toBeCloseTo(0.2, 12);
  expect(told.filter((key) => key === "program").length).toBe(5);
  expect(told).toContain("not-additive");
  expect(body.doubts.find(({ key }) => key.endsWith("program"))?.params).toEqual({
    study: "saige",
    program: "SAIGE",
    column: "Allele2",
  });
});

test("palindromes by frequency, and as they are written", async () => {
  const by = await found({ palindromes: "by-frequency" });
  expect(by.rows.get("rs2")).toBeCloseTo(0.3, 12);
  const written = await found({ palindromes: "as-written" });
  expect(written.rows.get("rs2")).toBeCloseTo(0, 12);
  expect(written.told).toContain("palindromes-written");
});

test("genes by lab in one table, with random effects", async () => {
  const labs = tableOf(
    textColumn("lab", ["a", "b", "c", "a", "b", "c"]),
    textColumn("gene", ["Xist", "Xist", "Xist", "Tsix", "Tsix", "Tsix"]),
    numberColumn("log2FoldChange", [1, 1.5, 0.5, 0, 0.1, -0.1]),
    numberColumn("lfcSE", [0.1, 0.1, 0.1, 0.2, 0.2, 0.2]),
  );
  const { rows, body, told } = await found({ study: "lab", method: "reml" }, { all: labs });
  expect(rows.get("Xist")).toBeCloseTo(1, 10);
  expect(body.studies.map(({ name }) => name)).toEqual(["a", "b", "c"]);
  expect(told).toEqual(["few-random", "guessed"].sort((a, b) => told.indexOf(a) - told.indexOf(b)));
  expect(body.inR[0]).toContain("log2FoldChange");
});

test("what cannot be put together is refused", async () => {
  expect(await refused({}, { basel })).toBe("one-study");
  expect(await refused({ row: "rs9" })).toBe("no-row");
  expect(await refused({ effect: "betta" })).toBe("no-column");
  expect(await refused({ effect: "variant" })).toBe("no-numbers");
  expect(await refused({}, { basel, riga: study(["rs7", "A/G", 0.2, 0.5, 0.1]) })).toBe("none-shared");
  expect(await refused({}, { basel, riga: study(["rs1", "A/G", 0.2, 0.5, 0.1], ["rs1", "A/G", 0.2, 0.5, 0.1]) })).toBe(
    "twice-in-study",
  );
  const odds = tableOf(textColumn("variant", ["rs1"]), numberColumn("or", [1.2]), numberColumn("se", [0.1]));
  expect(await refused({}, { basel, odds })).toBe("ratio");
  const bare = tableOf(textColumn("variant", ["rs1"]), numberColumn("beta", [1.2]), numberColumn("se", [0.1]));
  expect(await refused({}, { basel, bare })).toBe("one-sided-alleles");
  expect(await refused({}, { basel, nothing: tableOf(textColumn("x", ["rs1"])) })).toBe("no-guess-by");
});

const alone = (id: string, allele: string, beta: number): Table =>
  tableOf(textColumn("SNP", [id]), textColumn("A1", [allele]), numberColumn("BETA", [beta]), numberColumn("SE", [0.1]));

test("the effect allele alone counts where it is the same one, else it is left out; no allele at all is a doubt", async () => {
  const studies = { one: alone("rs1", "A", 0.5), other: alone("rs1", "G", -0.5), third: alone("rs1", "a", 0.3) };
  const { rows, told, body } = await found({}, studies);
  expect(rows.get("rs1"), "metafor: (0.5 + 0.3) / 2").toBeCloseTo(0.4, 12);
  expect(told).toContain("alone");
  expect(body.studies.map(({ used }) => used)).toEqual([1, 0, 1]);
  const beside = await found({}, { basel, half: alone("rs1", "A", 0.5), riga });
  expect(beside.rows.get("rs1")).toBeCloseTo((0.5 / 0.01 + 0.5 / 0.01 + 0.4 / 0.04) / 225, 12);
  expect(await refused({}, { basel, half: alone("rs2", "A", 0.3) }), "A/T may be of the other strand").toBe("none-shared");
  const bare = (beta: number): Table =>
    tableOf(textColumn("rsid", ["rs1"]), numberColumn("beta", [beta]), numberColumn("se", [0.1]));
  expect((await found({}, { one: bare(0.5), other: bare(0.4) })).told).toContain("no-alleles");
});

test("an effect of the reference is turned to the alternate; a rarer allele's frequency tells no strand", async () => {
  const plink2 = tableOf(
    textColumn("id", ["rs1", "rs2"]),
    textColumn("ref", ["G", "A"]),
    textColumn("alt", ["A", "T"]),
    textColumn("a1", ["G", "A"]),
    numberColumn("maf", [0.2, 0.2]),
    numberColumn("beta", [-0.5, 0.3]),
    numberColumn("se", [0.1, 0.1]),
  );
  const { rows, told } = await found({ palindromes: "by-frequency" }, { basel, plink2 });
  expect(rows.get("rs1")).toBeCloseTo(0.5, 12);
  expect([...rows.keys()]).toEqual(["rs1"]);
  expect(told).toContain("palindromes");
});

test("a study a row, and nothing that names what is estimated: all are one thing, and a study stands once", async () => {
  const review = (last: string): Table =>
    tableOf(
      textColumn("name", ["A", "B", "C", last]),
      numberColumn("logor", [0.2, 0.4, Number.POSITIVE_INFINITY, 0.1]),
      numberColumn("sei", [0.1, 0.2, 1, 0.3]),
    );
  const { rows, told, body, out } = await found({ study: "name" }, { review: review("D") });
  // R 4.2, metafor 3.8: rma(logor, sei = sei, method = "FE")
  expect([...rows]).toEqual([["logor", expect.closeTo(0.228571428571, 12)]]);
  expect(Number(cellJson(columnOf(out, "p") as never, 0))).toBeCloseTo(0.00766076113518, 13);
  expect(told).toEqual(["bad-rows", "guessed-one"]);
  expect(body.inR[0]).toContain("data = d)");
  expect(await refused({ study: "name" }, { review: review("A") })).toBe("no-guess-by");
  expect(await refused({ study: "name" }, { one: review("D"), other: review("E") })).toBe("twice-in-study");
});

test("the same table twice and equal names are refused", async () => {
  const twice = { studies: [{ from: { ref: "basel" } }, { from: { ref: "basel" }, name: "again" }] };
  expect(await refused(twice)).toBe("same-table");
  const alike = {
    studies: [
      { from: { ref: "basel" }, name: "A" },
      { from: { ref: "riga" }, name: "A" },
    ],
  };
  expect(await refused(alike)).toBe("same-name");
});

test("its rows may be anybody's: names of patients keep their meaning", async () => {
  const patients = (beta: number): Table =>
    tableOf(
      textColumn("id", ["p1", "p2"], { semantic: "patient" }),
      numberColumn("beta", [beta, 1]),
      numberColumn("se", [0.1, 0.1]),
    );
  const { out, body, forest } = await found({}, { one: patients(0.5), other: patients(0.4) });
  const told = (port: string, artifact: Artifact) =>
    metaAnalysis.discloses({ spec: metaAnalysis.schema.parse({}), port, artifact, columns: null, valueOf: () => undefined });
  expect(told("out", out)).toEqual({ identifying: ["id"], behind: { of: "individuals" } });
  expect(told("forest", forest)?.behind).toEqual({ of: "individuals" });
  expect(metaAnalysisReport.discloses(body)?.behind).toEqual({ of: "individuals" });
  expect(metaAnalysisReport.ofGroups?.(body).says).toEqual([]);
});

// BCG against tuberculosis, 13 trials: metafor 3.8-1, cells/src/stats/meta/counts.R; rma(measure = "OR", ...) and rma.mh().
describe("counts of two arms", () => {
  const trials = [4, 6, 3, 62, 33, 180, 8, 505, 29, 17, 186, 5, 27];
  const numbers = (of: readonly (number | null)[]) => [...of];
  const arms = (more: { readonly [column: string]: readonly (number | null)[] } = {}) => {
    const columns: { readonly [column: string]: readonly (number | null)[] } = {
      ai: trials,
      n1i: [123, 306, 231, 13598, 5069, 1541, 2545, 88391, 7499, 1716, 50634, 2498, 16913],
      ci: [11, 29, 11, 248, 47, 372, 10, 499, 45, 65, 141, 3, 29],
      n2i: [139, 303, 220, 12867, 5808, 1451, 629, 88391, 7277, 1665, 27338, 2341, 17854],
      ...more,
    };
    return tableOf(
      textColumn("trial", columns["ai"]?.map((_, at) => `T${at + 1}`) ?? []),
      ...Object.entries(columns).map(([name, values]) => numberColumn(name, numbers(values))),
    );
  };
  const of = (counts: { readonly [field: string]: Json }, more: { readonly [field: string]: Json } = {}, table = arms()) =>
    found({ study: "trial", counts, ...more }, { bcg: table });
  const row = ({ out }: { readonly out: Table }, column: string): number => Number(cellJson(columnOf(out, column) as never, 0));

  test("are put together by each method, with the call of R and the ratio in words", async () => {
    const mh = await of({}, { method: "mantel-haenszel" });
    expect(row(mh, "estimate")).toBeCloseTo(-0.473410988388585, 10);
    expect(row(mh, "se")).toBeCloseTo(0.0410077784042314, 10);
    expect(row(mh, "q")).toBeCloseTo(163.942579569193, 8);
    expect(mh.told).toEqual(["guessed-counts"]);
    expect(mh.body.says.map(({ key }) => key.replace("meta-analysis.", ""))).toEqual([
      "says-mantel-haenszel",
      "says-row",
      "says-odds-ratio",
      "says-heterogeneity-fixed",
    ]);
    expect(mh.body.inR).toEqual([
      'metafor::rma.mh(measure = "OR", ai = ai, n1i = n1i, ci = ci, n2i = n2i, data = d, drop00 = FALSE)',
    ]);
    const reml = await of({ measure: "risk-ratio" }, { method: "reml" });
    expect(row(reml, "estimate")).toBeCloseTo(-0.7145, 4);
    expect(row(reml, "tau2")).toBeCloseTo(0.3132, 4);
    expect(JSON.stringify(reml.forest.layout["meta"])).toContain("axis-risk-ratio");
    expect((await of({ measure: "risk-difference" }, { method: "fixed" })).body.says.map(({ key }) => key)).toContain(
      "meta-analysis.says-risk-difference",
    );
  });

  test("that cannot be counted are left out and said; empty cells and silent studies are said", async () => {
    const bad = await of(
      { events: "ai" },
      { method: "fixed" },
      arms({ ai: [null, 1.5, 300, 0, ...trials.slice(4)], ci: [11, 29, 11, 0, ...trials.slice(4)] }),
    );
    expect(bad.told.slice(0, 4)).toEqual(["guessed-counts", "bad-counts", "empty-cells", "silent"]);
    expect(row(bad, "studies")).toBe(10);
  });

  test("are refused where they are not there, are alleles, or tell no ratio", async () => {
    const plain = { method: "mantel-haenszel" };
    expect(await refused(plain)).toBe("needs-counts");
    expect(await refused({ counts: {} })).toBe("no-guess-events");
    expect(await refused({ study: "trial", counts: { total: "n" } }, { bcg: arms() })).toBe("no-column");
    expect(await refused({ study: "trial", counts: { total: "trial" } }, { bcg: arms() })).toBe("no-numbers");
    const none = trials.map(() => 0);
    expect(await refused({ study: "trial", counts: {}, ...plain }, { bcg: arms({ ai: none }) })).toBe("no-events");
    const counted = tableOf(
      ...basel.columns,
      ...arms()
        .columns.filter(({ name }) => name !== "trial")
        .map((column) => ({ ...column, values: (column as { values: Float64Array }).values.slice(0, 4) }) as never),
    );
    expect(await refused({ counts: {} }, { basel: counted, riga: counted })).toBe("counts-of-alleles");
  });
});

// metafor 3.8-1: predict(rma(y, sei = se, method = "REML")): pi.lb -0.4969947, pi.ub 1.140281.
test("where effects differ between studies, it is told where that of one more would lie", async () => {
  const all = tableOf(
    textColumn("lab", [..."abcde"]),
    numberColumn("beta", [0.5, -0.2, 0.9, 0.1, 0.4]),
    numberColumn("se", [0.1, 0.12, 0.2, 0.08, 0.15]),
  );
  const saidOf = async (method: string) =>
    (await found({ study: "lab", effect: "beta", error: "se", method }, { all })).body.says.find(({ key }) =>
      key.endsWith("says-prediction"),
    );
  expect((await saidOf("reml"))?.params).toEqual({ lower: -0.497, upper: 1.14 });
  expect(await saidOf("fixed")).toBeUndefined();
});
