// A notebook keeps value -> colour: the same value of a column has the same colour in every figure, also when a filter
// took its neighbours away. Nothing is stored for it: the numbers follow from what the tables and matrices on show hold,
// in the order of the page, so that everybody, a dashboard and an export find the same ones.

import { isJsonObject } from "../base/json.ts";
import type { ArtifactSummary, Figure } from "./artifact.ts";

/** The number of the colour of a value of a column; null where no table on show knows it: then the figure's own order holds. */
export type ColourOf = (field: string, value: string) => number | null;

/** Numbers by column and value. The first table that holds a column says the order; later ones add what they hold besides. */
export function groupNumbers(summaries: Iterable<ArtifactSummary>): { readonly [field: string]: readonly string[] } {
  const numbers = new Map<string, Set<string>>();
  for (const summary of summaries)
    for (const { name, levels } of summary.columns ?? []) {
      if (!levels) continue;
      const known = numbers.get(name) ?? new Set();
      numbers.set(name, known);
      for (const level of levels) known.add(level);
    }
  return Object.fromEntries([...numbers].map(([field, values]) => [field, [...values]]));
}

export function colourOf(numbers: ReturnType<typeof groupNumbers>): ColourOf {
  const places = new Map(
    Object.entries(numbers).map(([field, values]) => [field, new Map(values.map((value, place) => [value, place]))]),
  );
  return (field, value) => places.get(field)?.get(value) ?? null;
}

/** The figure with the numbers of its notebook instead of its own. */
export const withGroupColours = (figure: Figure, of: ColourOf): Figure => ({
  ...figure,
  data: figure.data.map((trace) => {
    const meta = trace["meta"];
    if (!isJsonObject(meta) || meta["role"] !== "group") return trace;
    const group = of(String(meta["field"] ?? ""), String(meta["value"] ?? ""));
    return group === null ? trace : { ...trace, meta: { ...meta, group } };
  }),
});
