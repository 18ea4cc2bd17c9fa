// The tasks that the add menu offers, the words under which they are found in both languages, and which of them fit the
// cell above. Pure; the menu draws it.

import type { ArtifactSummary } from "@genomecraft/cells/artifacts/artifact.ts";
import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import type { CellRef } from "@genomecraft/cells/base/refs.ts";
import { charts } from "@genomecraft/cells/charts.ts";
import type { ChartLine, ChartMenu } from "@genomecraft/cells/contract/chart.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import { say, type WordKey } from "../words/words.ts";

export type Group = "data" | "clean" | "explore" | "model" | "control" | "text" | "code";
export const groups: readonly Group[] = ["data", "clean", "explore", "model", "control", "text", "code"];

/** What stands above the place where the new cell goes. */
export interface Above {
  readonly ref: CellRef;
  readonly name: string;
  readonly summary: ArtifactSummary | null;
  readonly type: ArtifactSummary["type"];
  /** Names of columns that group (lab, sex, treatment …), best first. */
  readonly groupColumns: readonly string[];
  readonly numberColumns: readonly string[];
  /** A parameter that holds a gene, where there is one. */
  readonly gene: CellRef | null;
  /** The nearest matrix, for tasks that need one where something else is nearer. */
  readonly matrix?: Above | null;
}

export interface AddEntry {
  readonly id: string;
  readonly group: Group;
  readonly kind: string;
  /** Not a cell by itself: opens something. */
  readonly opens?: "files" | "paste";
  /** The types that it works on; none = works on nothing. */
  readonly takes: readonly ArtifactSummary["type"][];
  spec(above: Above | null, newItemId: () => string): JsonObject;
  /** Said by the variant that it adds; absent: by the screen's words. */
  readonly words?: ChartMenu["words"];
}

const from = (above: Above | null, takes: readonly string[]): JsonObject => {
  const found = above && takes.includes(above.type) ? above : takes.includes("assay") ? above?.matrix : null;
  return found ? { from: found.ref as unknown as JsonObject } : {};
};
const data = ["table", "assay"] as const;
const matrix = ["assay"] as const;
const step =
  (verb: string, rest: JsonObject, takes: readonly string[] = data) =>
  (above: Above | null, newItemId: () => string) => ({
    ...from(above, takes),
    steps: [{ id: newItemId(), verb, ...rest }],
  });
const chart =
  (type: string, more: (above: Above | null) => JsonObject = () => ({})) =>
  (above: Above | null): JsonObject => ({ ...from(above, data), chart: { type }, ...more(above) });

const xy = (above: Above | null): JsonObject => {
  const [x, y] = above?.numberColumns ?? [];
  const [color] = above?.groupColumns ?? [];
  return { ...(x ? { x } : {}), ...(y ? { y } : {}), ...(color ? { color } : {}) };
};
const grouped = (above: Above | null): JsonObject => {
  const [x] = above?.groupColumns ?? [];
  const y = above?.type === "assay" ? above.gene : (above?.numberColumns[0] ?? null);
  return { ...(y ? { y: y as unknown as JsonObject } : {}), ...(x ? { x, color: x } : {}) };
};

/** Families of charts that offer themselves. */
const ofFamilies = Object.values(charts).flatMap(({ family: { name, menu } }: ChartLine): AddEntry[] =>
  menu
    ? [
        {
          id: name,
          group: "explore",
          kind: "chart",
          takes: data,
          spec: chart(name, menu.starts === "groups" ? grouped : xy),
          words: (locale) => menu.words(locale),
        },
      ]
    : [],
);

