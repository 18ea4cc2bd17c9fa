// The first two components against each other, coloured by a grouping of the rows, with the names of rows on hover. Made of
// the scores where they are looked at: whoever may see no rows gets none. Pure.

import { plainText } from "../../artifacts/figure-text.ts";
import type { Figure } from "../../artifacts/artifact.ts";
import { meaningOf } from "../../artifacts/semantics.ts";
import type { TableWindow } from "../../artifacts/table-window.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import type { Locale } from "../../messages/locale.ts";
import { words as viewsWords } from "../../messages/views/words.ts";

type Scores = Pick<TableWindow, "columns" | "rows">;
/** Axes of maps stand before the components that they were drawn of. */
const onAxis = /^(?:PC|UMAP|tSNE|MDS)\d+$/u;

/** Columns that rows have a place along, in their order: those of a map first. */
export const axesIn = ({ columns }: Pick<TableWindow, "columns">): readonly string[] =>
  columns.filter(({ name, type }) => onAxis.test(name) && type === "float64").map(({ name }) => name);
/** Of more groups none could be told apart. */
const mostGroups = 12;

const valuesOf = ({ columns, rows }: Scores, name: string): readonly Json[] => {
  const at = columns.findIndex((column) => column.name === name);
  return at < 0 ? [] : rows.map((row) => row[at] ?? null);
};
const textOf = (value: Json): string => (value === null ? "–" : String(value));

/** Columns by which the points can be coloured, factors first. */
export function factorsOf(scores: Scores): readonly string[] {
  return scores.columns
    .filter((column) => !onAxis.test(column.name))
    .filter((column) => column.type === "text" || column.type === "boolean")
    .map((column) => ({ column, kinds: new Set(valuesOf(scores, column.name).map(textOf)).size }))
    .filter(({ kinds }) => kinds > 1 && kinds <= mostGroups && kinds < scores.rows.length)
    .sort((a, b) => factorRank(a.column) - factorRank(b.column))
    .map(({ column }) => column.name);
}
const factorRank = ({ semantic }: Scores["columns"][number]): number =>
  semantic !== undefined && meaningOf(semantic as Parameters<typeof meaningOf>[0]).groups ? 0 : 1;

/** The column that names the rows: the first text that tells them apart. */
export function nameColumnOf(scores: Scores): string | null {
  const found = scores.columns.find(
    (column) =>
      column.type === "text" &&
      new Set(valuesOf(scores, column.name).map(textOf)).size === scores.rows.length &&
      scores.rows.length > 1,
  );
  return found?.name ?? null;
}

/** So many rows are drawn at most: as many as are told at once. */
export const mostPoints = 2_000;

/** Null where there are not two axes. `isNamed`: rows have their names on hover; `along`: the axes, else the first two. */
export function scoresFigure(
  scores: Scores & { readonly total?: number },
  by: string | null,
  locale: Locale,
  isNamed = true,
  along: readonly string[] = axesIn(scores).slice(0, 2),
): Figure | null {
  const [x, y] = along.map((name) => scores.columns.find((column) => column.name === name));
  if (!x || !y) return null;
  const [xs, ys] = [valuesOf(scores, x.name), valuesOf(scores, y.name)];
  const named = isNamed ? nameColumnOf(scores) : null;
  const names = named === null ? null : valuesOf(scores, named).map(textOf);
  const groups = by === null ? null : valuesOf(scores, by).map(textOf);
  const list = groups === null ? [null] : [...new Set(groups)].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  const title = ({ name, unit }: Scores["columns"][number]): JsonObject => ({
    text: unit ? `${name}, ${locale === "ru" ? unit.replace(".", ",") : unit}` : name,
  });
  const data = list.map((group, index): JsonObject => {
    const rows = xs.flatMap((_, row) => (groups === null || groups[row] === group ? [row] : []));
    return {
      type: "scatter",
      mode: "markers",
      name: group === null ? "" : plainText(group),
      x: rows.map((row) => xs[row] ?? null),
      y: rows.map((row) => ys[row] ?? null),
      ...(names === null ? {} : { text: rows.map((row) => plainText(names[row] ?? "")) }),
      hovertemplate: `${names === null ? "" : "<b>%{text}</b><br>"}${group === null ? "" : `${plainText(by ?? "")}: ${plainText(group)}<br>`}${x.name}: %{x:.3~g}<br>${y.name}: %{y:.3~g}<extra></extra>`,
      showlegend: group !== null,
      meta: {
        ...(group === null || by === null ? { role: "plain" } : { role: "group", group: index, field: by, value: group }),
        part: "points",
      },
    };
  });
  const alt = { x: x.name, y: y.name, n: scores.rows.length };
  const total = scores.total ?? scores.rows.length;
  const notes = total > alt.n ? [viewsWords.sentence("first-rows-drawn", { shown: alt.n, total })] : [];
  return {
    type: "figure",
    data,
    layout: {
      xaxis: { title: title(x) },
      yaxis: { title: title(y) },
      showlegend: groups !== null,
      meta: { alt: { ...viewsWords.sentence("scores-alt", alt) }, notes: notes.map((note) => ({ ...note })) },
    },
    alt: viewsWords.say("scores-alt", alt, locale),
    marks: scores.rows.length,
  };
}
