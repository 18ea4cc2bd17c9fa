// How tall a figure wants to be at a width, in pixels. Pure.

import type { Figure } from "../artifacts/artifact.ts";
import { isJsonObject, type Json } from "../base/json.ts";
import { shareOf } from "./axis-share.ts";
import { panelHeight } from "./panel-height.ts";
import { lengthOfNames, narrowFigure } from "./theme-figure.ts";

/** 360, on a telephone 280 for the highest of its axes; rows with names take 15 each, up to 640; panels none flatter than can be read. */
export function figureHeight(figure: Figure, width: number): number {
  const isNarrow = width > 0 && width < narrowFigure;
  const panels = panelHeight(figure, width);
  const axes = isNarrow && panels === 0 ? uprightAxes(figure) : [figure.layout["yaxis"]].flatMap((axis) => axis ?? []);
  const names = Math.max(0, ...axes.map((axis) => namesOn(axis) / (isNarrow ? shareOf(axis) : 1)));
  const highest = isNarrow && panels === 0 && axes.length > 0 ? Math.max(0.25, ...axes.map(shareOf)) : 1;
  const isMap = figure.data.some((trace) => trace["type"] === "heatmap");
  // Beside a map its tree, legend and scale need as much again.
  const least = isNarrow ? Math.max(280 / highest, isMap ? 440 : 0) : 360;
  // Rows whose names cannot be read are worth the scrolling.
  const most = isMap ? 960 : 640;
  const columns = figure.layout["xaxis"];
  // Long names of columns stand aslant there, and would leave rows no room.
  const aslant = isNarrow && isMap && isJsonObject(columns) ? Math.min(140, 0.7 * lengthOfNames(columns)) : 0;
  const rows = names * 15 + (isNarrow ? 180 : 110) + aslant;
  return Math.round(Math.max(panels, Math.min(most, Math.max(least, rows))));
}

/** What stands above or below the drawing, as a table of numbers at risk or bars of totals, has axes of its own. */
const uprightAxes = ({ layout }: Figure): readonly Json[] =>
  Object.entries(layout).flatMap(([key, axis]) => (/^yaxis\d*$/u.test(key) ? [axis] : []));

const namesOn = (axis: Json): number => (isJsonObject(axis) && Array.isArray(axis["ticktext"]) ? axis["ticktext"].length : 0);
