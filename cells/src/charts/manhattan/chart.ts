// p values along the genome: a point a variant, chromosomes one behind the other, or one stretch of one.

import { z } from "zod";
import { isJsonObject, type Json } from "../../base/json.ts";
import { defineChart, typeOf } from "../../contract/chart.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { disclosesDrawn, individuals } from "../parts/chart-disclosure.ts";
import { readings } from "../parts/surprises.ts";
import { withoutTexts } from "../parts/without-names.ts";
import { words } from "./words.ts";

const schema = z.strictObject({
  type: typeOf("manhattan", "p values along the genome; needs colour (chromosome), x (position) and y (p)"),
  values: z.enum(readings).default("auto").meta({
    title: "y holds",
    description: "p, or −log10 p already; auto: by its unit, its name, and whether anything is above 1",
  }),
  significant: z.number().min(0).max(1).default(5e-8).meta({ title: "Line of hits", description: "p; 0: none" }),
  suggestive: z.number().min(0).max(1).default(1e-5).meta({ title: "Second line", description: "p; 0: none" }),
  place: z.string().default("").meta({
    title: "Place",
    description: "chr7:120000000-125000000, or a chromosome: that stretch alone. Empty: the genome",
  }),
});
export type ManhattanOptions = z.infer<typeof schema>;

const labelsIn = (notes: Json | undefined): readonly Json[] =>
  Array.isArray(notes) ? notes.filter((note: Json) => isJsonObject(note) && note["meta"] === "label") : [];

const named = (names: readonly string[], wanted: RegExp): string | null => names.find((name) => wanted.test(name)) ?? null;

export const manhattan = defineChart({
  axis: "chart",
  name: "manhattan",
  // 3: one chromosome alone is told by places.
  // 4: says how it is selected in.
  version: 4,
  schema,
  uses: [
    { field: "color", needed: true, label: () => words.key("field-chromosome") },
    { field: "x", needed: true, label: () => words.key("field-position") },
    // Of a matrix no row has a p value: no gene turns it.
    { field: "y", needed: true, asked: (_options, data) => data === "table", label: () => words.key("field-p") },
  ],
  names: true,
  logs: [],
  calledAfter: "y",
  usualHeight: 380,
  isWide: true,
  selects: true,
  traces: ["scatter", "scattergl"],
  title: (locale) => words.say("title", {}, locale),
  shape: (locale) => words.say("shape", {}, locale),
  menu: {
    group: "explore",
    order: 9,
    takes: ["table"],
    begins: (above) => {
      const names = above?.summary?.columns?.map(({ name }) => name) ?? [];
      const of = (semantic: string): string | null =>
        above?.summary?.columns?.find((column) => column.semantic === semantic)?.name ?? null;
      const color = of("chromosome") ?? named(names, /^(?:#?chr|chrom|chromosome)$/i);
      const x = of("position") ?? named(names, /^(?:pos|position|bp)$/i);
      const y = of("p-value") ?? named(names, /^(?:p|p[._-]?value|pval)$/i);
      return { ...(color ? { color } : {}), ...(x ? { x } : {}), ...(y ? { y } : {}) };
    },
    fits: (above) => {
      const has = (semantic: string): boolean => above?.summary?.columns?.some((column) => column.semantic === semantic) ?? false;
      return has("chromosome") && has("position") && has("p-value") ? 3 : 0;
    },
    words: menuWords(words),
  },
  say: ({ chart }, { name, locale }) =>
    words.say(chart.place === "" ? "say" : "say-place", { y: name("y"), place: chart.place }, locale),
  // Names of hits stand beside their points.
  discloses: disclosesDrawn<ManhattanOptions>(
    ["x", "y", "color"],
    () => individuals,
    ({ layout }) => labelsIn(layout["annotations"]).length > 0,
  ),
  withoutNames: (figure) => {
    const { annotations, ...layout } = figure.layout;
    const kept = Array.isArray(annotations) ? annotations.filter((note) => !labelsIn([note]).includes(note)) : [];
    return withoutTexts({ ...figure, layout: { ...layout, annotations: kept } });
  },
});
