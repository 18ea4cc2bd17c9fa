// Figures as readers get them: without the names of points. What is on an axis stays.

import type { Figure } from "../../artifacts/artifact.ts";
import type { Json } from "../../base/json.ts";

/** Texts of points are their names; words that are drawn as such stay. */
export const withoutTexts = (figure: Figure): Figure => ({
  ...figure,
  data: figure.data.map((trace) => {
    const isDrawn = String(trace["mode"] ?? "").includes("text");
    return Object.fromEntries(
      Object.entries(trace)
        .filter(([key, value]) => !(key === "ids" || key === "hovertext" || (key === "text" && Array.isArray(value) && !isDrawn)))
        .map(([key, value]): [string, Json] => [
          key,
          key === "hovertemplate" && typeof value === "string"
            ? value.replace(/%\{(?:text|hovertext|id)\}(?:<br>)?/g, "")
            : value,
        ]),
    );
  }),
});
