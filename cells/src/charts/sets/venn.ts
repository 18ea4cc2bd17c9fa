// Circles of two or three lists, with the number of members in each part. Their areas say nothing.

import { plainText } from "../../artifacts/figure-text.ts";
import type { JsonObject } from "../../base/json.ts";
import { f8, shortText } from "../parts/plot-array.ts";
import { hoverOfPart, isIn, type UpsetPart, type UpsetSet } from "../parts/upset.ts";

type Place = readonly [x: number, y: number];

const along = (degrees: number, far: number): Place => [
  far * Math.cos((degrees * Math.PI) / 180),
  far * Math.sin((degrees * Math.PI) / 180),
];
/** Middles of the circles, of radius 1, go along these ways from the middle of the picture. */
const ways: { readonly [lists: number]: readonly number[] } = { 2: [180, 0], 3: [90, 210, 330] };
const apart = 0.62;

export function drawVenn(
  sets: readonly UpsetSet[],
  parts: readonly UpsetPart[],
): { readonly traces: readonly JsonObject[]; readonly layout: JsonObject } {
  const way = ways[sets.length] ?? [];
  const byMask = new Map(parts.map((part) => [part.mask, part]));
  const masks = Array.from({ length: 2 ** sets.length - 1 }, (_, at) => at + 1);
  const hasNames = parts.some(({ names }) => names !== null);
  const places = masks.map((mask) => placeOf(mask, way));
  const hover = masks.map((mask) => hoverOfPart(byMask.get(mask) ?? { mask, n: 0, names: hasNames ? [] : null }, sets));
  const axis = { visible: false, showgrid: false, zeroline: false, title: { text: "" } };
  return {
    traces: [
      ...sets.map(({ name }, at): JsonObject => {
        const [x, y] = along(way[at] ?? 0, apart);
        const round = Array.from({ length: 97 }, (_, step) => (step * 2 * Math.PI) / 96);
        return {
          type: "scatter",
          mode: "lines",
          fill: "toself",
          line: { simplify: false, width: 1.5 },
          name: plainText(name),
          x: f8(round.map((angle) => x + Math.cos(angle))),
          y: f8(round.map((angle) => y + Math.sin(angle))),
          hoverinfo: "skip",
          showlegend: false,
          meta: { role: "group", group: at, field: "", value: name, part: "circle" },
        };
      }),
      {
        // What is asked for by pointing at it.
        type: "scatter",
        mode: "markers",
        name: "",
        x: f8(places.map(([x]) => x)),
        y: f8(places.map(([, y]) => y)),
        marker: { size: 34, opacity: 0 },
        ...(hasNames
          ? { hovertext: hover, hovertemplate: "%{hovertext}<extra></extra>" }
          : { customdata: hover, hovertemplate: "%{customdata}<extra></extra>" }),
        showlegend: false,
        meta: { role: "plain" },
      },
    ],
    layout: {
      xaxis: { ...axis, range: [-2.6, 2.6] },
      yaxis: { ...axis, range: sets.length === 2 ? [-1.35, 1.35] : [-1.75, 2.1], scaleanchor: "x" },
      annotations: [
        ...masks.map((mask, at) => ({
          x: places[at]?.[0] ?? 0,
          y: places[at]?.[1] ?? 0,
          showarrow: false,
          text: String(byMask.get(mask)?.n ?? 0),
          font: { size: 15 },
          meta: "part",
        })),
        ...sets.map(({ name, size }, at) => ({
          ...nameAt(way[at] ?? 0, sets.length),
          showarrow: false,
          text: `${shortText(name, 28)}<br>${size}`,
          meta: "name",
        })),
      ],
      showlegend: false,
    },
  };
}

/** In the middle of what belongs to these circles and to no other. */
function placeOf(mask: number, way: readonly number[]): Place {
  const inside = way.filter((_, at) => isIn(mask, at));
  if (inside.length === way.length) return [0, 0];
  if (inside.length === 1) return along(inside[0] ?? 0, way.length === 2 ? 0.95 : 1.05);
  const outside = way.find((_, at) => !isIn(mask, at)) ?? 0;
  return along(outside + 180, 0.68);
}

/** Beside its circle. */
function nameAt(way: number, lists: number): JsonObject {
  if (lists === 2) return { x: way === 0 ? 1.72 : -1.72, y: 0, xanchor: way === 0 ? "left" : "right" };
  if (way === 90) return { x: 0, y: 1.66, yanchor: "bottom" };
  return { x: way === 330 ? 1.45 : -1.45, y: -1.05, xanchor: way === 330 ? "left" : "right" };
}
