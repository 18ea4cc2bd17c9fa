// Regression cells end to end: proposals with their reasons, numbers against R (stats/regression/regression.json, wdbc by glm), what is
// left out and told, and what is refused with its way on.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Assay, Table } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { cellJson, columnOf, integerColumn, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { CellId } from "../../base/ids.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { bodyOf } from "../../contract/report.ts";
import { failureSentence, sentenceIn } from "../../messages/catalogue.ts";
import { locales } from "../../messages/locale.ts";
import { sentencesIn } from "../../messages/sentence.ts";
import { type RegressionBody, regressionReport } from "../../reports/regression/report.ts";
import { hasReference, referenceFile } from "../../testing/reference-data.ts";
import { execute } from "./execute.ts";
import { regression } from "./spec.ts";

async function ran(input: Table | Assay, spec: JsonObject) {
  const context: Partial<ExecuteContext> = {
    signal: new AbortController().signal,
    progress: () => {},
    log: () => {},
    input: () => input,
    valueOf: (field) => field as Json,
  };
  return execute(regression.schema.parse({ from: { ref: "cell_a" as CellId }, ...spec }), context as ExecuteContext);
}
async function found(input: Table | Assay, spec: JsonObject) {
  const made = await ran(input, spec);
  if (!made.ok) throw new Error(failureSentence(made.error, "en"));
  const { report, ...outputs } = made.value;
  const body = report?.type === "report" ? bodyOf(regressionReport, { report: report.report, body: report.body }) : null;
  if (!body) throw new Error("no report");
  for (const list of [body.says, body.checks, body.doubts, body.why ? [body.why] : []])
    for (const sentence of sentencesIn(list as never))
      for (const locale of locales) expect(sentenceIn(sentence, locale)).not.toMatch(/undefined|null|\{[\w-]+[|}]/);
  return { body, outputs };
}
/** The reason and the setting that mends it. */
async function refused(input: Table | Assay, spec: JsonObject): Promise<readonly [string, Json]> {
  const made = await ran(input, spec);
  if (made.ok) return ["answered", null];
  for (const locale of locales) expect(failureSentence(made.error, locale)).not.toMatch(/undefined|\{[\w-]+[|}]/);
  return [
    made.error.reason.replace(/^(regression-cell|regressions|model-design)\./, ""),
    (made.error.fix?.value ?? null) as Json,
  ];
}
const keysOf = (list: RegressionBody["says"]): readonly string[] => list.map(({ key }) => key.replace("regression-cell.", ""));

const r = JSON.parse(readFileSync(new URL("../../stats/regression/regression.json", import.meta.url), "utf8")) as {
  readonly data: { readonly [column: string]: readonly (number | string)[] };
  readonly glm: {
    readonly [name: string]: { readonly table: readonly (readonly number[])[]; readonly profile: readonly number[][] };
  };
  readonly linear: readonly {
    readonly classical: readonly (readonly number[])[];
    readonly hc3: readonly (readonly number[])[];
  }[];
  readonly mixed: readonly { readonly table: readonly (readonly number[])[] }[];
};
const texts = (name: string) => textColumn(name, (r.data[name] ?? []) as readonly string[]);
const numbers = (name: string, as = name) => numberColumn(as, (r.data[name] ?? []) as readonly number[]);
const n = r.data["y"]?.length ?? 0;
const litters = textColumn("litter", (r.data["litter"] ?? []) as readonly string[], { semantic: "patient" });
const sick = textColumn(
  "sick",
  (r.data["sick"] ?? []).map((value) => (value === 1 ? "yes" : "no")),
);
const mice = tableOf(
  texts("dose"),
  texts("sex"),
  numbers("age"),
  numbers("y"),
  numbers("weight"),
  sick,
  numbers("count"),
  numbers("amount"),
);
const repeated = tableOf(...mice.columns, litters);
const by = (formula: string, more: JsonObject = {}): JsonObject => ({ design: { formula, ...more } });

const near = (value: number | null | undefined, expected: number | undefined, within = 1e-6) =>
  expect(Math.abs((value ?? Number.NaN) / (expected ?? Number.NaN) - 1)).toBeLessThan(within);