export const addEntries: readonly AddEntry[] = [
  { id: "load", group: "data", kind: "load", opens: "files", takes: [], spec: () => ({}) },
  { id: "paste", group: "data", kind: "load", opens: "paste", takes: [], spec: () => ({}) },
  { id: "low-genes", group: "clean", kind: "transform", takes: matrix, spec: step("filter-features", {}, matrix) },
  { id: "log-cpm", group: "clean", kind: "transform", takes: matrix, spec: step("log-cpm", {}, matrix) },
  { id: "filter-rows", group: "clean", kind: "transform", takes: data, spec: step("filter", {}) },
  { id: "new-column", group: "clean", kind: "transform", takes: data, spec: step("derive", {}) },
  { id: "join", group: "clean", kind: "transform", takes: data, spec: step("join", {}) },
  { id: "transform", group: "clean", kind: "transform", takes: data, spec: (above) => from(above, data) },
  { id: "profile", group: "explore", kind: "profile", takes: data, spec: (above) => from(above, data) },
  { id: "pca", group: "explore", kind: "reduce", takes: data, spec: (above) => from(above, data) },
  { id: "box", group: "explore", kind: "chart", takes: data, spec: chart("box", grouped) },
  { id: "points", group: "explore", kind: "chart", takes: data, spec: chart("point", xy) },
  {
    id: "histogram",
    group: "explore",
    kind: "chart",
    takes: data,
    spec: chart("histogram", (above) => (above?.type === "table" && above.numberColumns[0] ? { x: above.numberColumns[0] } : {})),
  },
  { id: "heatmap", group: "explore", kind: "chart", takes: data, spec: chart("heatmap") },
  ...ofFamilies,
  { id: "train", group: "model", kind: "train", takes: data, spec: (above) => from(above, data) },
  {
    id: "predict",
    group: "model",
    kind: "predict",
    takes: ["model", ...data],
    spec: (above) => (above?.type === "model" ? { model: above.ref as unknown as JsonObject } : from(above, data)),
  },
  { id: "parameter", group: "control", kind: "parameter", takes: [], spec: () => ({}) },
  {
    id: "gene",
    group: "control",
    kind: "parameter",
    takes: matrix,
    spec: (above) => ({ control: { type: "feature" }, value: null, ...from(above, matrix) }),
  },
  { id: "note", group: "text", kind: "note", takes: [], spec: () => ({}) },
  {
    id: "sql",
    group: "code",
    kind: "query",
    takes: ["table"],
    spec: (above) => (above ? { sql: `select * from ${above.name}` } : {}),
  },
];

export const entryTitle = (entry: AddEntry, locale: Locale): string =>
  entry.words?.(locale).title ?? say(`add-${entry.id}` as WordKey, {}, locale);
export const entryLine = (entry: AddEntry, locale: Locale): string =>
  entry.words?.(locale).line ?? say(`add-${entry.id}-line` as WordKey, {}, locale);
const synonyms = (entry: AddEntry): string =>
  (["en", "ru"] as const)
    .map((locale) => entry.words?.(locale).synonyms ?? say(`add-${entry.id}-words` as WordKey, {}, locale))
    .join(" ");

/** Which tasks fit the cell above: three, best first. */
export function suggestionsFor(above: Above | null, known: (kind: string) => boolean): readonly AddEntry[] {
  const order = ((): readonly string[] => {
    if (!above) return ["load", "paste", "note"];
    switch (above.type) {
      case "assay": {
        const scale = above.summary?.detail?.scale;
        if (scale === "counts") return ["low-genes", "log-cpm", "pca"];
        return above.gene ? ["box", "pca", "train"] : ["pca", "gene", "heatmap"];
      }
      case "table":
        return above.numberColumns.some((name) => /^PC1$/i.test(name))
          ? ["points", "profile", "train"]
          : ["profile", "points", "filter-rows"];
      case "model":
        return ["predict", "note", "load"];
      case "value":
        return ["box", "points", "note"];
      case "figure":
      case "report":
        return ["note", "transform", "points"];
    }
  })();
  return order
    .map((id) => addEntries.find((entry) => entry.id === id))
    .filter((entry): entry is AddEntry => entry !== undefined && known(entry.kind))
    .slice(0, 3);
}

const fold = (text: string): string => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/ё/gu, "е");

/** Tasks whose title, line or synonyms hold every word typed; those whose title begins with it first. */
export function searchEntries(typed: string, locale: Locale, known: (kind: string) => boolean): readonly AddEntry[] {
  const wanted = fold(typed).split(/\s+/u).filter(Boolean);
  const scored: { readonly entry: AddEntry; readonly score: number }[] = [];
  for (const entry of addEntries) {
    if (!known(entry.kind)) continue;
    const title = fold(entryTitle(entry, locale));
    const all = `${title} ${fold(entryLine(entry, locale))} ${fold(synonyms(entry))} ${fold(entryTitle(entry, locale === "en" ? "ru" : "en"))}`;
    if (!wanted.every((word) => all.includes(word))) continue;
    const first = wanted[0] ?? "";
    const score = title.startsWith(first)
      ? 0
      : new RegExp(`(^|\\s)${first.replace(/[^\p{L}\p{N}]/gu, "\\$&")}`, "u").test(title)
        ? 1
        : all.split(/\s+/u).includes(first)
          ? 2
          : 3;
    scored.push({ entry, score });
  }
  return scored.sort((a, b) => a.score - b.score).map(({ entry }) => entry);
}
