// How high a picture of mutations wants to be, and its panels below each other where the screen is a telephone's. Pure.

import type { Figure } from "../../artifacts/artifact.ts";
import { isJsonObject, type Json, type JsonObject } from "../../base/json.ts";

/** Pixels. A legend lies below on a telephone. */
export function heightIn(figure: Figure, isNarrow: boolean): number {
  const { meta } = figure.layout;
  const own = isJsonObject(meta) && typeof meta["height"] === "number" ? meta["height"] : 400;
  if (!isNarrow) return own;
  const legend = figure.data.filter(({ showlegend }) => showlegend === true);
  // About two names stand in a line of it; under headings each has its own.
  const headings = new Set(legend.map(({ legendgroup }) => legendgroup)).size;
  return own + (headings > 1 ? 19 * (legend.length + 2 * headings) : 10 * legend.length + 20);
}

/** A figure whose panels stand in two columns as one with a column; another as it is. */
export function panelsBelow(figure: Figure): Figure {
  const places = Object.keys(figure.layout).filter((key) => /^xaxis\d*$/.test(key)).length;
  const { meta } = figure.layout;
  if (places < 4 || !isJsonObject(meta)) return figure;
  const layout: { [field: string]: Json } = { ...figure.layout, meta: { ...meta, height: 230 * places } };
  const share = 1 / places;
  for (let at = 0; at < places; at++) {
    const number = at === 0 ? "" : String(at + 1);
    const put = (name: string, domain: readonly number[]): void => {
      const axis = layout[name];
      if (isJsonObject(axis)) layout[name] = { ...axis, domain: [...domain] };
    };
    put(`xaxis${number}`, [0, 1]);
    put(`yaxis${number}`, [1 - (at + 1) * share + 0.28 * share, 1 - at * share]);
  }
  return { ...figure, layout: layout as JsonObject };
}
