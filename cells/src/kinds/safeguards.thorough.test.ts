// What a careful reviewer demands, held by the kinds themselves (docs/SPEC.md, T-16): each safeguard by its refusal, its sentence or its
// number, in a small study.

import { describe, expect, test } from "vitest";
import type { Artifact } from "../artifacts/artifact.ts";
import { cellJson, columnOf, numberColumn, tableOf, textColumn } from "../artifacts/table.ts";
import type { CellId } from "../base/ids.ts";
import type { Json, JsonObject } from "../base/json.ts";
import { doubtsOfArtifact } from "../doubts-of-artifact.ts";
import { kindOf } from "../kinds.ts";
import { runKind, type Ran } from "../testing/run-kind.ts";
import {
  answersOf,
  count,
  dosage,
  each,
  estimatesOf,
  followUps,
  geneSets,
  halves,
  log2,
  matrixOf,
  mutationsOf,
  noise,
  rowsOf,
  traitsOf,
} from "../testing/small-study.ts";

const from = { ref: "cell_a" };
const design = { formula: "~ g" };
const asks = { by: "groups", factor: "g", of: ["b"], against: ["a"] };

const reasonOf = async (kind: string, spec: JsonObject, input: Artifact): Promise<string | null> =>
  (await runKind(kind, { from, ...spec }, { cell_a: input })).failure?.reason ?? null;
const saidBy = ({ outputs }: Ran): readonly string[] =>
  Object.values(outputs ?? {})
    .flatMap(doubtsOfArtifact)
    .map(({ key }) => key);
const bodyOf = ({ outputs, failure }: Ran): JsonObject => {
  const report = outputs?.["report"];
  return report?.type === "report" ? report.body : expect.fail(failure?.reason ?? "no report");
};
const fitted = async (value: typeof count): Promise<Artifact> => {
  const { outputs, failure } = await runKind("differential", { from, design }, { cell_a: matrixOf(value) });
  return outputs?.["fit"] ?? expect.fail(failure?.reason ?? "no fit");
};

describe("1. steps that take all samples", () => {
  const behind = (verb: string) => [{ id: "cell_a" as CellId, name: "made", spec: { steps: [{ id: "s", verb, batch: "lab" }] } }];
  const spec = kindOf("train")?.schema.parse({ from, target: "class", validation: { type: "leave-one-out", column: "lab" } });
  test.each(["combat", "remove-batch"])("%s is refused before each lab is left out in turn", (verb) => {
    expect(kindOf("train")?.refuses?.(spec as JsonObject, behind(verb))).toMatchObject({ reason: "learn.batch-taken-before" });
  });
});

describe("2. matrices without their batches are for pictures", () => {
  const corrected = { ...matrixOf(log2, { scale: "log2" }), withoutEffectsOf: ["batch"] };
  test("no model of expression, no test and no association is made of one; markers say it", async () => {
    expect(await reasonOf("differential", { design, method: { type: "limma-trend" } }, corrected)).toBe(
      "differential.batch-removed",
    );
    expect(await reasonOf("test", { by: "g" }, corrected)).toBe("test-cell.batch-removed");
    const genotypes = { ...matrixOf(dosage, { scale: "dosage", noun: "variant" }), withoutEffectsOf: ["batch"] };
    const asked = { from, sheet: { ref: "cell_t" }, trait: "trait" };
    const { failure } = await runKind("associate", asked, { cell_a: genotypes, cell_t: traitsOf(noise) });
    expect(failure?.reason).toBe("associate.no-genotypes");
    expect(saidBy(await runKind("markers", { from, by: "g" }, { cell_a: corrected }))).toContain(
      "markers-found.doubt-batch-removed",
    );
  });
});