describe("the outcome proposes the family, and the reason stands beside it", () => {
  test.each([
    ["y", mice, "linear", "why-linear"],
    ["sick", mice, "logistic", "why-logistic"],
    ["weight", repeated, "mixed", "why-mixed"],
    ["sick", repeated, "logistic", "why-logistic-repeated"],
    // Twice as much spread as a Poisson model takes.
    ["count", mice, "negative-binomial", "why-negative-binomial"],
  ] as const)("%s", async (outcome, table, family, why) => {
    const { body } = await found(table, { outcome, ...by("~ dose + sex") });
    expect([body.family.type, body.why?.key, body.auto]).toEqual([family, `regression-cell.${why}`, true]);
  });

  test("counts that vary as chance makes them are Poisson's; ages are numbers", async () => {
    const counted = tableOf(
      texts("dose"),
      integerColumn(
        "spots",
        [..."012101321012010213210102301201021320121010123021"].map(Number).concat([0, 1, 2, 1, 0, 1, 2, 0, 1, 1, 0, 2]),
      ),
    );
    expect((await found(counted, { outcome: "spots", ...by("~ dose") })).body.family.type).toBe("poisson");
    const aged = tableOf(
      texts("dose"),
      integerColumn(
        "years",
        Array.from({ length: n }, (_, at) => 30 + ((at * 7) % 41)),
      ),
    );
    expect((await found(aged, { outcome: "years", ...by("~ dose") })).body.family.type).toBe("linear");
  });
});

describe("numbers are R's", () => {
  test("linear, classical and with HC3", async () => {
    const { body } = await found(mice, { outcome: "y", ...by("~ dose + sex + age") });
    body.coefficients.forEach(({ estimate, error, p }, at) => {
      const [one, two, , four] = r.linear[0]?.classical[at] ?? [];
      near(estimate, one);
      near(error, two);
      near(p, four);
    });
    const robust = await found(mice, { outcome: "y", ...by("~ dose + sex + age"), errors: "hc3" });
    robust.body.coefficients.forEach(({ error }, at) => near(error, r.linear[0]?.hc3[at]?.[1]));
    expect(robust.body.inR.join("\n")).toContain('coeftest(fit, vcov = vcovHC(fit, type = "HC3"))');
  });
  test("logistic with profile intervals: odds ratios in the table", async () => {
    const { body, outputs } = await found(mice, { outcome: "sick", ...by("~ dose + sex + age"), intervals: "profile" });
    body.coefficients.forEach(({ estimate, low, high }, at) => {
      near(estimate, r.glm["logistic"]?.table[at]?.[0]);
      near(low, r.glm["logistic"]?.profile[at]?.[0], 1e-5);
      near(high, r.glm["logistic"]?.profile[at]?.[1], 1e-5);
    });
    const out = outputs["out"];
    const ratios = out?.type === "table" ? columnOf(out, "odds_ratio") : null;
    near(ratios ? Number(cellJson(ratios, 1)) : null, Math.exp(r.glm["logistic"]?.table[1]?.[0] ?? 0));
    expect(body.testedBy).toBe("likelihood");
  });
  test("mixed: individuals that come several times are taken into account by themselves", async () => {
    const { body } = await found(repeated, { outcome: "weight", ...by("~ dose + sex + age") });
    expect([body.block, body.groups, body.freedom]).toEqual(["litter", 14, "satterthwaite"]);
    body.coefficients.forEach(({ estimate, df }, at) => {
      near(estimate, r.mixed[0]?.table[at]?.[0], 1e-5);
      near(df, r.mixed[0]?.table[at]?.[2], 1e-4);
    });
    expect(body.inR).toContain("fit <- lmer(weight ~ dose + sex + age + (1 | litter), data = d)");
  });
});

