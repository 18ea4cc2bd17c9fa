// Fits a regression: the family that the outcome proposes or that was chosen, its coefficients, tests and means by the errors that are
// right for the rows, what is doubtful, and what all of it says in words.

import type { JsonObject } from "../../base/json.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { Failure } from "../../base/failure.ts";
import type { Execute, ExecuteContext, Outputs } from "../../contract/execute.ts";
import type { FamilyWork, FittedRegression, NoFit, RegressionFamily, Separated } from "../../contract/regression-family.ts";
import { columnOf } from "../../artifacts/table.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import { type FamilyName, familyOf, type FamilySettings, loadFamilyWork, newFamily } from "../../regressions.ts";
import { words as familyWords } from "../../regressions/words.ts";
import type { RegressionBody } from "../../reports/regression/report.ts";
import { words as cardWords } from "./card-words.ts";
import { checksOf, plain } from "./execute-checks.ts";
import { forestFigure, influenceFigure, meansFigure, normalFigure, residualsFigure } from "./execute-figures.ts";
import { callsOfR } from "./execute-in-r.ts";
import { type Doubt, individualsIn, type Model, modelOf } from "./execute-model.ts";
import { coefficientsOf, errorsOf, knownBy, meansOf, termsOf } from "./execute-results.ts";
import { whatItSays } from "./execute-says.ts";
import { coefficientsTable, meansTable, pairsTable, rowsTable, termsTable } from "./execute-tables.ts";
import { readColumn } from "./label-of-column.ts";
import { keysOfNoFit } from "./say-fact.ts";
import { type Proposed, propose } from "./propose.ts";
import { type Outcome, readOutcome } from "./read-outcome.ts";
import { rowsBehind } from "./execute-rows-behind.ts";
import type { RegressionSpec } from "./spec.ts";
import { words } from "./words.ts";

export const execute: Execute<RegressionSpec> = async (spec, context) => {
  if (!spec.from) return err(cardWords.failure("needs-from", {}, { at: ["from"] }));
  if (spec.outcome === "") return err(cardWords.failure("needs-outcome", {}, { at: ["outcome"], asks: true }));
  const level = context.valueOf(spec.level);
  if (typeof level !== "number" || !(level > 0 && level < 1))
    return err(words.failure("bad-level", { value: level }, { at: ["level"] }));
  const chosenFamily = spec.family.type === "auto" ? null : familyOf(spec.family);
  const outcome = readOutcome(context.input(spec.from), spec, chosenFamily ? chosenFamily.outcome === "two" : null);
  if (!outcome.ok) return outcome;
  const pause = paused(context);
  const chosen = await choose(outcome.value, spec, pause);
  if (!chosen.ok) return chosen;
  const { options, family, work, model, fit, proposed } = chosen.value;
  const errors = errorsOf(spec, family, model);
  if (!errors.ok) return errors;
  const isFirth = "firth" in options && options.firth === true;
  const isProfile = spec.intervals === "profile" || (spec.intervals === "auto" && isFirth && errors.value === "classical");
  if (spec.intervals === "profile" && (!fit.profile || errors.value !== "classical"))
    return err(words.failure("no-profile", {}, { at: ["intervals"], fix: { path: ["intervals"], value: "auto" } }));
  const known = knownBy(fit, errors.value, model, level);
  if (!known.ok) return known;
  const { coefficients, read } = await coefficientsOf(known.value, model, { isProfile, pause });
  const { terms, testedBy } = await termsOf(known.value, model, { type: spec.tests, pause });
  const short = tooFewClusters(errors.value, model, terms);
  const means = meansOf(known.value, { options, work, model, spec });
  if (!means.ok) return means;
  const counted = model.outcome.reduce((sum, value) => sum + value, 0);
  const events = outcome.value.answers ? Math.min(counted, model.outcome.length - counted) : null;
  const checked = checksOf(known.value, model, family, isFirth ? null : events);
  // Robust errors take it into account that counts vary more.
  const spread = fit.doubts.find(({ key }) => key === familyWords.key("overdispersed"));
  const isTaken = spread !== undefined && errors.value !== "classical";
  const ofFamily = isTaken ? fit.doubts.filter((doubt) => doubt !== spread) : fit.doubts;
  const ofTerms = isFirth && isProfile && terms.length > 0 ? [words.sentence("firth-terms")] : [];
  const doubts: readonly Doubt[] = [
    ...doubtsOf(outcome.value, model, spec),
    ...ofFamily,
    ...ofTerms,
    ...short,
    ...checked.doubts,
  ];
  const checks = [...(isTaken ? [familyWords.sentence("overdispersed-taken", spread.params)] : []), ...checked.checks];
  const body: RegressionBody = {
    family: { ...options },
    auto: proposed !== null,
    why: proposed && plain(proposed.why),
    others: proposed ? [...proposed.others] : [],
    outcome: outcome.value.name,
    event: outcome.value.answers?.[1] ?? null,
    formula: model.formula.text.trim(),
    block: model.block,
    ratio: family.ratio,
    errors: errors.value,
    intervals: isProfile ? "profile" : "wald",
    freedom: freedomOf(options, errors.value, coefficients[0]),
    level,
    n: model.outcome.length,
    events: outcome.value.answers ? counted : null,
    groups: model.groups ? model.groupCount : null,
    sizes: [...new Set(rowsBehind(model))],
    coefficients: [...coefficients],
    terms,
    tests: spec.tests,
    testedBy,
    means: means.value,
    facts: fit.facts.map(({ key, value, more }) => ({ key, value, more: more ?? null })),
    inflations: checked.inflations,
    says: [],
    checks: checks.map(plain),
    ways: [
      ...checked.ways,
      ...(model.perhaps === null
        ? []
        : [
            {
              of: words.key("perhaps-repeated"),
              title: plain(words.sentence("way-blocks", { column: model.perhaps })),
              path: ["design", "block"],
              value: model.perhaps,
            },
          ]),
      ...(spread && !isTaken
        ? [
            {
              of: familyWords.key("overdispersed"),
              title: plain(words.sentence("way-negative")),
              path: ["family"],
              value: newFamily("negative-binomial"),
            },
          ]
        : []),
    ],
    inR: [
      ...callsOfR({
        spec,
        outcome: outcome.value,
        model,
        family,
        options,
        work,
        errors: errors.value,
        isProfile,
        level,
        means: means.value,
      }),
    ],
    doubts: doubts.map(({ rows, ...said }) => ({ ...plain(said), ...(rows ? { rows: [...rows] } : {}) })),
  };
  const says = whatItSays(body, read);
  for (const sentence of [...says, ...doubts]) context.log(sentenceIn(sentence, "en"));
  return ok(outputsOf({ ...body, says: says.map(plain) }, model, family, fit));
};