describe("3. rows of one individual are no independent evidence", () => {
  const donors = textColumn(
    "patient",
    each((row) => `p${row % 4}`),
    { semantic: "patient" },
  );
  test("a donor that comes again stops models, tests and regressions, and blocks let them on", async () => {
    const matrix = matrixOf(log2, { scale: "log2", more: [donors] });
    const method = { type: "limma" };
    expect(await reasonOf("differential", { design, method }, matrix)).toBe("differential.repeated-donors");
    expect(await reasonOf("differential", { design: { ...design, block: "patient" }, method }, matrix)).toBeNull();
    const rows = rowsOf(noise, halves, donors);
    expect(await reasonOf("test", { values: ["y"], by: "g" }, rows)).toMatch(/^test-cell\.repeated-individuals/);
    expect(await reasonOf("regression", { outcome: "y", design, family: { type: "linear" } }, rows)).toMatch(
      /^regression-cell\.repeated-individuals/,
    );
  });
  test("clusters that the values made get no p value from them", async () => {
    const labels = textColumn("cluster", halves, { semantic: "cluster" });
    const own = "model-design.own-clusters";
    expect(await reasonOf("test", { values: ["y"], by: "cluster" }, rowsOf(noise, halves, labels))).toBe(own);
    const matrix = matrixOf(log2, { scale: "log2", more: [labels] });
    const method = { type: "limma-trend" };
    expect(await reasonOf("differential", { design: { formula: "~ cluster" }, method }, matrix)).toBe(own);
    expect(bodyOf(await runKind("markers", { from, by: "cluster" }, { cell_a: matrix }))["p"]).toBeNull();
  });
});

test("4. models of counts take no TPM, no logarithms and no fractions, and say what does (T-16)", async () => {
  for (const type of ["deseq2", "limma-voom"]) {
    const spec = { design, method: { type } };
    for (const scale of ["tpm", "log2"] as const)
      expect(await reasonOf("differential", spec, matrixOf(count, { scale }))).toBe("differential-counts.not-counts");
  }
  // limma takes estimates of counts with fractions, DESeq2 none.
  const halfCounts = matrixOf((g, s) => count(g, s) + 0.5);
  expect(await reasonOf("differential", { design, method: { type: "deseq2" } }, halfCounts)).toBe(
    "differential-counts.not-whole",
  );
  const made = await runKind("differential", { from, design }, { cell_a: matrixOf(log2, { scale: "log2" }) });
  expect(made.failure?.params).toMatchObject({ method: { key: "differential-deseq2.title" } });
});

test("5. an adjusted p that is missing is no 1: it says why, and the alpha of the filter stands on the result", async () => {
  const outlying = (gene: number, sample: number): number =>
    gene === 7 && sample === 2 ? 100_000 : count(gene, sample) * Number(gene > 0);
  const made = await runKind("contrast", { from, alpha: 0.1, contrasts: [{ asks }] }, { cell_a: await fitted(outlying) });
  const body = bodyOf(made) as { alpha: number; contrasts: { without: { key: string; n: number }[]; inR: string[] }[] };
  expect(body.contrasts[0]?.without).toEqual(
    expect.arrayContaining([
      { key: "differential-deseq2.why-zero", n: 1 },
      { key: "differential-deseq2.why-outlier", n: 1 },
    ]),
  );
  expect(body.alpha).toBe(0.1);
  expect(body.contrasts[0]?.inR.join()).toContain("alpha = 0.1");
  const { out } = made.outputs ?? {};
  if (out?.type !== "table") return expect.fail("no table");
  const adjusted = columnOf(out, "padj");
  if (!adjusted) return expect.fail("no padj");
  expect([0, 7].map((row) => cellJson(adjusted, row))).toEqual([null, null]);
});

test("6. over-representation is asked of the genes that were tested: a list alone is no universe, and its size is said", async () => {
  const spec = { from, sets: { ref: "cell_s" }, list: ["gene1", "gene2"], smallest: 1 };
  const listed = answersOf([0.01, 0.01], [1, 2], ["gene1", "gene2"]);
  const alone = await runKind("enrich", spec, { cell_a: listed, cell_s: geneSets });
  expect(alone.failure?.reason).toBe("enrichment-over.all-listed");
  const tested = answersOf(
    each((row) => row / 40, 40),
    each((row) => row - 20, 40),
  );
  const among = await runKind("enrich", spec, { cell_a: tested, cell_s: geneSets });
  const said = bodyOf(among)["said"] as { key: string; params: Json }[];
  expect(said.find(({ key }) => key === "enrich-cell.counted")?.params).toMatchObject({ universe: 40 });
});

