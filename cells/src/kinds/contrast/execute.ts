// Asks each contrast of the fit that it is given, and brings what they answer together: a row a feature and contrast.

import type { Artifact, Column, Semantic, Table } from "../../artifacts/artifact.ts";
import { namesOfTable } from "../../artifacts/names-of-table.ts";
import { booleanColumn, numberColumn, textColumn } from "../../artifacts/table.ts";
import { doublesOfText } from "../../base/doubles-as-text.ts";
import type { Failure, MessageKey } from "../../base/failure.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import { type CellRef, isCellRef } from "../../base/refs.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type {
  ContrastAnswer,
  FittedFeatures,
  Observed,
  Shrinkage,
  ShrunkenAnswer,
  WorkOf,
} from "../../contract/differential-method.ts";
import type { Execute, ExecuteContext, Outputs } from "../../contract/execute.ts";
import { sharing } from "../../contract/sharing.ts";
import { bodyOf } from "../../contract/report.ts";
import { nameOfContrast, wordsOfContrast } from "../../contrasts/name-of-contrast.ts";
import { type ResolvedContrast, resolveContrast } from "../../contrasts/resolve.ts";
import { loadWork, methodOf, methodSchema, type MethodSettings } from "../../differential-methods.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { fittedFeaturesReport, type FittedFeaturesBody } from "../../reports/fitted-features/report.ts";
import type { ContrastBody } from "../../reports/contrast/report.ts";
import { type FeaturePointsBody, pointsOf } from "../../reports/feature-points/report.ts";
import { codeOfWhy, whyColumn } from "./called-in-contrasts.ts";
import type { ContrastCellSpec } from "./spec.ts";
import { type ContrastLook, contrastPoints, volcanoPages } from "./contrast-figures.ts";
import { whatWasFound } from "./what-was-found.ts";
import { medianOf } from "../../stats/quantiles.ts";
import { words } from "./words.ts";

interface Asked extends ResolvedContrast {
  readonly name: string;
  /** Its name in words, where people gave it none and words alone make it. */
  readonly called: Sentence | null;
  /** Of contrasts that are tested together. */
  readonly together: readonly (readonly number[])[] | null;
}
interface Answered extends Asked {
  readonly answer: ContrastAnswer;
  readonly shrunken?: ShrunkenAnswer & { readonly by: Shrinkage };
}

