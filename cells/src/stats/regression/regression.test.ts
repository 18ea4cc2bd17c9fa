// Against R: regression.R wrote regression.json, of invented data that stand in it.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Formula, readFormula } from "../design/formula.ts";
import { averageRow } from "../design/group-weights.ts";
import { levelOrder } from "../design/level-order.ts";
import { modelMatrix, type Variable } from "../design/model-matrix.ts";
import { breuschPagan, explained, inflations, influenceOf } from "./diagnostics.ts";
import { binomial, type Family, gammaFamily, gaussian, negativeBinomialFamily, poissonFamily } from "./families.ts";
import { firthTest, fitFirth } from "./firth.ts";
import { fitGlm, type GlmFit, reachOf, twoSidedP } from "./fit-glm.ts";
import { freedomOfMixed, type JointTest } from "./freedom-of-mixed.ts";
import { differencesOf, estimateOf } from "./marginal-means.ts";
import { profileInterval } from "./profile-interval.ts";
import { fitRandomIntercept } from "./random-intercept.ts";
import { clusterVariance, hc3Variance } from "./robust-variance.ts";
import { hypotheses, modelsCompared, type TermTest, testOf, type TypeOfTest, waldOf, waldTests } from "./term-tests.ts";
import { fitNegativeBinomial } from "./theta-of-counts.ts";

type Numbers = readonly number[];
type Table = readonly Numbers[];
type Data = { readonly [column: string]: readonly (number | string)[] };
interface Anova {
  readonly [column: string]: readonly (number | null)[];
}
interface Means {
  readonly level: readonly string[];
  readonly mean: Numbers;
  readonly error: Numbers;
  readonly low: Numbers;
  readonly high: Numbers;
  readonly difference: Numbers;
  readonly differenceError: Numbers;
  readonly tukey: { readonly p: Numbers; readonly low: Numbers; readonly high: Numbers };
  readonly holm: Numbers;
  readonly none: { readonly p: Numbers; readonly low: Numbers; readonly high: Numbers };
}
interface Linear {
  readonly formula: string;
  readonly names: readonly string[];
  readonly classical: Table;
  readonly confint: Table;
  readonly hc3: Table;
  readonly cluster: Table;
  readonly r2: number;
  readonly adjusted: number;
  readonly f: Numbers;
  readonly aic: number;
  readonly hat: Numbers;
  readonly cooks: Numbers;
  readonly standardised: Numbers;
  readonly two: Anova;
  readonly three: Anova;
  readonly twoHc3: Anova;
  readonly threeHc3: Anova;
  readonly bp: Numbers;
  readonly vif: Table | null;
}
interface Glm {
  readonly formula: string;
  readonly names: readonly string[];
  readonly table: Table;
  readonly deviance: number;
  readonly nullDeviance: number;
  readonly aic: number;
  readonly dispersion: number;
  readonly theta: Numbers | null;
  readonly hc3: Table;
  readonly cluster: Table;
  readonly profile: Table | null;
  readonly two: Anova;
  readonly three: Anova;
  readonly hat: Numbers;
  readonly cooks: Numbers;
}
interface Firth {
  readonly formula: string;
  readonly table: Table;
  readonly lr: Numbers;
  readonly p: Numbers;
  readonly profile: Table;
}
interface Tests {
  readonly df1: Numbers;
  readonly df2: Numbers;
  readonly f: Numbers;
  readonly p: Numbers;
}
interface Mixed {
  readonly formula: string;
  readonly reml: boolean;
  readonly names: readonly string[];
  readonly table: Table;
  readonly kr: Table | null;
  readonly variances: Numbers;
  readonly logLik: number;
  readonly aic: number;
  readonly effects: Numbers;
  readonly fitted: Numbers;
  readonly three: Tests;
  readonly two: Tests;
  readonly carTwo: Anova;
  readonly carThree: Anova;
  readonly krThree: Tests | null;
  readonly means: (Means & { readonly df: Numbers }) | null;
}
const r = JSON.parse(readFileSync(new URL("regression.json", import.meta.url), "utf8")) as {
  readonly data: Data;
  readonly linear: readonly Linear[];
  readonly glm: { readonly [family: string]: Glm };
  readonly means: { readonly [model: string]: Means };
  readonly firth: { readonly [set: string]: Firth };
  readonly separated: Data;
  readonly quasi: Data;
  readonly mixed: readonly Mixed[];
};

