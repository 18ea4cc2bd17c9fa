// A selection in a picture as a value: a box, a lasso, points, names, or several of these. It is held in the coordinates of the axes,
// so that it says the same of the data however large the picture is drawn, and a cell that reads it is a function of it. Pure.

import { isJsonObject, type Json, type JsonObject } from "../base/json.ts";

/** An end of a box: a number, or a moment as it is written; null: it is open there. */
export type End = number | string | null;
export type Place = readonly [x: number, y: number];
export type AxisLetter = "x" | "y";

/**
 * Of a picture that is parted (panels, groups along an axis, chromosomes) the part in which it lies, as the column that parts it
 * says it; null: the rows for which it says nothing. Absent: it lies in all.
 */
type InPart = { readonly part?: string | null };
/** Ends are within. An axis that is not named is not asked. */
export type Box = InPart & { readonly x?: readonly [End, End]; readonly y?: readonly [End, End] };
/** Corners in data coordinates; its sides are straight on the axes as they were drawn, of which these were logarithmic. */
export type Lasso = InPart & { readonly lasso: readonly Place[]; readonly log?: readonly AxisLetter[] };
/** Points that were clicked: exactly these coordinates. */
export type PickedPlaces = InPart & { readonly points: readonly Place[] };
/** What was clicked or surrounded, by the names of the points, or of the groups that stand along an axis. */
export type PickedNames = InPart & { readonly names: readonly string[] };
export type Area = Box | Lasso | PickedPlaces | PickedNames;
/** What lies in at least one of them. */
export type Several = { readonly any: readonly Area[] };
export type Selection = Area | Several;

/** More corners than a hand draws, more names than a document should hold; in all areas together. */
export const mostCorners = 2_000;
export const mostNames = 2_000;
export const mostAreas = 200;
/** UTF-16 code units of a name, and of a moment as it is written. */
export const [longestName, longestMoment] = [1_000, 100];

const isPlace = (value: Json): boolean =>
  Array.isArray(value) && value.length === 2 && (value as readonly Json[]).every(Number.isFinite);
const isListOf = (value: Json | undefined, most: number, is: (item: Json) => boolean): boolean =>
  Array.isArray(value) && value.length <= most && (value as readonly Json[]).every(is);
const isEnds = (value: Json | undefined): boolean =>
  value === undefined ||
  (isListOf(
    value,
    2,
    (end) => end === null || Number.isFinite(end) || (typeof end === "string" && end.length <= longestMoment),
  ) &&
    (value as readonly Json[]).length === 2);

/** What that value is; null: no selection. */
export function selectionIn(value: Json): Selection | null {
  if (!isJsonObject(value)) return null;
  if (!("any" in value)) return isArea(value) && !isTooMany(value as Area) ? (value as Area) : null;
  const isSeveral = Object.keys(value).length === 1 && isListOf(value["any"], mostAreas, isArea);
  return isSeveral && !isTooMany(value as Several) ? (value as Several) : null;
}

function isArea(value: Json): boolean {
  if (!isJsonObject(value)) return false;
  const { part } = value;
  if (part !== undefined && part !== null && !(typeof part === "string" && part.length <= longestName)) return false;
  const keys = Object.keys(value);
  const only = (...allowed: readonly string[]): boolean => keys.every((key) => key === "part" || allowed.includes(key));
  const isLasso =
    only("lasso", "log") &&
    isListOf(value["lasso"], mostCorners, isPlace) &&
    (value["lasso"] as readonly Json[]).length > 2 &&
    (value["log"] === undefined || isListOf(value["log"], 2, (axis) => axis === "x" || axis === "y"));
  const isPlaces = only("points") && isListOf(value["points"], mostNames, isPlace);
  const isNames =
    only("names") && isListOf(value["names"], mostNames, (name) => typeof name === "string" && name.length <= longestName);
  const isBox = only("x", "y") && isEnds(value["x"]) && isEnds(value["y"]);
  return isLasso || isPlaces || isNames || isBox;
}

/** One after the other. */
export const areasOf = (selection: Selection): readonly Area[] => ("any" in selection ? selection.any : [selection]);

/** The selection of these: of one itself; null: of none. */
export const ofAreas = (areas: readonly Area[]): Selection | null => (areas.length > 1 ? { any: areas } : (areas[0] ?? null));

/** More than a document should hold. */
export function isTooMany(selection: Selection): boolean {
  const areas = areasOf(selection);
  const count = (of: (area: Area) => number): number => areas.reduce((sum, area) => sum + of(area), 0);
  return (
    areas.length > mostAreas ||
    count((area) => ("lasso" in area ? area.lasso.length : 0)) > mostCorners ||
    count((area) => ("names" in area ? area.names.length : "points" in area ? area.points.length : 0)) > mostNames
  );
}

/** Whether it asks for names of points and not where they lie. */
export const asksNames = (selection: Selection): selection is PickedNames => "names" in selection;