const wdbc = "wdbc/wdbc.csv";
describe.runIf(hasReference(wdbc))("wdbc", () => {
  const tumours = (): Table => {
    const [head = [], ...lines] = readFileSync(referenceFile(wdbc), "utf8")
      .trim()
      .split("\n")
      .map((line) => line.split(","));
    const column = (name: string) => lines.map((line) => line[head.indexOf(name)] ?? "");
    return tableOf(
      numberColumn("mean radius", column("mean radius").map(Number)),
      numberColumn("mean texture", column("mean texture").map(Number)),
      textColumn("диагноз", column("diagnosis")),
    );
  };
  test("names with spaces and other letters stand in formulas, and R's glm is given them", async () => {
    const { body } = await found(tumours(), {
      outcome: "диагноз",
      counted: "malignant",
      ...by("~ `mean radius` + `mean texture`"),
    });
    expect(body.inR).toContain(
      'fit <- glm(as.integer(диагноз == "malignant") ~ `mean radius` + `mean texture`, data = d, family = binomial)',
    );
    near(body.coefficients[1]?.estimate, wdbcInR.radius[0], 1e-8);
    near(body.coefficients[1]?.error, wdbcInR.radius[1], 1e-6);
    near(body.coefficients[2]?.estimate, wdbcInR.texture[0], 1e-8);
    near(body.facts.find(({ key }) => key === "aic")?.value, wdbcInR.aic, 1e-9);
  });
});
/** coef(summary(fit)) and AIC(fit) of glm of R 4.2.2 with epsilon = 1e-14. */
const wdbcInR = {
  radius: [1.05710183052425, 0.101480616475757],
  texture: [0.218141006104278, 0.0370660167134002],
  aic: 297.123306378091,
};

describe("what is doubtful is told", () => {
  test("rows without an outcome are left out and counted; those without a column of the design wait for a word", async () => {
    const gaps = tableOf(
      ...mice.columns.map((column) =>
        column.name === "y" || column.name === "age"
          ? numberColumn(
              column.name,
              (r.data[column.name] ?? []).map((value, at) => (at < (column.name === "y" ? 3 : 5) ? null : Number(value))),
            )
          : column,
      ),
    );
    expect(await refused(gaps, { outcome: "y", ...by("~ age") })).toEqual([
      "found-missing",
      { formula: "~ age", columns: [], block: null, missing: "drop" },
    ]);
    const { body, outputs } = await found(gaps, { outcome: "y", ...by("~ age", { missing: "drop" }) });
    expect(body.n).toBe(n - 5);
    expect(body.doubts.find(({ key }) => key === "regression-cell.outcome-left-out")?.rows).toEqual([3]);
    const rows = outputs["rows"];
    const row = rows?.type === "table" ? columnOf(rows, "row") : null;
    expect(row && cellJson(row, 0)).toBe(6);
  });
  test("few events, few clusters, columns that go together, spread that differs", async () => {
    expect(keysOf((await found(mice, { outcome: "sick", ...by("~ dose + sex + age") })).body.doubts)).toContain("few-events");
    const clustered = await found(repeated, { outcome: "y", ...by("~ dose", { block: "litter" }), family: { type: "linear" } });
    expect([clustered.body.errors, clustered.body.coefficients[1]?.df]).toEqual(["cluster", 13]);
    expect(keysOf(clustered.body.doubts)).toContain("few-clusters");
    const double = tableOf(
      ...mice.columns,
      numberColumn(
        "twice",
        (r.data["age"] ?? []).map((value, at) => 2 * Number(value) + (at % 3)),
      ),
    );
    expect(keysOf((await found(double, { outcome: "y", ...by("~ age + twice") })).body.doubts)).toContain("inflated");
    const spread = tableOf(
      numberColumn(
        "x",
        Array.from({ length: 60 }, (_, at) => at),
      ),
      numberColumn(
        "z",
        Array.from({ length: 60 }, (_, at) => at + ((at * at) / 20) * Math.sin(at * 2.4)),
      ),
    );
    const { body } = await found(spread, { outcome: "z", ...by("~ x") });
    expect(keysOf(body.doubts)).toContain("spread-differs");
    expect(body.ways).toMatchObject([{ path: ["errors"], value: "hc3" }]);
  });
  test("what is called a mouse and comes several times may be an individual: it is told, with the setting that takes it into account", async () => {
    const named = tableOf(...mice.columns, textColumn("Mouse ID", (r.data["litter"] ?? []) as readonly string[]));
    const { body } = await found(named, { outcome: "y", ...by("~ dose") });
    expect(keysOf(body.doubts)).toContain("perhaps-repeated");
    expect(body.ways).toMatchObject([{ of: "regression-cell.perhaps-repeated", path: ["design", "block"], value: "Mouse ID" }]);
  });
  test("an outcome of three texts is one against the others, and raw counts of a matrix are called so", async () => {
    const three = await found(mice, { outcome: "dose", counted: "c", ...by("~ age") });
    expect(keysOf(three.body.doubts)).toContain("against-others");
    const counts = assayOf({
      features: tableOf(textColumn("gene", ["Xist"])),
      samples: tableOf(
        textColumn(
          "sample",
          (r.data["y"] ?? []).map((_, at) => `s${at}`),
        ),
        texts("dose"),
      ),
      values: { layout: "dense", data: Float32Array.from((r.data["count"] ?? []) as readonly number[]) },
      featureNoun: "gene",
      scale: "counts",
    } as never);
    const { body } = await found(counts, { outcome: "Xist", ...by("~ dose") });
    expect(keysOf(body.doubts)).toContain("raw-counts");
    expect(body.inR).toContain('d$Xist <- m["Xist", ]');
  });
});