/** A turn is given back to the thread often enough for a run to be cancelled. */
function paused(context: ExecuteContext): Pause {
  let turn = performance.now();
  return async (share) => {
    if (performance.now() - turn < 30) return;
    if (share !== undefined) context.progress(share);
    await new Promise((next) => setTimeout(next, 0));
    context.signal.throwIfAborted();
    turn = performance.now();
  };
}

type Pause = (share?: number) => Promise<void>;

interface Chosen {
  readonly options: FamilySettings;
  readonly family: RegressionFamily;
  readonly work: FamilyWork;
  readonly model: Model;
  readonly fit: FittedRegression;
  /** Null: it was chosen by hand. */
  readonly proposed: Proposed | null;
}

async function choose(outcome: Outcome, spec: RegressionSpec, pause: Pause): Promise<Result<Chosen, Failure>> {
  if (spec.family.type !== "auto") {
    const wrong = notFor(outcome, familyOf(spec.family));
    return wrong
      ? err(wrong)
      : fitted(outcome, spec, spec.family as FamilySettings, { block: spec.design.block, proposed: null, pause });
  }
  const block = individualsIn(outcome, spec.design);
  const proposed = propose(outcome, block, columnOf(outcome.sheet, outcome.name)?.semantic);
  const first = await fitted(outcome, spec, newFamily(proposed.family), { block, proposed, pause });
  if (!first.ok || proposed.family !== "poisson") return first;
  const ratio = first.value.fit.facts.find(({ key }) => key === "dispersion")?.value ?? 1;
  if (first.value.fit.doubts.length === 0) return first;
  // Counts that vary more than chance are what the negative binomial is for.
  const wider: Proposed = {
    family: "negative-binomial",
    why: words.sentence("why-negative-binomial", { outcome: outcome.name, ratio: Number(ratio.toPrecision(3)) }),
    others: ["poisson", "linear"],
  };
  const second = await fitted(outcome, spec, newFamily(wider.family), { block, proposed: wider, pause });
  return second.ok ? second : first;
}

function notFor(outcome: Outcome, { outcome: takes, words: said }: RegressionFamily): Failure | null {
  const params = { outcome: outcome.name, family: { key: said.key("title"), params: {} } };
  const at = { at: ["family"], fix: { path: ["family"], value: { type: "auto" } } };
  if (takes === "two") return outcome.answers ? null : words.failure("needs-answers", params, at);
  return outcome.answers ? words.failure("needs-numbers", params, at) : null;
}

