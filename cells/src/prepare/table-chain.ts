// The chain for a table: rows that stand twice, labels, what stands for missing, columns that add nothing, then what is learned: the
// split, what lies far, what is filled, what becomes numbers. Columns that a step takes away are named by no later one.

import { canonicalJson } from "../base/canonical-json.ts";
import { isJsonObject, type JsonObject } from "../base/json.ts";
import { type ChainOfSteps, chainOfSteps, nameIn, namesIn } from "./chain-of-steps.ts";
import { hasClasses, isFeature, isName, isNumber, isOutcome } from "./form-of-columns.ts";
import type { Asked, Found, FormColumn, Proposal } from "./proposal.ts";
import { addSplit } from "./split-step.ts";
import { words } from "./words.ts";

/** What is known while the chain grows. */
interface Growing {
  readonly asked: Asked;
  readonly chain: ChainOfSteps;
  /** Columns that a step takes away. */
  readonly gone: Set<string>;
  /** Never taken away, filled or made into numbers. */
  readonly kept: ReadonlySet<string>;
  /** Texts that a step makes numbers. */
  readonly made: Set<string>;
  /** Columns in which a step leaves new gaps. */
  readonly opened: Set<string>;
  /** Groups of a column, as they are once labels are merged. */
  readonly levels: Map<string, readonly string[]>;
}

const forPrediction: ReadonlySet<string> = new Set(["leakage", "class-imbalance"]);

export function tableChain(given: Asked): Proposal {
  const asked = ofOutcome(given);
  const chain = chainOfSteps(given);
  const isPredict = asked.goal === "predict";
  const growing: Growing = {
    asked,
    chain,
    gone: new Set(),
    kept: new Set((isPredict ? [asked.outcome] : [asked.judgedOutcome, asked.group]).flatMap((name) => name ?? [])),
    made: new Set(),
    opened: new Set(),
    levels: new Map(asked.columns.flatMap(({ name, levels }) => (levels ? [[name, levels]] : []))),
  };
  if (asked.goal === "predict" && asked.outcome === null) chain.note(words.sentence("no-outcome"));
  if (asked.goal === "compare" && asked.group === null) chain.note(words.sentence("no-group"));
  chain.passOver(given.verdicts.filter((verdict) => !asked.verdicts.includes(verdict)));
  rowsFirst(growing);
  mendValues(growing);
  dropColumns(growing);
  if (isPredict) {
    const outcome = asked.columns.find(({ name }) => name === asked.outcome);
    addSplit(asked, chain, outcome !== undefined && hasClasses({ ...outcome, levels: growing.levels.get(outcome.name) ?? [] }));
  }
  flagFar(growing);
  fillGaps(growing);
  if (isPredict) makeNumbers(growing);
  return chain.done();
}

/** Verdicts about an outcome concern a prediction of that one. */
function ofOutcome(asked: Asked): Asked {
  const { goal, outcome, judgedOutcome, verdicts } = asked;
  const isJudged = goal === "predict" && outcome === judgedOutcome;
  return { ...asked, verdicts: verdicts.filter(({ rule }) => isJudged || !forPrediction.has(rule)) };
}

const withVerb = ({ asked }: Growing, verb: string, ...rules: readonly string[]): readonly Found[] =>
  asked.verdicts.filter(({ rule, step }) => step?.["verb"] === verb && (rules.length === 0 || rules.includes(rule)));

function rowsFirst(growing: Growing): void {
  const { asked, chain } = growing;
  for (const verdict of withVerb(growing, "distinct")) {
    const columns = namesIn(verdict.step, "columns");
    const isOfIds = verdict.rule === "repeated-ids";
    chain.add({
      key: `distinct ${columns.join("\n")}`,
      step: { ...verdict.step },
      reason: isOfIds ? words.sentence("ids", { columns }) : words.sentence(columns.length === 0 ? "twice" : "twice-but-names"),
      by: [verdict],
    });
  }
  const ofRows = withVerb(growing, "drop-missing").filter(({ step }) => step?.["drop"] === "rows");
  const without = ofRows.filter(
    ({ rule, step }) =>
      step?.["above"] === 0 &&
      (rule === "repeated-ids" || (asked.goal === "predict" && namesIn(step, "columns").includes(asked.outcome ?? ""))),
  );
  if (without.length > 0) {
    const columns = [...new Set(without.flatMap(({ step }) => namesIn(step, "columns")))];
    const step = { verb: "drop-missing", columns, drop: "rows", above: 0 };
    chain.add({ key: "without", step, reason: words.sentence("without", { columns }), by: without });
  }
  for (const verdict of ofRows.filter(({ step }) => step?.["above"] !== 0))
    chain.add({ key: "empty-rows", step: { ...verdict.step }, reason: words.sentence("empty-rows"), by: [verdict] });
  for (const verdict of withVerb(growing, "filter")) {
    const isRare = verdict.rule === "class-imbalance";
    chain.add({
      key: `filter ${canonicalJson(verdict.step?.["where"] ?? null)}`,
      step: { ...verdict.step },
      reason: words.sentence(isRare ? "rare-classes" : "as-found"),
      by: [verdict],
      on: !isRare,
    });
  }
}