const numbers = (data: Data, name: string): Float64Array => Float64Array.from((data[name] ?? []) as Numbers);
function variableOf(data: Data, name: string): Variable {
  const values = data[name] ?? [];
  if (typeof values[0] === "number") return { kind: "number", values: numbers(data, name) };
  const levels = [...new Set(values as readonly string[])].sort(levelOrder);
  return { kind: "factor", levels, codes: Int32Array.from(values, (value) => levels.indexOf(value as string)) };
}
function modelOf(written: string, data: Data = r.data) {
  const [outcome = "", right = ""] = written.replace(/ \+ \(1 \| litter\)/, "").split(" ~ ");
  const read = readFormula(`~ ${right}`);
  if (!read.ok) throw new Error(right);
  const formula: Formula = read.value;
  const variables = formula.variables.map((name) => variableOf(data, name));
  const y = numbers(data, outcome);
  const matrix = modelMatrix(formula, variables, y.length);
  return { formula, variables, matrix, terms: formula.terms, outcome: y, columns: matrix.columns.map(({ values }) => values) };
}
const litter = variableOf(r.data, "litter");
const clusters = litter.kind === "factor" ? Int32Array.from(litter.codes) : new Int32Array();
const litters = Math.max(...clusters) + 1;

/** To the last of what R prints at 15 digits; `within` relative, of what lies near 0 absolute. */
function near(found: ArrayLike<number>, expected: ArrayLike<number | null>, within = 1e-8): void {
  expect(found.length).toBe(expected.length);
  for (let at = 0; at < found.length; at++) {
    const [one, other] = [found[at] as number, expected[at] as number];
    expect(Math.abs(one - other), `${at}: ${one} for ${other}`).toBeLessThan(within * Math.max(Math.abs(other), 1e-3));
  }
}
const column = (table: Table, at: number): Numbers => table.map((row) => row[at] as number);
const known = (fit: GlmFit) => {
  const [answer, size] = [fit.unscaled.map((value) => value * fit.dispersion), fit.coefficients.length];
  return { variance: answer, errors: fit.coefficients.map((_, at) => Math.sqrt(answer[at * size + at] as number)) };
};
const diagonal = (variance: Float64Array): Float64Array => {
  const size = Math.sqrt(variance.length);
  return Float64Array.from({ length: size }, (_, at) => Math.sqrt(variance[at * size + at] as number));
};
const whole = (made: ReturnType<typeof fitGlm>): GlmFit => {
  if ("failed" in made) throw new Error(made.failed);
  return made.fit;
};

describe.each(r.linear)("linear model $formula", (expected) => {
  const model = modelOf(expected.formula);
  const { columns, matrix, outcome, terms, variables } = model;
  const fit = whole(fitGlm({ columns, outcome }, gaussian));
  const { variance, errors } = known(fit);

  test("coefficients, errors, p values and intervals are those of lm", () => {
    expect(matrix.columns.map(({ name }) => name)).toEqual(expected.names);
    near(fit.coefficients, column(expected.classical, 0));
    near(errors, column(expected.classical, 1));
    const t = fit.coefficients.map((value, at) => value / (errors[at] as number));
    near(
      t.map((value) => twoSidedP(value, fit.residualDf)),
      column(expected.classical, 3),
    );
    const reach = reachOf(0.95, fit.residualDf);
    near(
      fit.coefficients.map((value, at) => value - reach * (errors[at] as number)),
      column(expected.confint, 0),
    );
    near([fit.aic], [expected.aic]);
    const { squared, adjusted, f, df, residualDf } = explained(columns, outcome, fit.deviance, true);
    near([squared, adjusted, f, df, residualDf], [expected.r2, expected.adjusted, ...expected.f]);
  });

  test("errors by HC3 and by clusters are those of sandwich", () => {
    const hc3 = diagonal(hc3Variance(columns, fit));
    near(hc3, column(expected.hc3, 1));
    const cluster = diagonal(clusterVariance(columns, fit, clusters));
    near(cluster, column(expected.cluster, 1));
    near(
      fit.coefficients.map((value, at) => twoSidedP(value / (cluster[at] as number), litters - 1)),
      column(expected.cluster, 3),
    );
  });

  test("tests of terms, type II and III, classical and with HC3, are those of car", () => {
    const tested = (type: TypeOfTest, by: Float64Array): readonly TermTest[] =>
      waldTests({ terms, matrix, variables, variance: by, type }, fit);
    const same = (found: readonly TermTest[], of: Anova, first: number) => {
      const end = first + terms.length;
      near(
        found.map(({ df }) => df),
        of["Df"]?.slice(first, end) ?? [],
      );
      near(
        found.map(({ statistic }) => statistic),
        (of["F value"] ?? of["F"])?.slice(first, end) ?? [],
      );
      near(
        found.map(({ p }) => p),
        of["Pr(>F)"]?.slice(first, end) ?? [],
      );
    };
    same(tested("II", variance), expected.two, 0);
    same(tested("III", variance), expected.three, 1);
    const hc3 = hc3Variance(columns, fit);
    same(tested("II", hc3), expected.twoHc3, 0);
    same(tested("III", hc3), expected.threeHc3, 1);
  });

  test("leverage, Cook's distance, standardised residuals, the test of spread and inflation are R's", () => {
    near(fit.leverages, expected.hat);
    const { standardised, cooks } = influenceOf(fit, columns.length);
    near(standardised, expected.standardised);
    near(cooks, expected.cooks);
    const spread = breuschPagan(columns, fit.working);
    near([spread?.statistic ?? 0, spread?.df ?? 0, spread?.p ?? 0], expected.bp);
    const found = inflations(matrix, variance);
    if (expected.vif)
      near(
        found.flatMap(({ factor, df, ofError }) => [factor, df, ofError]),
        expected.vif.flat(),
      );
    else expect(found).toEqual([]);
  });
});