describe("what cannot be done right is refused, with the way on", () => {
  const separated = tableOf(
    numberColumn(
      "x",
      Array.from({ length: 20 }, (_, at) => at),
    ),
    textColumn(
      "ill",
      Array.from({ length: 20 }, (_, at) => (at < 10 ? "no" : "yes")),
    ),
    textColumn(
      "same",
      Array.from({ length: 20 }, () => "a"),
    ),
    numberColumn(
      "flat",
      Array.from({ length: 20 }, () => 3),
    ),
    numberColumn(
      "double",
      Array.from({ length: 20 }, (_, at) => 2 * at),
    ),
    numberColumn(
      "wave",
      Array.from({ length: 20 }, (_, at) => Math.sin(at)),
    ),
  );
  test("perfect separation leads to Firth's penalty, which answers", async () => {
    const asked = { outcome: "ill", ...by("~ x") };
    const [reason, family] = await refused(separated, asked);
    expect([reason, family]).toEqual(["separated", { type: "logistic", firth: true }]);
    const { body } = await found(separated, { ...asked, family });
    expect(body.intervals).toBe("profile");
    expect(body.coefficients[1]?.low).toBeGreaterThan(0);
    // Of the term Wald says .016 where the penalised likelihood of its one coefficient is certain: which is which is told.
    expect(body.testedBy).toBe("chi");
    expect(keysOf(body.doubts)).toContain("firth-terms");
  });
  test.each([
    [{ outcome: "ill", ...by("~ same") }, "found-one-level"],
    [{ outcome: "flat", ...by("~ x") }, "constant"],
    [{ outcome: "same", ...by("~ x") }, "one-answer"],
    [{ outcome: "x", ...by("~ double"), family: { type: "linear" } }, "perfect"],
    [{ outcome: "wave", ...by("~ x + double") }, "found-together"],
    [{ outcome: "wave", ...by("~ x + wave") }, "outcome-in-design"],
    [{ outcome: "nothing", ...by("~ x") }, "no-outcome"],
    [{ outcome: "Wave", ...by("~ x") }, "no-outcome-near"],
    [{ outcome: "wave", ...by("~ x"), family: { type: "poisson" } }, "not-counts"],
    [{ outcome: "wave", ...by("~ x"), family: { type: "gamma" } }, "not-positive"],
    [{ outcome: "ill", ...by("~ x"), family: { type: "linear" } }, "needs-numbers"],
    [{ outcome: "wave", ...by("~ x"), family: { type: "logistic" } }, "many-answers"],
    [{ outcome: "wave", ...by("~ x"), family: { type: "mixed" } }, "needs-groups"],
    [{ outcome: "wave", ...by("~ x"), errors: "cluster" }, "no-clusters"],
    [{ outcome: "wave", ...by("~ x"), intervals: "profile" }, "no-profile"],
    [{ outcome: "wave", ...by("~ x"), exposure: "double" }, "no-exposure"],
    [{ outcome: "wave", ...by("~ x"), compare: "x" }, "compare-number"],
    [{ outcome: "wave", ...by("~ x"), compare: "ill" }, "compare-missing"],
    [{ outcome: "wave", ...by("~ ill"), against: "first", adjust: "tukey" }, "tukey-of-first"],
    [{ outcome: "wave", ...by("~ ill"), adjust: "dunnett" }, "dunnett-of-each"],
  ] as const)("%j: %s", async (spec, reason) => {
    expect((await refused(separated, spec as unknown as JsonObject))[0]).toBe(reason);
  });
  test("individuals that come several times are taken into account or nothing is told", async () => {
    const asked = { outcome: "y", ...by("~ dose"), family: { type: "linear" } };
    expect(await refused(repeated, asked)).toEqual(["repeated-individuals-mixed", "litter"]);
    expect(await refused(repeated, { ...asked, ...by("~ dose", { block: "litter" }), errors: "classical" })).toEqual([
      "block-unused",
      "auto",
    ]);
    const mixed = { outcome: "y", ...by("~ dose", { block: "litter" }), family: { type: "mixed" } };
    expect(await refused(repeated, { ...mixed, errors: "hc3" })).toEqual(["errors-of-mixed", "auto"]);
    expect((await refused(repeated, { ...mixed, family: { type: "mixed", method: "ml", freedom: "kenward-roger" } }))[0]).toBe(
      "kr-needs-reml",
    );
  });
});