function mendValues(growing: Growing): void {
  const { chain, made, opened, levels } = growing;
  for (const verdict of withVerb(growing, "merge-labels")) {
    const column = nameIn(verdict.step, "column");
    const isOn = chain.add({
      key: `labels ${column}`,
      step: { ...verdict.step },
      reason: words.sentence("labels", { column }),
      by: [verdict],
    });
    if (isOn) levels.set(column, mergedLevels(levels.get(column) ?? [], verdict.step));
  }
  for (const [rule, key] of [
    ["infinite-values", "infinite"],
    ["sentinel-values", "sentinel"],
    ["numbers-as-texts", "numbers"],
  ] as const)
    for (const verdict of withVerb(growing, "derive", rule)) {
      const column = nameIn(verdict.step, "name");
      // A formula that takes signs away reads what stands behind them.
      const isOfLimits = key === "numbers" && nameIn(verdict.step, "formula").includes("replace(");
      const reason = words.sentence(isOfLimits ? "limits" : key, { column });
      const isOn = chain.add({ key: `${key} ${column}`, step: { ...verdict.step }, reason, by: [verdict] });
      if (!isOn) continue;
      opened.add(column);
      if (key === "numbers") made.add(column);
    }
}

function mergedLevels(levels: readonly string[], step: JsonObject | undefined): readonly string[] {
  const groups = step?.["groups"];
  const toOf = new Map<string, string>();
  for (const group of Array.isArray(groups) ? groups : [])
    if (isJsonObject(group)) for (const from of namesIn(group, "from")) toOf.set(from, nameIn(group, "to"));
  return [...new Set(levels.map((level) => toOf.get(level) ?? level))];
}

function dropColumns(growing: Growing): void {
  const { asked, chain, gone, kept } = growing;
  const staying = (verdicts: readonly Found[]): readonly string[] => [
    ...new Set(verdicts.flatMap(({ step }) => namesIn(step, "columns")).filter((name) => !kept.has(name) && !gone.has(name))),
  ];
  // A chain that leaves no column is none.
  const leavesSome = (going: readonly string[]): boolean => gone.size + going.length < asked.columnCount;
  const drop = (key: string, columns: readonly string[], draft: Omit<Parameters<ChainOfSteps["add"]>[0], "key">): void => {
    if (columns.length === 0) return;
    if (!leavesSome(columns)) return chain.note(words.sentence("none-left", { columns }));
    if (chain.add({ key, ...draft })) columns.forEach((name) => gone.add(name));
  };
  const empty = withVerb(growing, "drop-missing").filter(({ step }) => step?.["drop"] === "columns");
  const emptyColumns = staying(empty);
  drop("empty-columns", emptyColumns, {
    step: { ...empty[0]?.step, columns: emptyColumns },
    reason: words.sentence("empty-columns", { columns: emptyColumns }),
    by: empty,
  });
  const same = withVerb(growing, "select", "constant-columns", "duplicate-columns");
  const sameColumns = staying(same);
  drop("same-columns", sameColumns, {
    step: { verb: "select", columns: sameColumns, action: "drop" },
    reason: words.sentence("same-columns", { columns: sameColumns }),
    by: same,
  });
  const leaks = withVerb(growing, "select", "leakage");
  const leaking = staying(leaks);
  drop("leaks", leaking, {
    step: { verb: "select", columns: leaking, action: "drop" },
    reason: words.sentence("leaks", { columns: leaking, outcome: asked.outcome }),
    by: leaks,
    on: false,
  });
  // A suspect that goes for another reason is gone all the same.
  chain.passOver(leaks.filter(({ step }) => namesIn(step, "columns").every((name) => gone.has(name))));
}

/** Of the same rule for all its columns; what stood for missing was far, and is told of anew afterwards. */
function flagFar(growing: Growing): void {
  const { asked, chain, gone, kept, opened } = growing;
  const rules = new Map<string, Found[]>();
  const slips = asked.goal === "predict" ? withVerb(growing, "outliers").filter((verdict) => isSlip(verdict, asked)) : [];
  for (const verdict of withVerb(growing, "outliers")) {
    if (slips.includes(verdict)) continue;
    const key = canonicalJson(verdict.step?.["rule"] ?? null);
    rules.set(key, [...(rules.get(key) ?? []), verdict]);
  }
  for (const [key, all] of rules) {
    const mended = all.filter(({ step }) => namesIn(step, "columns").every((name) => gone.has(name) || opened.has(name)));
    chain.passOver(mended);
    const by = all.filter((verdict) => !mended.includes(verdict));
    const columns = by.flatMap(({ step }) => namesIn(step, "columns"));
    if (columns.length === 0) continue;
    // Distances would stand among what is learned from.
    const action = asked.goal === "predict" ? "keep" : "flag";
    const step = { ...by[0]?.step, columns, action };
    chain.add({ key: `outliers ${key}`, step, reason: words.sentence(`outliers-${action}`, { columns }), by });
  }
  const names = (verdict: Found): readonly string[] =>
    namesIn(verdict.step, "columns").filter((name) => !gone.has(name) && !opened.has(name) && !kept.has(name));
  const columns = slips.flatMap(names);
  chain.passOver(slips.filter((verdict) => names(verdict).length === 0));
  if (columns.length === 0) return;
  const step = { ...slips[0]?.step, columns, action: "missing" };
  const by = slips.filter((verdict) => names(verdict).length > 0);
  if (chain.add({ key: "slips", step, reason: words.sentence("outliers-missing", { columns }), by }))
    for (const name of columns) opened.add(name);
}

