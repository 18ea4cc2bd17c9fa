// The axes as another cell reads them to place its rows on.

import { doublesOfText, textOfDoubles } from "../../base/doubles-as-text.ts";
import type { JsonObject } from "../../base/json.ts";
import type { FittedAxesBody } from "../../reports/fitted-axes/report.ts";
import type { DrawnMap } from "./draw-map.ts";

export interface Axes {
  readonly rows: number;
  readonly noun: string;
  readonly scale: string | null;
  readonly features: readonly string[];
  /** A value, less `centre` and divided by `unit`, is what loadings (components x features) multiply. */
  readonly centre: Float64Array;
  readonly unit: Float64Array;
  readonly loadings: Float64Array;
  readonly share: Float64Array;
}

export const axesBody = (axes: Axes, map: DrawnMap | null): FittedAxesBody => ({
  rows: axes.rows,
  noun: axes.noun,
  scale: axes.scale,
  features: [...axes.features],
  centre: textOfDoubles(axes.centre),
  unit: textOfDoubles(axes.unit),
  loadings: textOfDoubles(axes.loadings),
  share: [...axes.share],
  map: map && {
    options: map.options as JsonObject & { readonly type: string },
    axes: map.axes,
    width: map.width,
    values: textOfDoubles(map.values),
    places: textOfDoubles(map.points),
  },
});

export const axesOf = (body: FittedAxesBody): Axes => ({
  rows: body.rows,
  noun: body.noun,
  scale: body.scale,
  features: body.features,
  centre: doublesOfText(body.centre),
  unit: doublesOfText(body.unit),
  loadings: doublesOfText(body.loadings),
  share: Float64Array.from(body.share),
});