async function fitted(
  outcome: Outcome,
  spec: RegressionSpec,
  options: FamilySettings,
  { block, proposed, pause }: { readonly block: string | null; readonly proposed: Proposed | null; readonly pause: Pause },
): Promise<Result<Chosen, Failure>> {
  const family = familyOf(options);
  const model = modelOf(outcome, spec, family, block);
  if (!model.ok) return model;
  const work = await loadFamilyWork(options);
  const { columns, formula, outcome: values, offset, groups } = model.value;
  await pause(0);
  const fit = await work.fit(options, {
    columns,
    intercept: formula.intercept,
    outcome: values,
    offset,
    groups,
    // The other half is the tests of terms.
    pause: (share) => pause(share === undefined ? undefined : share / 2),
  });
  if (typeof fit === "string" || "separated" in fit) return err(whyNot(fit, model.value, options));
  return ok({ options, family, work, model: model.value, fit, proposed });
}

/** What stands in the way of a fit, with the setting that takes it out of the way. */
function whyNot(no: NoFit | Separated, model: Model, options: FamilySettings): Failure {
  if (typeof no !== "string") {
    const names = no.separated
      .map((at) => model.matrix.columns[at])
      .flatMap((column) => (column && column.term > 0 ? [readColumn(column, model).label] : []));
    const isTwo = options.type === "logistic";
    const said = names.length > 0 ? names : ["(Intercept)"];
    return isTwo
      ? words.failure(
          "separated",
          { names: said, n: said.length },
          { at: ["family"], fix: { path: ["family"], value: { type: "logistic", firth: true } } },
        )
      : words.failure("no-counts-in-group", { names: said, n: said.length }, { at: ["design", "formula"] });
  }
  const instead: { readonly [why in NoFit]?: FamilyName } = {
    "not-counts": "linear",
    "not-positive": "linear",
    "no-spread": "poisson",
  };
  const other = instead[no];
  const fix = other ? { fix: { path: ["family"], value: newFamily(other) } } : {};
  const field =
    no === "needs-groups"
      ? ["design", "block"]
      : no === "constant"
        ? ["outcome"]
        : no === "perfect"
          ? ["design", "formula"]
          : ["family"];
  return familyWords.failure(keysOfNoFit[no], {}, { at: field, ...fix });
}

function doubtsOf(
  { missing, name, answers, isAgainstOthers, isRawCounts }: Outcome,
  model: Model,
  spec: RegressionSpec,
): readonly Doubt[] {
  const doubts: Doubt[] = [];
  if (missing > 0) doubts.push({ ...words.sentence("outcome-left-out", { n: missing, columns: [name] }), rows: [missing] });
  if (answers && spec.counted === "")
    doubts.push(words.sentence("counted-said", { outcome: name, counted: answers[1], other: answers[0] }));
  if (answers && isAgainstOthers) doubts.push(words.sentence("against-others", { outcome: name, counted: answers[1] }));
  if (isRawCounts)
    doubts.push(
      words.sentence(spec.exposure === "" ? "raw-counts" : "raw-counts-exposed", { outcome: name, exposure: spec.exposure }),
    );
  return [...doubts, ...model.doubts];
}

/** A term of more columns than clusters less one has no test by errors of clusters: they follow from each other. */
function tooFewClusters(errors: string, { groupCount }: Model, terms: RegressionBody["terms"]): readonly Doubt[] {
  const untold = errors === "cluster" ? terms.filter(({ statistic }) => statistic === null) : [];
  return untold.map(({ label, df }) => words.sentence("few-clusters-of-term", { term: label, n: groupCount, df }));
}

function freedomOf(options: FamilySettings, errors: string, first: RegressionBody["coefficients"][number] | undefined): string {
  if ("freedom" in options) return String(options.freedom);
  if (first?.df === null) return "normal";
  return errors === "cluster" ? "clusters" : "residual";
}

function outputsOf(body: RegressionBody, model: Model, family: RegressionFamily, fit: FittedRegression): Outputs {
  const forest = forestFigure(body);
  const drawn = body.means ? meansFigure(body.means, body) : null;
  const influence = influenceFigure(fit, model.rows);
  return {
    out: coefficientsTable(body, model),
    report: { type: "report", report: "regression", body: body as JsonObject },
    ...(forest ? { forest } : {}),
    ...(body.terms.length > 0 ? { terms: termsTable(body) } : {}),
    ...(body.means ? { means: meansTable(body.means, body.ratio), comparisons: pairsTable(body.means, body.ratio) } : {}),
    ...(drawn ? { drawn } : {}),
    rows: rowsTable(fit, model.rows),
    residuals: residualsFigure(fit, model.rows),
    ...(family.isNormal ? { normal: normalFigure(fit, model.rows) } : {}),
    ...(influence ? { influence } : {}),
  };
}