/** So far off, and so alone, that a model would learn of little else in that column. */
const isSlip = ({ level, rows }: Found, { rowCount }: Asked): boolean =>
  level === "fail" && rows !== undefined && rows.n <= Math.max(1, rowCount / 100);

function fillGaps(growing: Growing): void {
  const { asked, chain, gone, kept, made, opened } = growing;
  const verdicts = withVerb(growing, "fill-missing");
  const told = new Map<string, boolean>();
  for (const { step } of verdicts)
    for (const name of namesIn(step, "columns")) told.set(name, (told.get(name) ?? false) || step?.["indicator"] === true);
  const isPredict = asked.goal === "predict";
  const madeUp = asked.columns.filter((column) => {
    const { name } = column;
    return isOutcome(column) && !gone.has(name) && !kept.has(name) && (told.has(name) || opened.has(name));
  });
  if (madeUp.length > 0) chain.note(words.sentence("outcomes-stay", { columns: madeUp.map(({ name }) => name) }));
  const filled = asked.columns.filter((column) => {
    const { name } = column;
    if (gone.has(name) || kept.has(name) || isName(column) || isOutcome(column)) return false;
    return (
      told.has(name) || opened.has(name) || (isPredict && isFeature(column) && (isCategory(growing, column) || isNumber(column)))
    );
  });
  for (const isMarked of [true, false])
    for (const by of ["median", "mode"] as const) {
      const columns = filled.flatMap((column) => {
        const { name } = column;
        const isNumeric = isNumber(column) || made.has(name);
        if ((told.get(name) ?? false) !== isMarked || isNumeric !== (by === "median")) return [];
        // Of texts that hardly repeat none is usual.
        return isNumeric || isCategory(growing, column) ? [name] : [];
      });
      if (columns.length === 0) continue;
      const step = { verb: "fill-missing", columns, fill: { by }, ...(isMarked ? { indicator: true } : {}) };
      chain.add({
        key: `fill ${by} ${isMarked}`,
        step,
        reason: words.sentence(`fill-${asked.goal}`, { columns }),
        by: verdicts.filter(({ step: of }) => namesIn(of, "columns").some((name) => columns.includes(name))),
        also: isMarked ? [words.sentence("marked")] : [],
        on: asked.goal !== "compare",
      });
    }
}

const isCategory = ({ levels, made }: Growing, { name, type }: FormColumn): boolean =>
  !made.has(name) && (type === "boolean" || (type === "text" && levels.has(name)));

function makeNumbers(growing: Growing): void {
  const { asked, chain, gone, kept, made, levels } = growing;
  const { outcome, columns, columnCount } = asked;
  const features = columns.filter(
    (column) =>
      (isFeature(column) || (made.has(column.name) && !isName(column))) &&
      !gone.has(column.name) &&
      column.name !== outcome &&
      !kept.has(column.name),
  );
  // What is not listed would be passed over without a word.
  const isAll = columns.length >= columnCount;
  if (!isAll) chain.note(words.sentence("wide", { listed: columns.length, all: columnCount }));
  const countOf = ({ name, type }: FormColumn): number => (type === "boolean" ? 2 : (levels.get(name)?.length ?? 0));
  const categories = features.filter((column) => isCategory(growing, column) && countOf(column) >= 2);
  const two = categories.filter((column) => countOf(column) === 2).map(({ name }) => name);
  const more = categories.filter((column) => countOf(column) > 2).map(({ name }) => name);
  if (two.length > 0)
    chain.add({
      key: "encode two",
      step: { verb: "encode", columns: two, as: { by: "ordinal", unseen: "missing" } },
      reason: words.sentence("encode-two", { columns: two }),
      on: isAll,
    });
  if (more.length > 0)
    chain.add({
      key: "encode more",
      step: { verb: "encode", columns: more, as: { by: "one-hot", unseen: "zero" } },
      reason: words.sentence("encode-more", { columns: more }),
      on: isAll,
    });
  const numbers = features.filter((column) => isNumber(column) || made.has(column.name)).map(({ name }) => name);
  if (numbers.length > 0)
    chain.add({
      key: "scale",
      step: { verb: "scale", columns: numbers },
      reason: words.sentence("scale", { n: numbers.length }),
      on: isAll,
    });
  const rare = asked.verdicts.filter(({ rule, step }) => rule === "class-imbalance" && step?.["verb"] !== "filter");
  if (outcome !== null && rare.length > 0)
    chain.add({
      key: "balance",
      step: { verb: "balance", column: outcome },
      reason: words.sentence("balance", { outcome }),
      by: rare,
      on: false,
    });
}
