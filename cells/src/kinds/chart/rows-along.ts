// How the rows of a chart are found again by what was selected in its picture: by which columns, or why they are not.

import type { Figure } from "../../artifacts/artifact.ts";
import { panelsOf, selectsOf } from "../../artifacts/figure-selects.ts";
import type { RowsAlong } from "../../artifacts/selection.ts";
import type { Json } from "../../base/json.ts";
import type { ArtifactSummary } from "../../artifacts/artifact.ts";
import type { ChartSpec } from "./spec.ts";

export interface Along {
  readonly by: "area" | "names";
  readonly on: RowsAlong;
}
/** Reasons, as the words of the kind say them. */
export type Unselectable = "unselectable-panels" | "unselectable-names";

/** `drawn`: what stands in the table behind the picture; null: a picture of which no rows are told. */
export function rowsAlong(spec: ChartSpec, figure: Figure, drawn: ArtifactSummary | undefined): Along | Unselectable | null {
  const selects = selectsOf(figure);
  const columns = drawn?.columns ?? [];
  const isInPanels = spec.facet !== null && panelsOf(figure) !== null;
  const x = spec.x as Json;
  const y = spec.y as Json;
  const parts = isInPanels ? { parts: spec.facet as Json } : {};
  switch (selects.way) {
    case "points": {
      const [across, upwards] = columns.slice(isInPanels ? 1 : 0);
      const areNumbers = isNumbers(across?.type) && isNumbers(upwards?.type);
      return areNumbers && x !== null && y !== null ? { by: "area", on: { x, y, ...parts } } : null;
    }
    case "bins":
      return x === null ? null : { by: "area", on: { x, ...parts } };
    case "groups": {
      if (selects.hasBounds) {
        if (y === null) return null;
        // A row would have to be told by two parts, its panel and its group.
        if (isInPanels && selects.names.length > 0) return "unselectable-panels";
        return { by: "area", on: { y, ...(selects.names.length > 0 ? { parts: x } : parts) } };
      }
      // The column by its name, whichever parameter said it.
      const names = columns[isInPanels ? 1 : 0]?.name;
      return names === undefined || selects.names.every((name) => name === null)
        ? "unselectable-names"
        : { by: "names", on: { names, ...parts } };
    }
    case "genome":
      return x === null || y === null || spec.color === null ? null : { by: "area", on: { x, y, parts: spec.color as Json } };
  }
}

const isNumbers = (type: string | undefined): boolean => type === "float64" || type === "int32";