const familyOf: { readonly [name: string]: Family } = {
  logistic: binomial,
  logisticCrossed: binomial,
  poisson: poissonFamily,
  gamma: gammaFamily,
};
function lastOf<Value>(turns: Generator<number | undefined, Value>): Value {
  for (;;) {
    const { done, value } = turns.next();
    if (done) return value;
  }
}
describe.each(Object.entries(r.glm))("generalised linear model: %s", (name, expected) => {
  const { columns, matrix, outcome, terms, variables } = modelOf(expected.formula);
  const counts = expected.theta ? lastOf(fitNegativeBinomial({ columns, outcome })) : null;
  if (counts && "failed" in counts) throw new Error(counts.failed);
  const fit = counts?.fit ?? whole(fitGlm({ columns, outcome }, familyOf[name] as Family));
  const family = counts ? negativeBinomialFamily(counts.theta) : (familyOf[name] as Family);
  const { errors } = known(fit);
  // θ has the digits to which glm.nb looks for it. Errors of glm have the weights of the step before the last.
  const within = counts ? 2e-6 : 1e-8;
  const ofErrors = Math.max(within, 1e-6);

  test("coefficients, errors, deviance and AIC are those of glm", () => {
    near(fit.coefficients, column(expected.table, 0), within);
    near(errors, column(expected.table, 1), ofErrors);
    near(
      [fit.deviance, fit.nullDeviance, fit.dispersion],
      [expected.deviance, expected.nullDeviance, expected.dispersion],
      within,
    );
    near([fit.aic], [expected.aic]);
    if (counts && expected.theta) near([counts.theta, counts.thetaError], expected.theta, within);
    near(fit.leverages, expected.hat, ofErrors);
    near(influenceOf(fit, columns.length).cooks, expected.cooks, 10 * ofErrors);
    expect(fit.unbounded).toEqual([]);
  });
  test("errors by HC3 and by clusters are those of sandwich", () => {
    near(diagonal(hc3Variance(columns, fit)), column(expected.hc3, 1), ofErrors);
    near(diagonal(clusterVariance(columns, fit, clusters)), column(expected.cluster, 1), ofErrors);
  });
  test("likelihood ratios of terms, type II and III, are those of car", () => {
    for (const type of ["II", "III"] as const) {
      const found = modelsCompared(terms, { matrix, variables }, type).map(({ full, without, df }, term) => {
        const of = (some: readonly Float64Array[]) => whole(fitGlm({ columns: some, outcome }, family)).deviance;
        return testOf(term, (of(without) - of(full)) / fit.dispersion, df, Number.POSITIVE_INFINITY);
      });
      const by = type === "II" ? expected.two : expected.three;
      near(
        found.map(({ statistic }) => statistic),
        by["LR Chisq"] ?? [],
        10 * within,
      );
      near(
        found.map(({ p }) => p),
        by["Pr(>Chisq)"] ?? [],
        100 * within,
      );
    }
  });
  test.runIf(expected.profile)("profile intervals are where the deviance has grown by the quantile", () => {
    const found = columns.map((_, at) => profileInterval({ columns, outcome }, family, fit, { at, level: 0.95 }));
    near(found.flat(), expected.profile?.flat() ?? [], 1e-7);
  });
});

