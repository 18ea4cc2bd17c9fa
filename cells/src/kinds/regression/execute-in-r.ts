// The calls of R that answer the same: `d` is the table, or the samples of the matrix `m`.

import type { FamilyOptions, FamilyWork, RegressionFamily } from "../../contract/regression-family.ts";
import { quoted } from "../../stats/design/terms.ts";
import type { RegressionBody } from "../../reports/regression/report.ts";
import type { Model } from "./execute-model.ts";
import type { Errors } from "./execute-results.ts";
import type { Outcome } from "./read-outcome.ts";
import type { RegressionSpec } from "./spec.ts";

interface AskedInR {
  readonly spec: RegressionSpec;
  readonly outcome: Outcome;
  readonly model: Model;
  readonly family: RegressionFamily;
  readonly options: FamilyOptions;
  readonly work: FamilyWork;
  readonly errors: Errors;
  readonly isProfile: boolean;
  readonly level: number;
  readonly means: RegressionBody["means"];
}

/** A setting that some families have. */
const settingOf = (options: FamilyOptions, name: string): unknown => Object.entries(options).find(([key]) => key === name)?.[1];
const text = (value: string): string => JSON.stringify(value);

export function callsOfR(asked: AskedInR): readonly string[] {
  const { spec, outcome, model, family, options, work, errors, level, means } = asked;
  const { formula, variables, block } = model;
  const y = quoted(outcome.name);
  const side = formula.text.replace(/^\s*~\s*/u, "").trim();
  const answered = outcome.answers ? `as.integer(${y} == ${valueOf(outcome, outcome.answers[1])})` : y;
  const isMixed = family.blocks === "intercepts";
  const whole = `${answered} ~ ${side}${isMixed && block !== null ? ` + (1 | ${quoted(block)})` : ""}`;
  const factors = formula.variables.flatMap((name, at) => {
    const variable = variables[at];
    return variable?.kind === "factor" ? [{ name, levels: variable.levels }] : [];
  });
  const few = level === 0.95 ? "" : `, level = ${level}`;
  const vcov = errors === "hc3" ? `vcovHC(fit, type = "HC3")` : `vcovCL(fit, cluster = ~ ${quoted(block ?? "")}, type = "HC1")`;
  const offset = spec.exposure === "" ? null : quoted(spec.exposure);
  return [
    ...(outcome.isMatrix ? ["d <- s  # the samples"] : []),
    ...(outcome.isFeature ? [`d$${y} <- m[${text(outcome.name)}, ]`] : []),
    ...factors.map(({ name, levels }) => `d$${quoted(name)} <- factor(d$${quoted(name)}, c(${levels.map(text).join(", ")}))`),
    `d <- d[complete.cases(d[c(${[outcome.name, ...formula.variables, ...(block === null ? [] : [block]), ...(offset ? [spec.exposure] : [])].map(text).join(", ")})]), ]`,
    ...work.inR(options, { formula: whole, offset, block }),
    ...coefficientsInR(asked, vcov, few),
    ...(formula.terms.length > 0 ? termsInR(asked, vcov, factors) : []),
    ...(means ? meansInR(means, settingsOfMeans(asked, vcov), few) : []),
  ];
}

/** Where clusters are what errors are known from, R is told their degrees of freedom. */
const freedomInR = ({ errors, family, model }: Pick<AskedInR, "errors" | "family" | "model">): string =>
  errors === "cluster" && (family.isNormal || family.name === "gamma") ? `, df = ${model.groupCount - 1}` : "";

/** Of coefficients: lmtest takes any generalised model for one whose dispersion is known, and goes by z. */
const freedomOfTests = (asked: Pick<AskedInR, "errors" | "family" | "model">): string =>
  freedomInR(asked) || (asked.family.name === "gamma" ? ", df = df.residual(fit)" : "");