test("groups are compared within another, against the reference, and an exposure makes rates", async () => {
  const { body, outputs } = await found(mice, { outcome: "y", ...by("~ dose * sex"), within: "sex", against: "first" });
  expect(body.means?.pairs.map(({ one, other, within }) => `${within}: ${one} – ${other}`)).toEqual([
    "F: b – a",
    "F: c – a",
    "M: b – a",
    "M: c – a",
  ]);
  expect(body.means?.adjust).toBe("dunnett");
  expect(body.inR.join("\n")).toContain('"trt.vs.ctrl", adjust = "mvt")');
  expect(keysOf(body.says)).toContain("crossed");
  for (const port of ["forest", "terms", "means", "drawn", "comparisons", "rows", "residuals", "normal", "influence"])
    expect(outputs[port], port).toBeDefined();
  const rates = await found(mice, { outcome: "count", ...by("~ dose"), family: { type: "poisson" }, exposure: "amount" });
  expect(rates.body.inR.join("\n")).toContain("offset = log(amount)");
  expect(keysOf(rates.body.doubts)).not.toContain("overdispersed");
});

describe("how many rows stand behind what is told", () => {
  const rows = 24;
  const texted = (name: string, at: (row: number) => string) =>
    textColumn(
      name,
      Array.from({ length: rows }, (_, row) => at(row)),
    );
  const data = tableOf(
    // One row alone is a and p.
    texted("g", (row) => (row < 7 ? "a" : "b")),
    texted("h", (row) => (row === 0 || row > 12 ? "p" : "q")),
    numberColumn(
      "x",
      Array.from({ length: rows }, (_, row) => Number(row === 4)),
    ),
    numberColumn(
      "y",
      Array.from({ length: rows }, (_, row) => (row === 0 ? 77.125 : 50 + ((row * 7) % 11))),
    ),
  );
  const sizesOf = async (formula: string) => {
    const { body, outputs } = await found(data, { outcome: "y", ...by(formula), family: { type: "linear" } });
    const column = outputs["out"]?.type === "table" ? columnOf(outputs["out"], "n") : null;
    return { body, sizes: body.sizes, n: column?.type === "int32" ? [...column.values] : [] };
  };
  test("the cell of the reference of crossed groups counts, too", async () => {
    const { body, sizes, n } = await sizesOf("~ g * h");
    expect(body.coefficients[0]?.estimate).toBeCloseTo(77.125, 9);
    expect(sizes).toContain(1);
    expect(n).toEqual([1, 1, 1, 1]);
    expect((await sizesOf("~ g + h")).n).toEqual([24, 7, 12]);
  });
  test("a number that is another in one row alone tells of that row", async () => {
    expect((await sizesOf("~ x")).n).toEqual([24, 1]);
  });
});

// R 4.2.2 on the same data (regression.json): lm(y ~ 0 + dose + age).
test("without an intercept a group stands by itself: no reference, no interaction, no share of a spread that was not asked", async () => {
  const { body } = await found(mice, { outcome: "y", ...by("~ 0 + dose + age") });
  expect(body.coefficients.map(({ label }) => label)).toEqual(["dose: a", "dose: b", "dose: c", "age + 1"]);
  near(body.coefficients[1]?.estimate, 2.76556597481);
  near(body.coefficients[3]?.p, 0.4849651315227);
  expect(keysOf(body.says)).toEqual(["rows", "diff-number-not", "pairs-some"]);
  expect(keysOf(body.doubts)).not.toContain("inflated");
});

