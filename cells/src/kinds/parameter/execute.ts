// Answers a parameter's value, checked against its control and against what is known of the cell that it picks from: the
// columns of a table or of a matrix's samples. Names of genes and samples are checked by the form that offers them and by
// the cell that looks them up. Inline: the same answer at once in browser, server and headless runs.

import { artifactCardOf } from "../../artifacts/artifact-cards.ts";
import type { ArtifactSummary } from "../../artifacts/artifact.ts";
import { type Failure, FailureError } from "../../base/failure.ts";
import type { Json } from "../../base/json.ts";
import { longestName, mostAreas, mostCorners, mostNames, selectionIn } from "../../artifacts/selection.ts";
import { nearestNames } from "../../base/nearest-name.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { inlineContext } from "../../contract/inline-context.ts";
import type { Execute, ExecuteInline, InlineOutputs } from "../../contract/execute.ts";
import type { Control, ParameterSpec } from "./spec.ts";
import { words } from "./words.ts";

export const executeInline: ExecuteInline<ParameterSpec> = (spec, context): Result<InlineOutputs, Failure> => {
  try {
    const source = spec.from ? (context.output(spec.from)?.summary ?? null) : null;
    return ok({ out: { type: "value", value: checkedValue(spec.control, spec.value, source) } });
  } catch (error) {
    if (error instanceof FailureError) return err(error.failure);
    throw error;
  }
};

export const execute: Execute<ParameterSpec> = async (spec, context) => executeInline(spec, inlineContext(context));

const at = { at: ["value"] } as const;

/** The value as the control allows it. Fails with what is allowed and, where there is one, the nearest allowed value. */
export function checkedValue(control: Control, value: Json, source: ArtifactSummary | null): Json {
  switch (control.type) {
    case "number":
      return inBounds(numberOf(value), control.min, control.max);
    case "slider":
      return inBounds(numberOf(value), control.min, control.max);
    case "range": {
      if (!Array.isArray(value) || value.length !== 2) return words.fail("not-a-range", { value: shown(value) }, at);
      const [low, high] = (value as readonly Json[]).map((end) => inBounds(numberOf(end as Json), control.min, control.max)) as [
        number,
        number,
      ];
      if (low > high) return words.fail("range-reversed", { low, high }, { ...at, fix: { path: ["value"], value: [high, low] } });
      return [low, high];
    }
    case "choice":
      return oneOf(textOf(value), optionsOf(control, source));
    case "choices": {
      if (!Array.isArray(value)) return words.fail("not-a-list", { value: shown(value) }, at);
      const options = optionsOf(control, source);
      return (value as readonly Json[]).map((item) => oneOf(textOf(item), options));
    }
    case "text": {
      const text = textOf(value);
      if (text.length > control.longest) return words.fail("too-long", { n: text.length, most: control.longest }, at);
      return text;
    }
    case "date":
      return dateOf(textOf(value), control.min, control.max);
    case "toggle":
      if (typeof value !== "boolean") return words.fail("not-a-toggle", { value: shown(value) }, at);
      return value;
    case "column":
      return columnName(textOf(value), source, control.numbersOnly, "value");
    case "feature":
    case "sample":
      return nameOfMatrix(textOf(value), source);
    case "selection":
      return selectionOf(value, source);
  }
}

const shown = (value: Json): string => JSON.stringify(value).slice(0, 60);

function numberOf(value: Json): number {
  return typeof value === "number" && Number.isFinite(value) ? value : words.fail("not-a-number", { value: shown(value) }, at);
}

function textOf(value: Json): string {
  return typeof value === "string" ? value : words.fail("not-text", { value: shown(value) }, at);
}

function inBounds(value: number, min: number | undefined, max: number | undefined): number {
  if (min !== undefined && value < min)
    return words.fail("too-low", { value, min }, { ...at, fix: { path: ["value"], value: min } });
  if (max !== undefined && value > max)
    return words.fail("too-high", { value, max }, { ...at, fix: { path: ["value"], value: max } });
  return value;
}

/** Null = anything goes: no options are given, or they are the values of a column, which the form offers. */
function optionsOf(
  control: { readonly options: readonly string[]; readonly column?: string | undefined },
  source: ArtifactSummary | null,
): ReadonlySet<string> | null {
  if (control.column !== undefined) {
    if (source) columnName(control.column, source, false, "control");
    return null;
  }
  return control.options.length > 0 ? new Set(control.options) : null;
}

function oneOf(value: string, options: ReadonlySet<string> | null): string {
  if (options === null || options.has(value)) return value;
  const near = nearestNames(value, options);
  const fix = near[0] === undefined ? {} : { fix: { path: ["value"], value: near[0] } };
  return words.fail("not-an-option", { value, options: [...options].slice(0, 12) }, { ...at, ...fix });
}

function dateOf(text: string, min: string | undefined, max: string | undefined): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const time = match ? Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text)
    return words.fail("not-a-date", { value: text }, at);
  if (min !== undefined && text < min)
    return words.fail("date-before", { value: text, min }, { ...at, fix: { path: ["value"], value: min } });
  if (max !== undefined && text > max)
    return words.fail("date-after", { value: text, max }, { ...at, fix: { path: ["value"], value: max } });
  return text;
}

/** A column of the table, or of a matrix's samples. Not checked while nothing is known of them. */
function columnName(name: string, source: ArtifactSummary | null, numbersOnly: boolean, field: "value" | "control"): string {
  if (source && !artifactCardOf(source).hasColumns)
    return words.fail("source-not-table", { type: source.type }, { at: ["from"] });
  if (!source?.columns) return name;
  const column = source.columns.find((candidate) => candidate.name === name);
  if (!column) {
    const near = nearestNames(
      name,
      source.columns.map((candidate) => candidate.name),
    );
    const fix = near[0] === undefined || field !== "value" ? {} : { fix: { path: ["value"], value: near[0] } };
    return words.fail(
      near.length > 0 ? "column-missing-near" : "column-missing",
      { column: name, near },
      { at: [field], ...fix },
    );
  }
  if (numbersOnly && column.type !== "float64" && column.type !== "int32")
    return words.fail("column-not-numbers", { column: name }, at);
  return name;
}

function nameOfMatrix(name: string, source: ArtifactSummary | null): string {
  if (source && source.type !== "assay") return words.fail("source-not-matrix", { type: source.type }, { at: ["from"] });
  return name;
}

/** Nothing selected is null; else a box, a lasso, points in the units of the axes, names, or several of these. */
function selectionOf(value: Json, source: ArtifactSummary | null): Json {
  if (source && !drawnOf.has(source.type)) return words.fail("source-not-figure", { type: source.type }, { at: ["from"] });
  if (value === null) return null;
  if (selectionIn(value) === null)
    return words.fail("not-a-selection", { value: shown(value), mostCorners, mostNames, longestName, mostAreas }, at);
  return value;
}

/** Figures, and tables of which some cells draw one where they are looked at. */
const drawnOf: ReadonlySet<ArtifactSummary["type"]> = new Set(["figure", "table"]);