function coefficientsInR({ errors, family, isProfile, options, model }: AskedInR, vcov: string, few: string): readonly string[] {
  if (family.blocks === "intercepts") {
    const ddf = settingOf(options, "freedom") === "kenward-roger" ? `ddf = "Kenward-Roger"` : "";
    return [`summary(fit${ddf === "" ? "" : `, ${ddf}`})`];
  }
  if (errors !== "classical") {
    const df = freedomOfTests({ errors, family, model });
    return ["library(lmtest); library(sandwich)", `coeftest(fit, vcov = ${vcov}${df})`, `coefci(fit, vcov = ${vcov}${df}${few})`];
  }
  if (settingOf(options, "firth") === true) return [];
  if (family.name === "gamma" && !isProfile)
    return ["summary(fit)", `lmtest::coefci(fit${freedomOfTests({ errors, family, model })}${few})`];
  return [
    "summary(fit)",
    isProfile ? `confint(fit${few})` : family.isNormal ? `confint(fit${few})` : `confint.default(fit${few})`,
  ];
}

function termsInR(
  { spec, errors, family, options, model }: AskedInR,
  vcov: string,
  factors: readonly { readonly name: string }[],
): readonly string[] {
  const type = spec.tests === "II" ? 2 : 3;
  const sums =
    type === 3 && factors.length > 0
      ? [`fit3 <- update(fit, contrasts = list(${factors.map(({ name }) => `${quoted(name)} = "contr.sum"`).join(", ")}))`]
      : [];
  const fit = sums.length > 0 ? "fit3" : "fit";
  if (family.blocks === "intercepts") {
    const ddf = settingOf(options, "freedom") === "kenward-roger" ? `, ddf = "Kenward-Roger"` : "";
    return [...sums, `anova(${fit}, type = ${type}${ddf})`];
  }
  const isFirth = settingOf(options, "firth") === true;
  const robust = errors === "classical" ? "" : `, vcov. = ${vcov.replace("(fit,", `(${fit},`)}`;
  const way = !family.isNormal && (errors !== "classical" || isFirth) ? `, test.statistic = "Wald"` : "";
  return [...sums, `car::Anova(${fit}, type = ${type}${robust}${way})`, ...freedomNote({ errors, family, model })];
}

/** What car does otherwise: it knows no clusters, and of a generalised model with errors that it is given tells chi-squared alone. */
function freedomNote(asked: Pick<AskedInR, "errors" | "family" | "model">): readonly string[] {
  const { errors, family, model } = asked;
  const ofClusters = model.groupCount - 1;
  if (family.name === "gamma" && errors !== "classical")
    return [
      `# car tells chi-squared: pf(Chisq / Df, Df, ${errors === "cluster" ? ofClusters : "df.residual(fit)"}, lower.tail = FALSE) is the p here`,
    ];
  if (freedomInR(asked) === "") return [];
  return [`# car takes the residuals' degrees of freedom: pf(F, Df, ${ofClusters}, lower.tail = FALSE) takes the clusters'`];
}

/** What emmeans is told beside the groups: whose errors, whose degrees of freedom, rates of one unit of the exposure. */
function settingsOfMeans(asked: AskedInR, vcov: string): string {
  const { errors, family, options, spec } = asked;
  const robust = errors === "classical" ? "" : `, vcov. = ${vcov}${freedomInR(asked)}`;
  const ofMixed = settingOf(options, "freedom") === "kenward-roger" ? "kenward-roger" : "satterthwaite";
  const freedom = family.blocks === "intercepts" ? `, lmer.df = ${text(ofMixed)}` : "";
  return `${robust}${freedom}${spec.exposure === "" ? "" : ", offset = 0"}`;
}

function meansInR(
  { by, within, adjust, against }: NonNullable<RegressionBody["means"]>,
  settings: string,
  few: string,
): readonly string[] {
  const groups = within === "" ? quoted(by) : `${quoted(by)} | ${quoted(within)}`;
  const method = against === "each" ? "pairs(e" : `contrast(e, "trt.vs.ctrl"`;
  return [
    "library(emmeans)",
    `e <- emmeans(fit, ~ ${groups}, cov.keep = character(0)${settings}${few})`,
    `summary(e, infer = c(TRUE, FALSE))`,
    `summary(${method}, adjust = ${text(adjust === "dunnett" ? "mvt" : adjust)}), infer = TRUE)`,
  ];
}

const valueOf = ({ sheet, name }: Outcome, value: string): string => {
  const column = sheet.columns.find((each) => each.name === name);
  return column?.type === "boolean" || column?.type === "float64" || column?.type === "int32" ? value : text(value);
};
