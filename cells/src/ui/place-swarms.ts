// Points of a group beside each other so that none covers another: how far apart they stand depends on how large the picture is,
// so that their places across are found where it is drawn, and the figure holds the middle of each group. Pure; asked by
// theme-figure.ts.

import { isJsonObject, type Json, type JsonObject } from "../base/json.ts";
import { doublesOfText, textOfDoubles } from "../base/doubles-as-text.ts";
import { swarm } from "../stats/swarm.ts";

/** Diameters of points in pixels: the first with which every group fits into its place. */
const sizes = [7, 6, 5, 4, 3];
/** Between two points; their outline is as wide. */
const between = 1;
/** Names of ticks and what Plotly adds to margins take a little that nobody knows: points rather stand too far apart. */
const sure = 0.92;

interface Group {
  readonly middle: number;
  readonly half: number;
  /** Places in the list of points. */
  readonly points: readonly number[];
  /** Pixels upwards. */
  readonly up: Float64Array;
  readonly perUnit: number;
}
interface Swarms {
  readonly trace: number;
  readonly groups: readonly Group[];
  readonly n: number;
}

/** Traces that hold a swarm say half the width of a group (`meta.swarm`). `width` and `height` of the drawing in pixels. */
export function placeSwarms(
  data: JsonObject[],
  layout: JsonObject,
  { width, height }: { readonly width: number; readonly height: number },
): JsonObject[] {
  const found = data.flatMap((trace, at): Swarms[] => {
    const half = isJsonObject(trace["meta"]) ? trace["meta"]["swarm"] : undefined;
    return typeof half === "number" ? swarmsOf(trace, at, half, layout, { width: width * sure, height: height * sure }) : [];
  });
  if (found.length === 0) return data;
  const all = found.flatMap(({ groups }) => groups);
  const last = sizes.at(-1) as number;
  const placed = (size: number) => all.map(({ up, perUnit }) => swarm(up, size + between).map((beside) => beside / perUnit));
  let size = sizes[0] as number;
  let beside = placed(size);
  const fits = (): boolean => beside.every((group, at) => widest(group) <= (all[at]?.half ?? 0));
  for (const smaller of sizes.slice(1)) {
    if (fits()) break;
    size = smaller;
    beside = placed(size);
  }
  const out = [...data];
  let next = 0;
  for (const { trace, groups, n } of found) {
    const x = new Float64Array(n).fill(Number.NaN);
    for (const { points, middle, half } of groups) {
      const mine = beside[next++] as Float64Array;
      // What fits at no size is pushed together.
      const squeezed = size === last ? Math.min(1, half / widest(mine)) : 1;
      points.forEach((point, at) => {
        x[point] = middle + (mine[at] as number) * squeezed;
      });
    }
    const drawn = out[trace] as JsonObject;
    out[trace] = {
      ...drawn,
      x: { dtype: "f8", bdata: textOfDoubles(x) },
      marker: { ...(isJsonObject(drawn["marker"]) ? drawn["marker"] : {}), size, opacity: 1 },
    };
  }
  return out;
}

const widest = (beside: Float64Array): number => beside.reduce((most, place) => Math.max(most, Math.abs(place)), 0);

function swarmsOf(
  trace: JsonObject,
  at: number,
  half: number,
  layout: JsonObject,
  { width, height }: { readonly width: number; readonly height: number },
): Swarms[] {
  const across = axisOf(layout, trace["xaxis"], "x");
  const upwards = axisOf(layout, trace["yaxis"], "y");
  if (!across || !upwards) return [];
  const [middles, values] = [numbersIn(trace["x"]), numbersIn(trace["y"])];
  const perUnit = (width * across.share) / (across.to - across.from);
  const perValue = (height * upwards.share) / Math.abs(upwards.to - upwards.from);
  const byMiddle = new Map<number, number[]>();
  middles.forEach((middle, point) => {
    const points = byMiddle.get(middle);
    if (points) points.push(point);
    else byMiddle.set(middle, [point]);
  });
  const groups = [...byMiddle].map(
    ([middle, points]): Group => ({
      middle,
      half,
      points,
      perUnit,
      up: Float64Array.from(points, (point) => {
        const value = values[point] as number;
        return (upwards.isLog ? Math.log10(value) : value) * perValue;
      }),
    }),
  );
  return [{ trace: at, groups, n: middles.length }];
}

interface Axis {
  readonly from: number;
  readonly to: number;
  readonly share: number;
  readonly isLog: boolean;
}

/** "x2" is the layout's xaxis2. Null where it has no range of its own. */
function axisOf(layout: JsonObject, id: Json | undefined, letter: "x" | "y"): Axis | null {
  const axis = layout[`${letter}axis${typeof id === "string" ? id.slice(1) : ""}`];
  if (!isJsonObject(axis) || !Array.isArray(axis["range"])) return null;
  const [from, to] = axis["range"].map(Number) as [number, number];
  const [low, high] = Array.isArray(axis["domain"]) ? (axis["domain"].map(Number) as [number, number]) : [0, 1];
  return { from, to, share: high - low, isLog: axis["type"] === "log" };
}

const numbersIn = (value: Json | undefined): readonly number[] =>
  Array.isArray(value)
    ? value.map(Number)
    : isJsonObject(value) && typeof value["bdata"] === "string"
      ? [...doublesOfText(value["bdata"])]
      : [];
