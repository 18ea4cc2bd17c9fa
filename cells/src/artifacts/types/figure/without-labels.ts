// A figure as readers get it where no labels were chosen.

import type { Figure } from "../../artifact.ts";

/** Texts of points are their names. */
export function withoutLabels(figure: Figure): Figure {
  const data = figure.data.map((trace) => {
    const kept = Object.entries(trace).filter(
      ([key, value]) =>
        !(
          key === "ids" ||
          key === "hovertext" ||
          (key === "text" && Array.isArray(value) && !String(trace["mode"] ?? "").includes("text"))
        ),
    );
    return Object.fromEntries(
      kept.map(([key, value]) => [
        key,
        key === "hovertemplate" && typeof value === "string" ? value.replace(/%\{(?:text|hovertext|id)\}(?:<br>)?/g, "") : value,
      ]),
    );
  });
  return { ...figure, data };
}