export const execute: Execute<ContrastCellSpec> = async (spec, context) => {
  if (!spec.from) return err(words.failure("no-model", {}, { at: ["from"] }));
  const fit = fitOf(context.input(spec.from));
  if (!fit) return err(words.failure("not-a-fit", {}, { at: ["from"] }));
  const alpha = context.valueOf(spec.alpha);
  if (typeof alpha !== "number" || !(alpha > 0 && alpha < 1))
    return err(words.failure("bad-alpha", { value: alpha }, { at: ["alpha"] }));
  const least = context.valueOf(spec.least);
  if (typeof least !== "number" || !(least >= 0 && least < Number.POSITIVE_INFINITY))
    return err(words.failure("bad-least", { value: least }, { at: ["least"] }));
  const highlight = namesToPointOut(spec, context);
  if (!highlight.ok) return highlight;
  const asked = askedOf(spec, fit);
  if (!asked.ok) return asked;
  if (spec.shrink !== "none" && asked.value.every(({ without }) => without))
    return err(words.failure("shrink-no-change", {}, { at: ["shrink"], fix: { path: ["shrink"], value: "none" } }));
  const method = methodSchema.parse(fit.method);
  const work = await loadWork(method);
  const fitted: FittedFeatures = {
    arrays: {
      ...Object.fromEntries(Object.entries(fit.arrays).map(([name, text]) => [name, doublesOfText(text)])),
      beta: doublesOfText(fit.arrays.beta),
    },
    facts: fit.facts as JsonObject,
    ...(fit.observed ? { observed: observedOf(fit.observed) } : {}),
  };
  const features = fit.features[0]?.values.length ?? 0;
  const answered: Answered[] = [];
  const give = sharing(context);
  for (const [at, each] of asked.value.entries()) {
    context.progress(at / asked.value.length);
    context.signal.throwIfAborted();
    const pause = async (share: number) => give((at + share) / asked.value.length);
    const shared = { options: method, fitted, features, isTwoGroups: isTwoGroups(fit), alpha, pause };
    const { weights, compared, without } = each;
    if (without) {
      const refused = refusedWithout({ work, method, alpha, least }, at);
      if (refused) return err(refused);
    }
    const notAnswered = without ? null : (work.refused?.({ fitted, weights, least }) ?? null);
    if (notAnswered) return err(notAnswered);
    const answer = await (without
      ? work.without?.({ ...shared, kept: without.kept })
      : work.contrast({ ...shared, weights, compared, least }));
    if (!answer) continue;
    const { shrink: by } = spec;
    if (by === "none" || without) {
      answered.push({ ...each, answer });
      continue;
    }
    if (!work.shrink || !methodOf(method).shrinks?.includes(by)) {
      const title = { key: methodOf(method).words.key("title"), params: {} };
      return err(
        words.failure("no-shrinkage", { method: title, by }, { at: ["shrink"], fix: { path: ["shrink"], value: "none" } }),
      );
    }
    const shrunken = await work.shrink({ ...shared, weights, compared, least, answer, by, formula: fit.formula });
    if (!shrunken.ok) return shrunken;
    answered.push({ ...each, answer, shrunken: { ...shrunken.value, by } });
  }
  if (spec.together) {
    const any = anyOf(answered, { work, method, alpha, least }, fitted);
    if (!any.ok) return any;
    answered.push(any.value);
  }
  const points = pointsOfAnswers(answered, fit);
  const contrasts = answered.map((each) => foundBy(each, fit, { work, method, alpha, least }));
  for (const each of contrasts) for (const line of whatWasFound(each, { noun: fit.noun, alpha }, "en")) context.log(line);
  return ok({
    out: tableOfAnswers(answered, fit),
    report: {
      type: "report",
      report: "contrast",
      body: {
        method: method.type,
        noun: fit.noun,
        alpha,
        least,
        names: spec.names,
        highlight: [...highlight.value],
        columns: { ...methodOf(method).columns },
        contrasts,
        doubts: [
          ...fit.doubts,
          ...answered.flatMap(averagedOver),
          ...notShrunken(spec, answered),
          ...notFound(highlight.value, points.names),
        ],
      } as JsonObject,
    },
    points: { type: "report", report: "feature-points", body: points as JsonObject },
    ...volcanoOf(points, answered, {
      alpha,
      least: 0,
      names: spec.names,
      highlight: highlight.value,
      isLogLevel: methodOf(method).hasLogLevels === true,
      // What has a change at all has a shrunken one.
      shrunkBy: spec.shrink === "none" ? null : spec.shrink,
    }),
  });
};

/** A picture of each contrast that has changes, for those who see results alone, and for dashboards. */
function volcanoOf(body: FeaturePointsBody, answered: readonly Answered[], look: Omit<ContrastLook, "sizes">): Outputs {
  const pages = answered.flatMap(({ sizes, called }, at) => {
    const points = contrastPoints(body, at);
    return points ? [{ points, look: { ...look, sizes }, called }] : [];
  });
  const volcano = volcanoPages(pages);
  return volcano ? { volcano } : {};
}

/** Features by name: typed, those of a parameter, or those that the rows of a table are called by. */
function namesToPointOut({ highlight }: ContrastCellSpec, context: ExecuteContext): Result<readonly string[], Failure> {
  const behind = isCellRef(highlight) ? context.input(highlight) : null;
  const value = behind?.type === "table" ? namesOfTable(behind) : context.valueOf(highlight as Json | CellRef);
  if (value === null && behind?.type === "table") return err(words.failure("highlight-no-names", {}, { at: ["highlight"] }));
  if (value === null) return ok([]);
  if (typeof value === "string") return ok([value]);
  if (Array.isArray(value) && value.every((each) => typeof each === "string")) return ok(value as readonly string[]);
  return err(words.failure("highlight-not-names", { value: JSON.stringify(value) }, { at: ["highlight"] }));
}