describe.each(Object.entries(r.firth))("Firth's logistic regression: %s", (name, expected) => {
  const { columns, outcome } = modelOf(
    expected.formula,
    name === "separated" ? r.separated : name === "quasi" ? r.quasi : r.data,
  );
  const fit = fitFirth(columns, outcome);
  if (!fit) throw new Error("no rest");
  test("coefficients and errors are those of brglm2, tests and intervals those of the penalised likelihood", () => {
    near(fit.coefficients, column(expected.table, 0), 1e-7);
    near(diagonal(fit.unscaled), column(expected.table, 1), 1e-7);
    const tests = columns.map((_, at) => firthTest(columns, outcome, fit, { at, level: 0.95 }));
    // As near as optim comes to the top.
    near(
      tests.map(({ chi }) => chi),
      expected.lr,
      1e-6,
    );
    near(
      tests.flatMap(({ low, high }) => [low, high]),
      expected.profile.flat(),
      1e-6,
    );
  });
});
test("separation is found, by whichever column tells the outcome without exception", () => {
  const { columns, outcome } = modelOf("y ~ x", r.separated);
  const made = fitGlm({ columns, outcome }, binomial);
  expect("fit" in made ? made.fit.unbounded : made.failed).toEqual([0, 1]);
  const group = columns.map((values, at) => (at === 0 ? values : values.map((_, row) => Number(row < 3))));
  const some = fitGlm({ columns: group, outcome }, binomial);
  expect("fit" in some ? some.fit.unbounded : some.failed).toEqual([1]);
});

describe.each(Object.entries(r.means))("marginal means: %s", (name, expected) => {
  const written = {
    linear: "y ~ dose * sex + age",
    cluster: "y ~ dose + sex",
    logistic: "sick ~ dose + sex + age",
    poisson: "count ~ dose * sex",
  };
  const { columns, formula, variables, outcome } = modelOf(written[name as keyof typeof written]);
  const family = name === "logistic" ? binomial : name === "poisson" ? poissonFamily : gaussian;
  const fit = whole(fitGlm({ columns, outcome }, family));
  const variance = name === "cluster" ? clusterVariance(columns, fit, clusters) : known(fit).variance;
  const df = family === gaussian ? fit.residualDf : Number.POSITIVE_INFINITY;
  const by = { coefficients: fit.coefficients, variance, freedomOf: () => df, level: 0.95 };
  const rows = [0, 1, 2].map((level) =>
    averageRow(formula, variables, { factor: 0, levels: [level], within: new Map() }),
  ) as readonly Float64Array[];

  test("means, differences and p values by Tukey, Holm and none are those of emmeans", () => {
    const means = rows.map((row) => estimateOf(row, by));
    // As above: glm's errors.
    const within = family === gaussian ? 1e-8 : 5e-7;
    near(
      means.flatMap(({ estimate, error, low, high }) => [estimate, error, low, high]),
      means.flatMap((_, at) => [expected.mean[at], expected.error[at], expected.low[at], expected.high[at]] as Numbers),
      within,
    );
    const tukey = differencesOf(rows, by, { adjust: "tukey", against: "each" });
    near(
      tukey.map(({ estimate }) => estimate),
      expected.difference,
    );
    // R's ptukey and qtukey have some seven digits.
    near(
      tukey.map(({ adjusted }) => adjusted),
      expected.tukey.p,
      1e-5,
    );
    near(
      tukey.flatMap(({ low, high }) => [low, high]),
      expected.tukey.low.flatMap((low, at) => [low, expected.tukey.high[at] as number]),
      1e-5,
    );
    const of = (adjust: "holm" | "none") => differencesOf(rows, by, { adjust, against: "each" });
    near(
      of("holm").map(({ adjusted }) => adjusted),
      expected.holm,
      within,
    );
    near(
      of("none").flatMap(({ p, low }) => [p, low]),
      expected.none.p.flatMap((p, at) => [p, expected.none.low[at] as number]),
      within,
    );
  });
});

