// What a parameter cell says: a control and its value, which other cells read. Inline: it answers at once. A control may
// pick from another cell: a column of a table, a feature or a sample of a matrix, a selection in a chart.

import { featureNoun, featuresCalled } from "../../artifacts/rows-called.ts";
import { z } from "zod";
import type { Json } from "../../base/json.ts";
import { selectionIn } from "../../artifacts/selection.ts";
import { selectionSaid } from "../../artifacts/selection-said.ts";
import { formatNumber } from "../../messages/translate.ts";
import type { Locale } from "../../messages/locale.ts";
import { noRows } from "../../contract/carried.ts";
import { defineKind } from "../../contract/define-kind.ts";
import type { WordsContext } from "../../contract/kind.ts";
import { cellRef, json } from "../../contract/spec-fields.ts";
import { wordsAsName } from "../../notebook/cell-name.ts";
import { card } from "./card.ts";
import { example } from "./example.ts";
import { discloses } from "./discloses.ts";
import { words as parameterWords } from "./words.ts";

const number = (title: string, description: string) => z.number().exactOptional().meta({ title, description });
const unit = z.string().max(40).exactOptional().meta({ title: "Unit", description: "Shown after the number" });
const ends = {
  min: z.number().default(0).meta({ title: "Lowest", description: "Smallest value allowed" }),
  max: z.number().default(100).meta({ title: "Highest", description: "Largest value allowed" }),
  step: z
    .number()
    .positive()
    .default(1)
    .meta({ title: "Step", description: "By how much the control moves; values between steps are allowed" }),
};
const options = z
  .array(z.string())
  .max(10_000)
  .default([])
  .meta({ title: "Options", description: "What may be chosen; none named: any text" });
const is = <Type extends string>(type: Type, description: string) => z.literal(type).meta({ title: "Type", description });
const column = z
  .string()
  .exactOptional()
  .meta({ title: "Column", description: "Offer the values of this column of `from`; options are ignored then" });

const controls = z.discriminatedUnion("type", [
  z.strictObject({
    type: is("number", "A number field; the value is a number"),
    min: number("Lowest", "Smallest value allowed; absent: no bound"),
    max: number("Highest", "Largest value allowed; absent: no bound"),
    step: number("Step", "By how much the arrows move; values between steps are allowed"),
    unit,
  }),
  z.strictObject({ type: is("slider", "A slider; the value is a number from min to max"), ...ends, unit }),
  z.strictObject({ type: is("range", "An interval; the value is [low, high], from min to max"), ...ends, unit }),
  z.strictObject({ type: is("choice", "One of several; the value is a text"), options, column }),
  z.strictObject({ type: is("choices", "Any number of several; the value is a list of texts"), options, column }),
  z.strictObject({
    type: is("text", "A text field; the value is a text"),
    longest: z
      .number()
      .int()
      .positive()
      .default(1000)
      .meta({ title: "Longest", description: "Most characters allowed (UTF-16 code units)" }),
  }),
  z.strictObject({
    type: is("date", "A day; the value is a text such as 2026-01-31"),
    min: z.string().exactOptional().meta({ title: "First", description: "Earliest day allowed, such as 2026-01-31" }),
    max: z.string().exactOptional().meta({ title: "Last", description: "Latest day allowed, such as 2026-12-31" }),
  }),
  z.strictObject({ type: is("toggle", "Yes or no; the value is true or false") }),
  z.strictObject({
    type: is("column", "A column of `from` (a table, or a matrix's samples); the value is its name"),
    numbersOnly: z.boolean().default(false).meta({ title: "Numbers only", description: "Refuse columns that hold no numbers" }),
  }),
  z.strictObject({ type: is("feature", "A feature (gene) of the matrix `from`; the value is its id") }),
  z.strictObject({ type: is("sample", "A sample of the matrix `from`; the value is its id") }),
  z.strictObject({
    type: is(
      "selection",
      "What is selected in the figure `from`: {x: [low, high], y: [low, high]}, {lasso: [[x, y], …]}, {points: [[x, y], …]}, {names: […]}, each with part: group where it lies in one part of the figure; {any: [several of these]}; or null for nothing",
    ),
    by: z.enum(["area", "names"]).default("area").meta({
      title: "Held by",
      description: "area: by where it lies on the axes; names: by what the points that are drawn are called",
    }),
  }),
]);
const control = controls
  .default({ type: "number" })
  .meta({ title: "Control", description: "How the value is entered, and which values are allowed" });