/** That some of what is to be pointed out is nowhere in the pictures. */
function notFound(
  highlight: readonly string[],
  names: readonly string[],
): readonly { readonly key: string; readonly params: JsonObject }[] {
  const there = new Set(names);
  const absent = highlight.filter((name) => !there.has(name));
  if (absent.length === 0) return [];
  const params = { n: absent.length, all: highlight.length, names: absent.slice(0, 5) };
  const { key } = words.sentence("highlight-absent", params);
  return [{ key, params }];
}

const observedOf = ({ columns, counts, factors, replaced }: NonNullable<FittedFeaturesBody["observed"]>): Observed => ({
  columns: columns.map(doublesOfText),
  counts: doublesOfText(counts),
  factors: doublesOfText(factors),
  replaced: new Map(replaced.map(({ feature, counts: of }) => [feature, doublesOfText(of)])),
});

/** Terms are tested against no effect at all, and by methods that can. */
function refusedWithout({ work, method, least }: By, at: number): Failure | null {
  if (!work.without)
    return words.failure(
      "without-not-asked",
      { method: { key: methodOf(method).words.key("title"), params: {} } },
      { at: ["contrasts", at, "asks"] },
    );
  return least > 0 ? words.failure("without-least", {}, { at: ["least"], fix: { path: ["least"], value: 0 } }) : null;
}

/** One factor of two levels is all that the formula names. */
function isTwoGroups({ variables: [only, ...others] }: FittedFeaturesBody): boolean {
  return others.length === 0 && only?.kind === "factor" && only.levels.length === 2;
}

/** Of the features that are compared at all: a p value of 0 is the smallest number that there is. */
function pointsOfAnswers(answered: readonly Answered[], fit: FittedFeaturesBody): FeaturePointsBody {
  const ids = fit.features[0]?.values ?? [];
  const names = ids.map((id) => String(id ?? ""));
  const places = [...ids.keys()].filter((at) => answered.some(({ answer }) => !Number.isNaN(answer.change[at])));
  const surprise = (values: Float64Array): Float64Array => values.map((p) => -Math.log10(Math.max(p, Number.MIN_VALUE)));
  const sets = answered.map(({ name, shrunken, answer: { change, level, p, adjusted } }) => ({
    name,
    arrays: {
      change,
      level,
      p: surprise(p),
      adjusted: surprise(adjusted),
      ...(shrunken ? { shrunken: shrunken.change } : {}),
    },
  }));
  return pointsOf({ noun: fit.noun, samples: fit.samples, names }, sets, places);
}

/** In a design with interactions a difference is another one in each group, and this is their mean. */
function averagedOver({ name, averaged }: Answered): readonly { readonly key: string; readonly params: JsonObject }[] {
  if (averaged.length === 0) return [];
  const { key, params } = words.sentence("averaged", { contrast: name, columns: [...averaged] });
  return [{ key, params: { ...params } }];
}

function fitOf(artifact: Artifact): FittedFeaturesBody | null {
  return artifact.type === "report" ? bodyOf(fittedFeaturesReport, { report: artifact.report, body: artifact.body }) : null;
}

function askedOf(spec: ContrastCellSpec, fit: FittedFeaturesBody): Result<readonly Asked[], Failure> {
  if (spec.contrasts.length === 0) return err(words.failure("no-contrasts", {}, { at: ["contrasts"] }));
  const asked: Asked[] = [];
  for (const [at, each] of spec.contrasts.entries()) {
    const resolved = resolveContrast(fit, each.asks);
    if (!resolved.ok) return err({ ...resolved.error, at: ["contrasts", at, "asks", ...(resolved.error.at ?? [])] });
    const name = nameOfContrast(each, "en");
    if (asked.some((other) => other.name === name))
      return err(words.failure("same-name", { name }, { at: ["contrasts", at, "name"] }));
    asked.push({ ...resolved.value, name, called: wordsOfContrast(each), together: null });
  }
  return ok(asked);
}

