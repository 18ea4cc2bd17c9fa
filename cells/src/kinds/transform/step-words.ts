// A transform in words, for the outline and above the steps: "keeps 12 304 of 41 786 genes with at least 10 reads in 3
// samples". Numbers of the answer are said only where results are known.

import type { Json, JsonObject } from "../../base/json.ts";
import { message } from "../../messages/catalogue.ts";
import { isCellRef, type CellRef } from "../../base/refs.ts";
import type { WordsContext } from "../../contract/kind.ts";
import type { ColumnCondition, Condition, Step, TransformSpec, Verb } from "./steps.ts";

export function transformWords(spec: TransformSpec, context: WordsContext): string {
  const active = spec.steps.filter((step) => !step.off);
  if (active.length === 0) return message("transform.words-none", {}, context.locale);
  const input = spec.from ? context.summaryOf(spec.from) : null;
  const noun = input?.type === "assay" ? nounOf(input.detail) : null;
  const phrases = active.map((step) => stepWords(step, context, noun));
  const kept = keptWords(spec, context, active, noun);
  return [kept ?? phrases[0], ...phrases.slice(1)].join("; ");
}

const nounOf = (detail: JsonObject | undefined): string | null =>
  typeof detail?.featureNoun === "string" ? detail.featureNoun : null;

/** The first step with its numbers, where it is a filter of features and the answer of this cell is known. */
function keptWords(spec: TransformSpec, context: WordsContext, active: readonly Step[], noun: string | null): string | null {
  const [first] = active;
  if (first?.verb !== "filter-features" || !spec.from) return null;
  if (active.some((step, at) => at > 0 && changesFeatures.includes(step.verb))) return null;
  const before = context.summaryOf(spec.from);
  const after = context.own ?? null;
  if (before?.type !== "assay" || after?.type !== "assay") return null;
  return message(
    "transform.kept-features",
    { kept: after.shape[0] ?? 0, all: before.shape[0] ?? 0, noun: featureNoun(noun, context), rule: ruleWords(first, context) },
    context.locale,
  );
}
const changesFeatures: readonly Verb[] = ["filter-features", "select-features", "top-variable", "to-table"];

const featureNoun = (noun: string | null, context: WordsContext): string =>
  message(
    noun === "gene" ? "transform.noun-genes" : noun === "probe" ? "transform.noun-probes" : "transform.noun-features",
    {},
    context.locale,
  );

const shown = (value: unknown, context: WordsContext): Json =>
  isCellRef(value) ? context.nameOf(value as CellRef) : ((value ?? "") as Json);

const list = (items: readonly string[], limit = 3): string =>
  items.length <= limit ? items.join(", ") : `${items.slice(0, limit).join(", ")}, …`;

function ruleWords(step: Extract<Step, { verb: "filter-features" }>, context: WordsContext): string {
  const { rule } = step;
  return rule.by === "count"
    ? message("transform.rule-count", { min: shown(rule.min, context), samples: shown(rule.samples, context) }, context.locale)
    : message("transform.rule-total", { above: shown(rule.above, context) }, context.locale);
}