// emmeans 1.8.4, pairs(emmeans(lm(y ~ g), "g")): of ten a - e (p = 0.0138) and b - e (0.0443) pass alone, and none by Tukey (0.0917, 0.2440).
test("what differs alone, and not among all comparisons, is told apart", async () => {
  const pattern = [-1, -0.5, 0, 0.2, 0.6, 0.7];
  const levels = [0, 0.2, 0.3, 0.4, 1];
  const data = tableOf(
    textColumn(
      "g",
      levels.flatMap((_, at) => pattern.map(() => "abcde"[at] as string)),
    ),
    numberColumn(
      "y",
      levels.flatMap((level) => pattern.map((value) => value + level)),
    ),
  );
  const { body } = await found(data, { outcome: "y", ...by("~ g") });
  const said = body.says.find(({ key }) => key.endsWith("pairs-none-alone"));
  expect(said?.params).toMatchObject({ n: 10, alone: 2 });
});

// coefci(glm(amount ~ dose + age, Gamma("log")), df = 56), and with vcovHC(fit, "HC3").
test("R's calls of a gamma regression go by t, as the intervals do", async () => {
  const asked = { outcome: "amount", ...by("~ dose + age"), family: { type: "gamma" } };
  const { body } = await found(mice, asked);
  near(body.coefficients[1]?.low, -0.20879393475);
  near(body.coefficients[1]?.high, 0.53979772067);
  expect(body.inR).toContain("lmtest::coefci(fit, df = df.residual(fit))");
  const robust = (await found(mice, { ...asked, errors: "hc3" })).body;
  near(robust.coefficients[1]?.low, -0.25551337071);
  near(robust.coefficients[2]?.p, 0.199833, 1e-5);
  expect(robust.inR).toContain('coefci(fit, vcov = vcovHC(fit, type = "HC3"), df = df.residual(fit))');
  expect(robust.inR.join("\n")).toContain("pf(Chisq / Df, Df, df.residual(fit), lower.tail = FALSE)");
});

test("counts that vary more are no doubt where errors take that into account", async () => {
  const asked = { outcome: "count", ...by("~ dose"), family: { type: "poisson" } };
  const { body } = await found(mice, asked);
  expect(body.doubts.map(({ key }) => key)).toContain("regressions.overdispersed");
  const robust = (await found(mice, { ...asked, errors: "hc3" })).body;
  expect(robust.doubts.map(({ key }) => key)).not.toContain("regressions.overdispersed");
  expect(robust.checks[0]).toMatchObject({ key: "regressions.overdispersed-taken", params: { ratio: 2.32 } });
});

test("by errors of clusters that are fewer than its coefficients a term has no test, and it is said", async () => {
  const data = tableOf(
    textColumn(
      "g",
      Array.from({ length: 32 }, (_, row) => "abcd"[row % 4] ?? ""),
    ),
    textColumn(
      "litter",
      Array.from({ length: 32 }, (_, row) => `l${Math.floor(row / 11)}`),
    ),
    numberColumn(
      "y",
      Array.from({ length: 32 }, (_, row) => ((row * 13) % 17) + (row % 4)),
    ),
  );
  const { body } = await found(data, { outcome: "y", ...by("~ g", { block: "litter" }), family: { type: "linear" } });
  expect(body.terms).toMatchObject([{ statistic: null, p: null, df: 3 }]);
  expect(body.doubts).toContainEqual({
    key: "regression-cell.few-clusters-of-term",
    params: { term: "g", n: 3, df: 3 },
  });
});

test("how groups are compared is refused where none are", async () => {
  expect(await refused(mice, { outcome: "y", ...by("~ age"), against: "first" })).toEqual(["compare-no-groups", "each"]);
  expect(await refused(mice, { outcome: "y", ...by("~ dose"), compare: "", adjust: "holm" })).toEqual([
    "compare-nothing",
    "auto",
  ]);
  expect(await refused(mice, { outcome: "y", ...by("~ age"), within: "sex" })).toEqual(["compare-no-groups", ""]);
});