/** Whether any of the contrasts differs, as one more. */
function anyOf(each: readonly Answered[], { work, method, least }: By, fitted: FittedFeatures): Result<Answered, Failure> {
  const refused = (key: "together-one" | "together-not-asked" | "together-least") => {
    const params = { method: { key: methodOf(method).words.key("title"), params: {} } };
    return err(words.failure(key, params, { at: ["together"], fix: { path: ["together"], value: false } }));
  };
  if (each.filter(({ without }) => !without).length < 2) return refused("together-one");
  if (!work.together) return refused("together-not-asked");
  if (least > 0) return refused("together-least");
  const contrasts = each.flatMap(({ weights, without }) => (without ? [] : [weights]));
  const answer = work.together({ options: method, fitted }, contrasts);
  const called = words.sentence("any-of", { n: contrasts.length });
  const name = sentenceIn(called, "en");
  const together = contrasts.map((weights) => [...weights]);
  const none = { weights: new Float64Array(0), compared: null, sizes: null, groupsInR: null, averaged: [], without: null };
  return ok({ ...none, name, called, together, answer });
}

/** That there is no change to shrink in some of what is asked. */
function notShrunken(
  { shrink }: ContrastCellSpec,
  answered: readonly Answered[],
): readonly { readonly key: string; readonly params: JsonObject }[] {
  const names = answered.flatMap(({ name, without }) => (without ? [name] : []));
  if (shrink === "none" || names.length === 0) return [];
  const { key, params } = words.sentence("not-shrunken", { contrasts: names, n: names.length });
  return [{ key, params: { ...params } }];
}

interface By {
  readonly work: WorkOf;
  readonly method: MethodSettings;
  readonly alpha: number;
  readonly least: number;
}
type Found = ContrastBody["contrasts"][number];

function foundBy(
  { name, called, weights, sizes, groupsInR, together, without, answer, shrunken }: Answered,
  fit: FittedFeaturesBody,
  { work, method, alpha, least }: By,
): Found {
  const passing = (isWanted: (change: number) => boolean): number =>
    answer.adjusted.reduce((n, q, at) => n + (q < alpha && isWanted(answer.change[at] as number) ? 1 : 0), 0);
  const reasons = new Map<MessageKey, number>();
  for (const key of answer.why.values()) reasons.set(key, (reasons.get(key) ?? 0) + 1);
  const there = (values: Float64Array): number => values.reduce((n, value) => n + (Number.isNaN(value) ? 0 : 1), 0);
  const p = answer.p.filter((value) => !Number.isNaN(value));
  // A test of several coefficients at once has a p value and no error of its own.
  const errors = answer.error.filter((error, at) => !Number.isNaN(answer.p[at]) && !Number.isNaN(error));
  return {
    name,
    ...(called ? { called: { key: called.key, params: { ...called.params } } } : {}),
    up: passing((change) => change > 0),
    down: passing((change) => change < 0),
    found: passing(() => true),
    adjusted: there(answer.adjusted),
    tested: there(answer.p),
    without: [...reasons].map(([key, n]) => ({ key, n })),
    sizes,
    weights: fit.coefficients.flatMap((coefficient, at) => (!weights[at] ? [] : [{ coefficient, by: weights[at] as number }])),
    inR: [
      ...work.inR(method, {
        formula: fit.formula,
        factors: fit.variables.flatMap((each) => (each.kind === "factor" ? [{ name: each.name, levels: each.levels }] : [])),
        leftOut: fit.leftOut ?? [],
        block: fit.block,
        groups: groupsInR,
        weights: [...weights],
        together,
        without,
        shrink: shrunken?.by ?? null,
        hasLengths: fit.facts["hasLengths"] === true,
        alpha,
        least,
      }),
    ],
    histogram: histogramOf(p),
    smallest: p.length > 0 ? p.reduce((least, value) => Math.min(least, value), 1) : null,
    typicalError: errors.length > 0 ? medianOf(errors) : null,
    facts: answer.facts as Found["facts"],
    shrunken: shrunken ? { by: shrunken.by, scale: shrunken.scale } : null,
  };
}