/** Nothing lies in it, whatever the data. */
export const isEmpty = (selection: Selection): boolean =>
  areasOf(selection).every((area) =>
    "names" in area
      ? area.names.length === 0
      : "points" in area
        ? area.points.length === 0
        : !("lasso" in area) && area.x === undefined && area.y === undefined && area.part === undefined,
  );

/** Moments as they are written, which numbers of a column are not. */
export const hasMoments = (area: Area): boolean =>
  !("names" in area || "points" in area || "lasso" in area) &&
  [...(area.x ?? []), ...(area.y ?? [])].some((end) => typeof end === "string");

/** Which coordinates of a row have to be known. */
export const axesAsked = (area: Area): readonly AxisLetter[] =>
  "names" in area
    ? []
    : "points" in area || "lasso" in area
      ? ["x", "y"]
      : (["x", "y"] as const).filter((axis) => area[axis] !== undefined);

/** Whether a place of its part lies within, by its coordinates in the data; a missing one (NaN) lies nowhere. */
export function withinArea(selection: Exclude<Area, PickedNames>): (x: number, y: number) => boolean {
  if ("points" in selection) {
    const at = new Map<number, Set<number>>();
    for (const [x, y] of selection.points) at.set(x, (at.get(x) ?? new Set()).add(y));
    return (x, y) => at.get(x)?.has(y) === true;
  }
  if ("lasso" in selection) {
    const onX = selection.log?.includes("x") ? Math.log10 : (value: number) => value;
    const onY = selection.log?.includes("y") ? Math.log10 : (value: number) => value;
    // Numbers alone beside each other: 2,000 corners are asked of each of a million rows.
    const xs = Float64Array.from(selection.lasso, ([x]) => onX(x));
    const ys = Float64Array.from(selection.lasso, ([, y]) => onY(y));
    return (x, y) => isSurrounded(xs, ys, onX(x), onY(y));
  }
  const between = (ends: readonly [End, End] | undefined) => {
    if (!ends) return () => true;
    const [a, b] = [ends[0] ?? Number.NEGATIVE_INFINITY, ends[1] ?? Number.POSITIVE_INFINITY].map(Number) as [number, number];
    const [low, high] = a <= b ? [a, b] : [b, a];
    return (value: number) => value >= low && value <= high;
  };
  const [isInX, isInY] = [between(selection.x), between(selection.y)];
  return (x, y) => isInX(x) && isInY(y);
}

/**
 * Whether a line to the right from there crosses the sides of a polygon an odd number of times (Shimrat 1962, as corrected by
 * Hacker): of a lasso that crosses itself the inner loop is outside, as Plotly draws it.
 */
function isSurrounded(xs: Float64Array, ys: Float64Array, x: number, y: number): boolean {
  let isIn = false;
  for (let at = 0, before = xs.length - 1; at < xs.length; before = at++) {
    const ay = ys[at] as number;
    const by = ys[before] as number;
    if (ay > y === by > y) continue;
    const ax = xs[at] as number;
    const bx = xs[before] as number;
    if (x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isIn = !isIn;
  }
  return isIn;
}

/** Corners as fine as a picture shows them: to a ten-thousandth of what the lasso spans. */
export function tidyLasso({ lasso, log = [] }: Lasso): Lasso {
  const along = (which: 0 | 1, axis: AxisLetter): ((value: number) => number) => {
    // On a logarithmic axis what is seen is the ratio.
    if (log.includes(axis)) return (value) => Number(value.toPrecision(6));
    const values = lasso.map((corner) => corner[which]);
    const span = Math.max(...values) - Math.min(...values);
    if (!(span > 0)) return (value) => value;
    const digits = 4 - Math.floor(Math.log10(span));
    return (value) => (digits > 100 ? value : digits >= 0 ? Number(value.toFixed(digits)) : Math.round(value));
  };
  const [onX, onY] = [along(0, "x"), along(1, "y")];
  return { lasso: lasso.map(([x, y]) => [onX(x), onY(y)]), ...(log.length > 0 ? { log } : {}) };
}

/** The box that was drawn in a picture, its ends in their order. */
export function boxOf(ends: { readonly x?: readonly End[] | undefined; readonly y?: readonly End[] | undefined }): Box | null {
  const pair = (of: readonly End[] | undefined): readonly [End, End] | null => {
    if (of?.length !== 2) return null;
    const [a, b] = of as readonly [End, End];
    return typeof a === "number" && typeof b === "number" && a > b ? [b, a] : [a, b];
  };
  const [x, y] = [pair(ends.x), pair(ends.y)];
  return x || y ? { ...(x ? { x } : {}), ...(y ? { y } : {}) } : null;
}

/**
 * The step that keeps the rows which were selected: of the columns that stand on the axes of the picture, or by the column that
 * names its points or groups; `parts`: the column that parts it. Which selection it is, is added by whoever adds the cell (`selection`).
 */
export const stepOfSelected = (on: RowsAlong): JsonObject => ({ verb: "selected", ...on });
/** What tells the rows of a picture again. */
export type RowsAlong = { readonly x?: Json; readonly y?: Json; readonly names?: string; readonly parts?: Json };
