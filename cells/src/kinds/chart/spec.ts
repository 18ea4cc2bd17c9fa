// What a chart cell says: a table or matrix, what goes on which axis, how it is drawn. Families are those of the list
// (charts.ts), and none is known here by its name. The kernel draws it (execute.ts), so that a reader of a dashboard
// receives only what is on the picture.

import type { ArtifactType } from "../../artifacts/artifact.ts";
import { featureNoun } from "../../artifacts/rows-called.ts";
import { z } from "zod";
import type { JsonObject } from "../../base/json.ts";
import { isCellRef } from "../../base/refs.ts";
import { charts, type FamilyName, usualChart } from "../../charts.ts";
import { type ChartData, type ChartFamily, type ChartLine, isAsked, lackingFields } from "../../contract/chart.ts";
import { chartFields, type ChartFields, type ChartName } from "../../contract/chart-fields.ts";
import { chosen, closed } from "../../contract/carried.ts";
import { defineKind } from "../../contract/define-kind.ts";
import type { Headline, Kind, WordsContext } from "../../contract/kind.ts";
import { type Above, type MenuEntry, takenOf } from "../../contract/menu-entry.ts";
import { wordsAsName } from "../../notebook/cell-name.ts";
import { card } from "./card.ts";
import { example } from "./example.ts";
import { words } from "./words.ts";

/** What is drawn. */
const accepts = card.inputs[0]?.accepts ?? [];

/** The settings of each family. */
export type AnyOptions = { [name in FamilyName]: z.infer<(typeof charts)[name]["family"]["schema"]> }[FamilyName];
export type ChartSpec = ChartFields & { readonly chart: AnyOptions };

const options = Object.values(charts).map(({ family }) => family.schema);
const { from, ...fields } = chartFields;
const chartSchema = z.discriminatedUnion("type", options as [(typeof options)[number], ...typeof options]);
const schema = z.strictObject({
  from,
  chart: chartSchema
    .default(chartSchema.parse({ type: usualChart }))
    .meta({ title: "Chart", description: "Which chart, with its own settings" }),
  ...fields,
});

export const familyOf = (spec: ChartSpec): ChartFamily => charts[spec.chart.type].family;

/** What a chart of that family says of itself before anything is chosen. */
export const newOptions = (type: FamilyName): AnyOptions => charts[type].family.schema.parse({ type });

const nameOfField = (value: ChartName, context: WordsContext): string =>
  value === null ? "" : isCellRef(value) ? context.nameOf(value) : value;

function missing(spec: ChartSpec): string | null {
  return spec.from ? (lackingFields(familyOf(spec), spec)[0] ?? null) : "from";
}

/** A field that is asked for where nothing is chosen in it; of data that is not known yet, whatever it will be. */
function isTurned(spec: ChartSpec, read: ArtifactType | null): boolean {
  const sorts: readonly ChartData[] = read === null ? ["table", "matrix"] : [read === "assay" ? "matrix" : "table"];
  const use = familyOf(spec).uses.find(({ field }) => field === card.turnedBy?.field);
  return use !== undefined && sorts.every((data) => isAsked(use, { ...spec, [use.field]: null }, data));
}

function wordsOf(spec: ChartSpec, context: WordsContext): string {
  const { locale } = context;
  if (!spec.from) return words.say("empty", {}, locale);
  const summary = context.summaryOf(spec.from);
  const from = context.nameOf(spec.from);
  if (missing(spec) !== null) return words.say("unset", { from }, locale);
  const name = (field: "x" | "y" | "color" | "size" | "facet"): string => nameOfField(spec[field], context);
  const family = familyOf(spec);
  const uses = family.uses.map(({ field }) => field);
  const pieces = [family.say(spec, { locale, name, noun: featureNoun(summary) })];
  // Where the family calls the field otherwise it tells of it itself.
  const isColour = family.uses.every(({ field, label }) => field !== "color" || (label?.("matrix") ?? null) === null);
  if (spec.color && isColour && name("color") !== name("x")) pieces.push(words.say("colour", { color: name("color") }, locale));
  if (spec.size && uses.includes("size")) pieces.push(words.say("size", { size: name("size") }, locale));
  if (spec.facet && family.panels) pieces.push(words.say("facet", { facet: name("facet") }, locale));
  const head = pieces.join(", ");
  if (summary?.type === "assay") return words.say("samples", { head, n: summary.shape[1] ?? 0, from }, locale);
  if (summary?.type === "table") return words.say("rows", { head, n: summary.shape[0] ?? 0, from }, locale);
  return words.say("from", { head, from }, locale);
}

/** "Xist by sex": a parameter stands by its value. */
function headline(spec: ChartSpec, { locale, valueOf, summaryOf }: Headline): string | null {
  if (missing(spec) !== null) return null;
  const family = familyOf(spec);
  const nameOf = (value: ChartName): string => {
    const name = isCellRef(value) ? valueOf(value) : value;
    return typeof name === "string" ? name : "";
  };
  // What is drawn by a value that nobody knows has no name.
  if (family.uses.some(({ field }) => spec[field] !== null && nameOf(spec[field]) === "")) return null;
  const noun = featureNoun(spec.from && summaryOf(spec.from));
  const said = family.say(spec, { locale, name: (field) => nameOf(spec[field]), noun });
  return said.charAt(0).toLocaleUpperCase(locale) + said.slice(1) || null;
}

function suggestName(spec: ChartSpec, context: WordsContext): string {
  if (spec.title !== "") return wordsAsName(spec.title);
  const { name, calledAfter } = familyOf(spec);
  const about = wordsAsName(nameOfField(spec[calledAfter], context) || (spec.from ? context.nameOf(spec.from) : ""));
  return about ? `${name}_${about}` : name;
}

/** Families that offer themselves in the add menu. */
const variantEntries: readonly MenuEntry[] = Object.values(charts).flatMap(
  ({ family: { name, menu } }: ChartLine): MenuEntry[] => {
    if (!menu) return [];
    const { begins, takes = accepts, ...entry } = menu;
    const spec = (above: Above | null): JsonObject => {
      const taken = takenOf(above, takes);
      return { ...(taken ? { from: taken.ref } : {}), chart: { type: name }, ...begins?.(taken ?? above) };
    };
    return [{ ...entry, id: name, takes, spec }];
  },
);

export const chart: Kind<ChartSpec> = defineKind({
  ...card,
  title: "Chart",
  example,
  version: 2,
  specVersion: 1,
  engines: [],
  reproduces: "exact",
  variants: (spec) => [familyOf(spec)],
  schema,
  empty: schema.parse({}),
  missing,
  words: wordsOf,
  shape: (spec, locale) => familyOf(spec).shape(locale),
  variantEntries,
  headline,
  isTurned,
  isWide: (spec) => familyOf(spec).isWide === true,
  suggestName,
  // A logarithm leaves rows out, as a condition would.
  carries: (spec, read, port) => (port !== "out" ? closed : spec.logX || spec.logY ? chosen(read) : read),
  discloses: (question) => familyOf(question.spec).discloses(question),
  forReaders: (artifact, { spec, labels }) =>
    labels || artifact.type !== "figure" ? artifact : familyOf(spec).withoutNames(artifact, spec),
});