describe("7. associations of variants", () => {
  const chromosomes = each((row) => (row < 20 ? "1" : row < 36 ? "2" : "X"), 40);
  const of = (alleles: readonly [string, string], isKnown = true): Artifact => {
    const matrix = matrixOf(dosage, { scale: "dosage", noun: "variant" });
    const places = [
      textColumn("chromosome", chromosomes, { semantic: "chromosome", ...(isKnown ? { build: "GRCh38" } : {}) }),
      numberColumn(
        "position",
        // Within what X has alone: its ends are tested as autosomes.
        each((row) => 5_000_000 + 1000 * row, 40),
        { semantic: "position", origin: 1 },
      ),
      textColumn(
        "ref",
        each(() => alleles[0], 40),
        { semantic: "allele" },
      ),
      textColumn(
        "alt",
        each(() => alleles[1], 40),
        { semantic: "allele" },
      ),
    ];
    return { ...matrix, features: tableOf(...matrix.features.columns, ...places) };
  };
  const asked = (input: Artifact, more: JsonObject = {}) =>
    runKind("associate", { from, sheet: { ref: "cell_t" }, trait: "trait", ...more }, { cell_a: input, cell_t: traitsOf(noise) });
  test("a floor of allele counts, the strand of A/T and C/G, the build, X by a setting, Hardy-Weinberg in mixtures", async () => {
    expect((await asked(of(["G", "A"]))).failure?.reason).toBe("associate.none-left");
    const palindromic = saidBy(await asked(of(["A", "T"]), { minCount: 1 }));
    expect(palindromic).toEqual(expect.arrayContaining(["associate.palindromes", "associate.off-sex"]));
    expect(palindromic).not.toContain("associate.no-build");
    expect(saidBy(await asked(of(["G", "A"], false), { minCount: 1 }))).toContain("associate.no-build");
    expect(saidBy(await asked(of(["G", "A"]), { minCount: 1, sexChromosomes: "x-twice" }))).toContain("associate.x-as-counted");
    expect(saidBy(await asked(of(["G", "A"]), { minCount: 1, hwe: 1e-9 }))).toContain("associate.hwe-together");
  });
  test("the kinship of a variant leaves its chromosome out, and asks for chromosomes", async () => {
    const bare = matrixOf(dosage, { scale: "dosage", noun: "variant" });
    const { failure } = await asked(bare, { minCount: 1, model: { type: "mixed" } });
    expect(failure?.reason).toBe("association-mixed.no-chromosomes");
  });
});

describe("8. survival", () => {
  const time = each((row) => ((row * 7) % 12) + 1);
  const died = each((row) => Number(row % 3 > 0));
  test("few events a coefficient are said, and each hazard ratio has the test of proportional hazards beside it", async () => {
    const made = await runKind(
      "survival",
      { from, time: "t", event: "e", group: "g", model: { formula: "~ g + x" } },
      { cell_a: followUps(time, died) },
    );
    expect(saidBy(made)).toContain("survival-cell.few-events-none");
    const { model } = bodyOf(made) as { model: { terms: { proportional: { p: number } | null }[] } };
    expect(model.terms).toHaveLength(2);
    for (const { proportional } of model.terms) expect(proportional?.p).toBeGreaterThan(0);
  });
  test.each([
    ["responder", true],
    ["best_response", true],
    ["Ответ на лечение", true],
    ["second line", true],
    ["sex", false],
    ["correspondence", false],
    ["stage", false],
  ])("whether %s is known only later: %s", async (name, isLater) => {
    const rows = followUps(time, died);
    const renamed = { ...rows, columns: rows.columns.map((column) => (column.name === "g" ? { ...column, name } : column)) };
    const made = await runKind("survival", { from, time: "t", event: "e", group: name }, { cell_a: renamed });
    expect(saidBy(made).includes("survival-cell.known-later")).toBe(isLater);
  });
});