const parts = 40;
function histogramOf(p: Float64Array): number[] {
  const counts = Array.from({ length: parts }, () => 0);
  for (const value of p) {
    const at = Math.min(parts - 1, Math.floor(value * parts));
    counts[at] = (counts[at] as number) + 1;
  }
  return counts;
}

/** Contrasts one below the other, features in the order of the matrix. */
function tableOfAnswers(answered: readonly Answered[], fit: FittedFeaturesBody): Table {
  const features = fit.features[0]?.values.length ?? 0;
  const { columns: names } = methodOf(methodSchema.parse(fit.method));
  const { more, ...usual } = names;
  const taken = new Set(["contrast", whyColumn, ...Object.values(usual), ...Object.values(more)]);
  const numbers = (name: string, of: (answer: ContrastAnswer) => Float64Array, unit?: string): Column =>
    numberColumn(
      name,
      answered.flatMap(({ answer }) => Array.from(of(answer), (value) => (Number.isNaN(value) ? null : value))),
      { semantic: "number", ...(unit === undefined ? {} : { unit }) },
    );
  const drawn = (name: string, of: (shrunken: ShrunkenAnswer) => Float64Array): Column =>
    numberColumn(
      name,
      answered.flatMap(({ shrunken }) =>
        Array.from({ length: features }, (_, at) => {
          const value = shrunken ? (of(shrunken)[at] as number) : Number.NaN;
          return Number.isNaN(value) ? null : value;
        }),
      ),
      { semantic: "number", unit: "log2" },
    );
  const many = answered.length > 1;
  const columns: Column[] = [
    ...fit.features.map(({ name, values, semantic }) => ({
      ...repeated(taken.has(name) ? `${name}_feature` : name, values, answered.length),
      ...(semantic === undefined ? {} : { semantic: semantic as Semantic }),
    })),
    ...(many
      ? [
          textColumn(
            "contrast",
            answered.flatMap(({ name }) => Array.from({ length: features }, () => name)),
            { semantic: "category" },
          ),
        ]
      : []),
    numbers(names.level, ({ level }) => level),
    numbers(names.change, ({ change }) => change, "log2"),
    numbers(names.error, ({ error }) => error, "log2"),
    ...(names.shrunken !== undefined && names.shrunkenError !== undefined && answered.some(({ shrunken }) => shrunken)
      ? [drawn(names.shrunken, ({ change }) => change), drawn(names.shrunkenError, ({ error }) => error)]
      : []),
    numbers(names.statistic, ({ statistic }) => statistic),
    numbers(names.p, ({ p }) => p),
    numbers(names.adjusted, ({ adjusted }) => adjusted),
    // F stands there only where contrasts are tested together.
    ...Object.entries(more)
      .filter(([key]) => answered.some(({ answer }) => answer.more?.[key]))
      .map(([key, name]) => numbers(name, (answer) => answer.more?.[key] ?? new Float64Array(features).fill(Number.NaN))),
    textColumn(
      whyColumn,
      answered.flatMap(({ answer }) =>
        Array.from({ length: features }, (_, at) => {
          const key = answer.why.get(at);
          return key === undefined ? null : codeOfWhy(key);
        }),
      ),
      { semantic: "category" },
    ),
  ];
  return { type: "table", rowCount: features * answered.length, columns };
}

type Values = FittedFeaturesBody["features"][number]["values"];
function repeated(name: string, values: Values, times: number): Column {
  const all = Array.from({ length: times }, () => values).flat();
  const is = (type: "number" | "boolean"): boolean => all.every((value) => value === null || typeof value === type);
  if (is("number")) return numberColumn(name, all as (number | null)[]);
  if (is("boolean")) return booleanColumn(name, all as (boolean | null)[]);
  return textColumn(
    name,
    all.map((value) => (value === null ? null : String(value))),
  );
}
