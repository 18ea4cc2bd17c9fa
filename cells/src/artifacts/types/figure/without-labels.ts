// A figure as readers get it where no labels were chosen.

import { isJsonObject } from "../../../base/json.ts";
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

/** Nor is a point told by pointing at it: what is beside a group's mark stays. */
export function withoutHover(figure: Figure): Figure {
  const { data, ...rest } = withoutLabels(figure);
  return {
    ...rest,
    data: data.map((trace) => {
      const { meta, type } = trace;
      const isOfRows = (isJsonObject(meta) && meta["part"] === "points") || type === "scatter" || type === "scattergl";
      if (!isOfRows || Array.isArray(trace["customdata"]) || isJsonObject(trace["customdata"])) return trace;
      const { hovertemplate: _told, ...others } = trace;
      return { ...others, hoverinfo: "skip" };
    }),
  };
}