test("9. of a lab with one class alone AUC is not defined, and is in no mean", async () => {
  const n = 30;
  const rows = tableOf(
    textColumn(
      "class",
      each((row) => (row >= 20 || row % 2 === 1 ? "yes" : "no"), n),
    ),
    textColumn(
      "lab",
      each((row) => "ABC".charAt(Math.floor(row / 10)), n),
    ),
    numberColumn(
      "x",
      each((row) => ((row * 7) % 11) + (row % 2), n),
    ),
  );
  const spec = { from, target: "class", algorithm: { type: "logistic" }, validation: { type: "leave-one-out", column: "lab" } };
  const body = bodyOf(await runKind("train", spec, { cell_a: rows })) as {
    folds: { name: string; auc: number | null }[];
    overFolds: { auc: { folds: number } };
  };
  expect(body.folds.map(({ name, auc }) => [name, auc === null])).toEqual([
    ["A", false],
    ["B", false],
    ["C", true],
  ]);
  expect(body.overFolds.auc.folds).toBe(2);
});

test("10. every contrast that a notebook asks of a model is counted, where one of them is read", () => {
  const kind = kindOf("contrast");
  const cell = (n: number) => ({
    id: `cell_${n}` as CellId,
    name: `c${n}`,
    spec: kind?.schema.parse({ from: { ref: "cell_m", port: "fit" }, contrasts: each(() => ({ asks }), n) }) as JsonObject,
  });
  const model = { id: "cell_m" as CellId, name: "model", spec: {} };
  expect(kind?.doubts?.(cell(1).spec, [model], [cell(1), cell(3)])).toMatchObject([
    { key: "contrast-cell.asked-of-model", params: { n: 4, cells: 2, model: "model" } },
  ]);
});

describe("11. every answer prints the call of R that gives the same", () => {
  const time = each((row) => ((row * 7) % 12) + 1);
  const died = each((row) => Number(row % 3 > 0));
  const logs = matrixOf(log2, { scale: "log2" });
  const sets = { cell_s: geneSets };
  const tested = answersOf(
    each((row) => row / 40, 40),
    each((row) => row - 20, 40),
  );
  const calls: readonly (readonly [string, JsonObject, { readonly [id: string]: Artifact }, RegExp])[] = [
    ["test", { from, values: ["y"], by: "g" }, { cell_a: rowsOf(noise) }, /t\.test|wilcox\.test/],
    ["regression", { from, outcome: "y", design: { formula: "~ x" } }, { cell_a: rowsOf(noise) }, /lm\(/],
    ["survival", { from, time: "t", event: "e", group: "g" }, { cell_a: followUps(time, died) }, /survfit|survdiff/],
    [
      "enrich",
      { from, sets: { ref: "cell_s" }, method: { type: "preranked" }, smallest: 3 },
      { cell_a: tested, ...sets },
      /fgsea/,
    ],
    [
      "meta-analysis",
      { studies: [{ from, name: "labs" }], study: "study", by: "gene" },
      { cell_a: estimatesOf(noise, noise) },
      /rma\(/,
    ],
    [
      "mutations",
      { from },
      {
        cell_a: mutationsOf(
          each((row) => `G${row % 3}`),
          each((row) => `s${row}`),
          "Missense_Mutation",
        ),
      },
      /./,
    ],
    ["markers", { from, by: "g" }, { cell_a: logs }, /wilcox/],
    ["cluster", { from, columns: ["y", "x"], method: { type: "k-means", k: 2 } }, { cell_a: rowsOf(noise) }, /kmeans/],
    ["power", { design: { type: "t" } }, {}, /power\.t\.test/],
  ];
  test.each(calls)("%s", async (kind, spec, inputs, expected) => {
    expect((bodyOf(await runKind(kind, spec, inputs))["inR"] as string[]).join("\n")).toMatch(expected);
  });
  test("contrast, associate, reduce", async () => {
    const asked = await runKind("contrast", { from, contrasts: [{ asks }] }, { cell_a: await fitted(count) });
    expect(JSON.stringify(bodyOf(asked))).toContain("DESeqDataSetFromMatrix");
    const variants = { cell_a: matrixOf(dosage, { scale: "dosage", noun: "variant" }), cell_t: traitsOf(noise) };
    const scan = await runKind("associate", { from, sheet: { ref: "cell_t" }, trait: "trait", minCount: 1 }, variants);
    expect(JSON.stringify(bodyOf(scan))).toMatch(/glm|lm\(|plink2/);
    expect(JSON.stringify(bodyOf(await runKind("reduce", { from }, { cell_a: logs })))).toMatch(/prcomp|svd/);
  });
});