describe.each(r.mixed)("random intercept: $formula, REML $reml", (expected) => {
  const { columns, formula, matrix, variables, terms, outcome } = modelOf(expected.formula);
  const data = { columns, outcome, groups: clusters };
  const fit = fitRandomIntercept(data, expected.reml);
  if (!fit) throw new Error("not told apart");
  const { satterthwaite, kenwardRoger } = freedomOfMixed(data, fit);
  const unit = (at: number): Float64Array => Float64Array.from(fit.coefficients, (_, place) => Number(place === at));
  // lmer stops where its criterion moves no more: variances have six digits.
  const within = 1e-6;

  test("coefficients, variances and likelihood are those of lmer", () => {
    near(fit.coefficients, column(expected.table, 0), within);
    near(diagonal(fit.variance), column(expected.table, 1), within);
    near([fit.between, fit.within], expected.variances, 1e-5);
    near([fit.logLikelihood, fit.aic], [expected.logLik, expected.aic], 1e-9);
    near(fit.fitted, expected.fitted, 1e-5);
    near(fit.effects, expected.effects, 1e-4);
  });
  test("degrees of freedom by Satterthwaite and by Kenward and Roger are those of lmerTest and pbkrtest", () => {
    near(
      fit.coefficients.map((_, at) => satterthwaite.df(unit(at))),
      column(expected.table, 2),
      1e-4,
    );
    if (!expected.kr || !kenwardRoger) return;
    near(diagonal(kenwardRoger.variance), column(expected.kr, 1), 1e-5);
    near(
      fit.coefficients.map((_, at) => kenwardRoger.df(unit(at))),
      column(expected.kr, 2),
      1e-5,
    );
  });
  const same = (found: readonly JointTest[], of: Tests): void => {
    near(
      found.flatMap(({ df, residualDf, statistic, p }) => [df, residualDf, statistic, p]),
      of.df1.flatMap((df, at) => [df, of.df2[at], of.f[at], of.p[at]] as Numbers),
      1e-4,
    );
  };
  test.runIf(terms.length > 0)("tests of terms are those of lmerTest and of car", () => {
    const rowsOf = (type: TypeOfTest) => hypotheses({ terms, matrix, variables, variance: fit.variance, type });
    same(rowsOf("III").map(satterthwaite.together), expected.three);
    if (kenwardRoger && expected.krThree) same(rowsOf("III").map(kenwardRoger.together), expected.krThree);
    // Type II of lmerTest is made of the design alone, and the same where no term contains another; with interactions it is car's.
    if (terms.every(({ variables: of }) => of.length === 1)) same(rowsOf("II").map(satterthwaite.together), expected.two);
    near(
      rowsOf("II").map((rows) => waldOf(rows, fit.coefficients, fit.variance)),
      expected.carTwo["Chisq"] ?? [],
      1e-5,
    );
    near(
      rowsOf("III").map((rows) => waldOf(rows, fit.coefficients, fit.variance)),
      expected.carThree["Chisq"]?.slice(1) ?? [],
      1e-5,
    );
  });
  test.runIf(expected.means)("marginal means are those of emmeans with Satterthwaite's degrees of freedom", () => {
    const { means } = expected;
    if (!means) return;
    const rows = [0, 1, 2].map((level) =>
      averageRow(formula, variables, { factor: 0, levels: [level], within: new Map() }),
    ) as readonly Float64Array[];
    const by = { coefficients: fit.coefficients, variance: fit.variance, freedomOf: satterthwaite.df, level: 0.95 };
    near(
      rows.map((row) => estimateOf(row, by)).flatMap(({ estimate, error, df, low }) => [estimate, error, df, low]),
      means.mean.flatMap((mean, at) => [mean, means.error[at], means.df[at], means.low[at]] as Numbers),
      1e-4,
    );
    near(
      differencesOf(rows, by, { adjust: "tukey", against: "each" }).flatMap(({ adjusted, low }) => [adjusted, low]),
      means.tukey.p.flatMap((p, at) => [p, means.tukey.low[at]] as Numbers),
      1e-4,
    );
  });
});