const schema = z.strictObject({
  control,
  from: cellRef()
    .nullable()
    .default(null)
    .meta({ title: "Pick from", description: "The cell whose columns, features, samples or figure are picked from" }),
  value: json().default(null).meta({ title: "Value", description: "What other cells read; its form depends on the control" }),
  label: z.string().max(200).default("").meta({ title: "Label", description: "Empty = the name of the cell" }),
  scope: z
    .enum(["shared", "personal"])
    .default("shared")
    .meta({ title: "Whose", description: "shared: one value for all; personal: each turns an own one" }),
});

export type Control = z.infer<typeof control>;
export type ControlType = Control["type"];
export type ParameterSpec = z.infer<typeof schema>;

/** In the order of the form. */
export const controlTypes: readonly ControlType[] = controls.options.map(({ shape }) => shape.type.value);

/** Controls that pick from another cell and are nothing without it. */
export const needsSource: ReadonlySet<ControlType> = new Set(["column", "feature", "sample", "selection"]);

const picks = (control: Control): control is Extract<Control, { type: "column" | "feature" | "sample" | "selection" }> =>
  needsSource.has(control.type);

/** A new control of that type, with its defaults. */
export const newControl = (type: ControlType): Control => control.parse({ type });

/** A value as people read it. */
export function valueInWords(value: Json, spec: Pick<ParameterSpec, "control">, locale: Locale): string {
  if (value === null) return parameterWords.say("no-value", {}, locale);
  const suffix = "unit" in spec.control && spec.control.unit ? `\u202f${spec.control.unit}` : "";
  if (typeof value === "number") return formatNumber(value, locale) + suffix;
  if (typeof value === "boolean") return parameterWords.say(value ? "on" : "off", {}, locale);
  if (typeof value === "string") return value;
  if (spec.control.type === "range" && Array.isArray(value)) {
    return `${value.map((end) => (typeof end === "number" ? formatNumber(end, locale) : "")).join(" – ")}${suffix}`;
  }
  if (Array.isArray(value)) {
    const shown = value.slice(0, 4).map(String).join(", ");
    return value.length > 4 ? parameterWords.say("and-more", { shown, n: value.length - 4 }, locale) : shown;
  }
  return selectionSaid(selectionIn(value), locale);
}

function words(spec: ParameterSpec, context: WordsContext): string {
  const { locale } = context;
  const value = valueInWords(spec.value, spec, locale);
  const scope = parameterWords.say(`scope-${spec.scope}`, {}, locale);
  const one = { feature: featuresCalled(featureNoun(spec.from && context.summaryOf(spec.from)), "one", locale) };
  const params = { value, scope, from: spec.from ? context.nameOf(spec.from) : "", ...one };
  const { control } = spec;
  if (spec.from && (picks(control) || "column" in control)) return parameterWords.say(`words-of-${control.type}`, params, locale);
  return parameterWords.say("words", params, locale);
}

export const parameter = defineKind({
  ...card,
  title: "Parameter",
  example,
  version: 1,
  specVersion: 1,
  engines: [],
  reproduces: "exact",
  schema,
  empty: schema.parse({}),
  missing: (spec) => {
    if (spec.from === null && needsSource.has(spec.control.type)) return "from";
    if (spec.value === null && spec.control.type !== "selection") return "value";
    return null;
  },
  // The label and whose value it is change nothing of the answer.
  keySpec: ({ control, from, value }) => ({ control, from, value }),
  discloses,
  // What a person chose stands in the document.
  carries: () => noRows,
  words,
  withSelection: (from, by, value) => ({ control: { type: "selection", by }, from, value }),
  withChoice: (from, column) => ({ control: { ...newControl("choice"), column }, from, value: null }),
  suggestName: (spec) => {
    if (spec.label) return wordsAsName(spec.label);
    const type = spec.control.type;
    return type === "feature" ? "gene" : type === "column" || type === "sample" || type === "selection" ? type : "parameter";
  },
});
