// How tall a figure wants to be at a width, in pixels. Pure.

import type { Figure } from "../artifacts/artifact.ts";
import { isJsonObject } from "../base/json.ts";
import { panelHeight } from "./panel-height.ts";
import { lengthOfNames, narrowFigure } from "./theme-figure.ts";

/** 360, on a telephone 280; rows with names take 15 each, up to 640; panels none flatter than can be read. */
export function figureHeight(figure: Figure, width: number): number {
  const axis = figure.layout["yaxis"];
  const names = isJsonObject(axis) && Array.isArray(axis["ticktext"]) ? axis["ticktext"].length : 0;
  const least = width > 0 && width < narrowFigure ? 280 : 360;
  // Rows whose names cannot be read are worth the scrolling.
  const most = figure.data.some((trace) => trace["type"] === "heatmap") ? 960 : 640;
  const columns = figure.layout["xaxis"];
  // Long names of columns stand aslant there, and would leave rows no room.
  const aslant = width < narrowFigure && most > 640 && isJsonObject(columns) ? Math.min(140, 0.7 * lengthOfNames(columns)) : 0;
  const rows = names * 15 + (width < narrowFigure ? 180 : 110) + aslant;
  return Math.max(panelHeight(figure, width), Math.min(most, Math.max(least, rows)));
}
