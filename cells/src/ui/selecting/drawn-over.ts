// How a selection is drawn over its figure: its outlines, and rings around what was picked by itself. Pure.

import type { Figure } from "../../artifacts/artifact.ts";
import { areasOf, type AxisLetter, type Box, type Selection } from "../../artifacts/selection.ts";
import type { JsonObject } from "../../base/json.ts";
import { pointsIn } from "./drawn-marks.ts";
import { areasOnAxes } from "./in-data.ts";
import { placesSelected } from "./within.ts";

/** Rings of more would be a cloud of their own. */
const mostRings = 300;
const axisOf = (letter: AxisLetter, panel: number): string => (panel === 0 ? letter : `${letter}${panel + 1}`);

export function drawnSelection(
  figure: Figure,
  selection: Selection | null,
  colour: string,
): { shapes: JsonObject[]; traces: JsonObject[] } {
  if (!selection) return { shapes: [], traces: [] };
  const look = { line: { color: colour, width: 1.5, dash: "dot" }, fillcolor: `${colour}14`, layer: "above" };
  const shapes = areasOf(selection).flatMap((whole) =>
    areasOnAxes(figure, whole).flatMap(({ panel, area }): JsonObject[] => {
      const refs = { xref: axisOf("x", panel), yref: axisOf("y", panel) };
      if ("points" in area) return [];
      if (!("lasso" in area))
        return [{ type: "rect", ...side(figure, area, "x", panel), ...side(figure, area, "y", panel), ...look }];
      const path = area.lasso.map(([x, y], at) => `${at === 0 ? "M" : "L"}${x},${y}`).join("");
      return [{ type: "path", path: `${path}Z`, ...refs, ...look }];
    }),
  );
  return { shapes, traces: rings(figure, selection, colour) };
}

function rings(figure: Figure, selection: Selection, color: string): JsonObject[] {
  const picked = areasOf(selection).filter((area) => "names" in area || "points" in area);
  const places = picked.length > 0 ? placesSelected(figure, { any: picked }).slice(0, mostRings) : [];
  const marker = { symbol: "circle-open", size: 12, color, line: { width: 2 } };
  return [...new Set(places.map(({ panel }) => panel))].map((panel) => {
    const here = places.filter((place) => place.panel === panel);
    const at = { x: here.map(({ at: [x] }) => x), y: here.map(({ at: [, y] }) => y) };
    const axes = panel === 0 ? {} : { xaxis: axisOf("x", panel), yaxis: axisOf("y", panel) };
    return { type: "scatter", mode: "markers", ...at, ...axes, marker, hoverinfo: "skip", showlegend: false };
  });
}

/** An axis that is not asked is as long as its panel; an open end goes as far as the points do. */
function side(figure: Figure, area: Box, axis: AxisLetter, panel: number): JsonObject {
  const pair = area[axis];
  const ref = axisOf(axis, panel);
  if (!pair) return { [`${axis}0`]: 0, [`${axis}1`]: 1, [`${axis}ref`]: `${ref} domain` };
  const all = pair.includes(null)
    ? pointsIn(figure).flatMap((points) => (points.panel === panel ? points[axis].filter(Number.isFinite) : []))
    : [];
  const far = (past: (a: number, b: number) => number, from: number): number => all.reduce((a, b) => past(a, b), from);
  return {
    [`${axis}0`]: pair[0] ?? far(Math.min, Number(pair[1])),
    [`${axis}1`]: pair[1] ?? far(Math.max, Number(pair[0])),
    [`${axis}ref`]: ref,
  };
}