/** One step in words: "adds rank = log2(counts + 1)". `noun` is what a feature of the matrix is called. */
export function stepWords(step: Step, context: WordsContext, noun: string | null = null): string {
  const say = (key: string, params: JsonObject = {}): string => message(`transform.${key}`, params, context.locale);
  switch (step.verb) {
    case "filter": {
      const where = typeof step.where === "string" ? step.where : conditionWords(step.where, context);
      if (where === "") return say("step-filter-all");
      return say(step.action === "keep" ? "step-keep" : "step-drop", { where });
    }
    case "select":
      return say(step.action === "keep" ? "step-select" : "step-deselect", {
        count: step.columns.length,
        columns: list(step.columns),
      });
    case "rename":
      return say("step-rename", { columns: list(step.columns.map(({ from, to }) => `${from} → ${to}`)) });
    case "derive":
      return say("step-derive", { name: step.name, formula: step.formula });
    case "join":
      return say(`step-join-${step.how}`, {
        with: step.with ? context.nameOf(step.with) : "?",
        on: list(step.on.map(({ left }) => left)),
      });
    case "summarise":
      return say(step.by.length === 0 ? "step-summarise-all" : "step-summarise", {
        by: list(step.by),
        values: list(step.values.map((value) => (value.column ? `${value.take}(${value.column})` : value.take))),
      });
    case "sort":
      return say("step-sort", { by: list(step.by.map(({ column, descending }) => (descending ? `${column} ↓` : column))) });
    case "pivot":
      return say("step-pivot", { names: step.names, values: step.values });
    case "fold":
      return say("step-fold", { count: step.columns.length });
    case "sample":
      return "rows" in step.size
        ? say("step-sample-rows", { rows: shown(step.size.rows, context), seed: step.seed })
        : say("step-sample-fraction", {
            percent: typeof step.size.fraction === "number" ? step.size.fraction * 100 : shown(step.size.fraction, context),
            seed: step.seed,
          });
    case "drop-missing":
      return step.columns.length === 0 ? say("step-drop-missing-any") : say("step-drop-missing", { columns: list(step.columns) });
    case "fill-missing":
      return step.fill.by === "value"
        ? say("step-fill-value", { columns: list(step.columns), value: shown(step.fill.value, context) })
        : say(`step-fill-${step.fill.by}`, { columns: list(step.columns) });
    case "distinct":
      return step.columns.length === 0 ? say("step-distinct-rows") : say("step-distinct", { columns: list(step.columns) });
    case "head":
      return say("step-head", { rows: shown(step.rows, context) });
    case "filter-features":
      return say("step-filter-features", { noun: featureNoun(noun, context), rule: ruleWords(step, context) });
    case "select-features":
      return isCellRef(step.features)
        ? say("step-select-features-of", { name: context.nameOf(step.features), noun: featureNoun(noun, context) })
        : say(step.action === "keep" ? "step-select-features" : "step-deselect-features", {
            features: list(step.features),
            noun: featureNoun(noun, context),
          });
    case "cpm":
      return say("step-cpm");
    case "log-cpm":
      return say("step-log-cpm", { prior: shown(step.prior, context) });
    case "log":
      return say("step-log", { base: step.base, prior: shown(step.prior, context) });
    case "z-score":
      return say("step-z-score", { noun: featureNoun(noun, context) });
    case "top-variable":
      return say("step-top-variable", { count: shown(step.count, context), noun: featureNoun(noun, context) });
    case "annotate-samples":
      return say("step-annotate", { with: step.with ? context.nameOf(step.with) : "?" });
    case "to-table":
      return say(`step-to-table-${step.shape}`);
  }
}

function conditionWords(condition: Condition, context: WordsContext): string {
  const word = (key: string, params: JsonObject = {}): string => message(`transform.${key}`, params, context.locale);
  if ("column" in condition) return columnWords(condition, context);
  const items = "all" in condition ? condition.all : condition.any;
  const joiner = ` ${word("all" in condition ? "and" : "or")} `;
  return items
    .map((item) => {
      const text = conditionWords(item, context);
      return "column" in item || items.length === 1 ? text : `(${text})`;
    })
    .filter((text) => text !== "")
    .join(joiner);
}

function columnWords({ column, is, value }: ColumnCondition, context: WordsContext): string {
  const given = shown(value, context);
  const text = Array.isArray(given) ? list(given.map(String)) : String(given);
  switch (is) {
    case "=":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
      return `${column} ${{ "=": "=", "!=": "≠", "<": "<", "<=": "≤", ">": ">", ">=": "≥" }[is]} ${text}`;
    default:
      return message(`transform.is-${is}`, { column, value: text }, context.locale);
  }
}

/** "counts_kept", "counts_logcpm": what the last telling step makes of the input. */
export function suggestedName(spec: TransformSpec, context: WordsContext): string {
  const source = spec.from ? context.nameOf(spec.from) : "";
  const last = spec.steps.findLast((step) => !step.off && step.verb in endings);
  const ending = last ? (endings[last.verb] ?? "steps") : "steps";
  return source === "" ? ending : `${source}_${ending}`;
}
const endings: { readonly [verb in Verb]?: string } = {
  filter: "kept",
  "filter-features": "kept",
  "select-features": "kept",
  "drop-missing": "complete",
  cpm: "cpm",
  "log-cpm": "logcpm",
  log: "log",
  "z-score": "scaled",
  "top-variable": "top",
  summarise: "summary",
  join: "joined",
  pivot: "wide",
  fold: "long",
  "to-table": "table",
  sample: "sample",
  distinct: "distinct",
  derive: "derived",
  sort: "sorted",
};
