// Selecting in a figure: what a gesture of Plotly means, as a value in the data of the figure. By the same rule as the step that
// keeps the rows (artifacts/selection.ts). Pure.

import type { Figure } from "../../artifacts/artifact.ts";
import { panelsOf, selectsOf } from "../../artifacts/figure-selects.ts";
import {
  type Area,
  areasOf,
  type AxisLetter,
  type Box,
  boxOf,
  type Lasso,
  mostCorners,
  ofAreas,
  type Place,
  type Selection,
  selectionIn,
  tidyLasso,
} from "../../artifacts/selection.ts";
import type { InputChoice } from "../../contract/kind-view.ts";
import { isJsonObject } from "../../base/json.ts";
import { panelOfAxis, unescaped } from "./drawn-marks.ts";
import { areasInData, markerAt, type OnAxes } from "./in-data.ts";
import { namesWithin } from "./within.ts";

export interface Selecting {
  readonly value: Selection | null;
  /** area: by what stands on the axes; names: by what points or groups are called. */
  readonly by: "area" | "names";
  onSelect(selection: Selection | null): void;
  /** Dragging selects from the beginning. */
  readonly isOn?: boolean;
}

/** A parameter whose value is a selection, or nothing yet. */
export function mayHoldSelection({ summary }: Pick<InputChoice, "summary">): boolean {
  const value = summary?.detail?.["value"] ?? null;
  return value === null || selectionIn(value) !== null;
}

/** Coordinates by the axis of a panel: x, y, x2, y2 … */
type ByAxis = { readonly [axis: string]: readonly unknown[] | undefined };
/** What Plotly tells of a gesture, as far as it is looked at. */
export interface Gesture {
  readonly range?: ByAxis | undefined;
  readonly lassoPoints?: ByAxis | undefined;
  readonly points?:
    | readonly {
        readonly x?: unknown;
        readonly y?: unknown;
        readonly text?: unknown;
        readonly data?: { readonly xaxis?: unknown } | undefined;
      }[]
    | undefined;
}

/** What a gesture is made in. */
export interface Asked {
  readonly figure: Figure;
  readonly by: Selecting["by"];
  readonly now: Selection | null;
  /** It adds to what is selected already, and does not take its place. */
  readonly adds: boolean;
}

/** The area that a gesture draws, on the axes of its panel. */
export function areaDrawn(gesture: Gesture, figure: Figure): OnAxes<Box | Lasso> | null {
  const found = gesture.range ?? gesture.lassoPoints ?? {};
  const key = Object.keys(found).find((axis) => axis.startsWith("x"));
  const panel = panelOfAxis(key);
  const of = (letter: AxisLetter): readonly unknown[] | undefined => found[panel === 0 ? letter : `${letter}${panel + 1}`];
  if (gesture.range) {
    const area = boxOf({ x: areEnds(of("x")), y: areEnds(of("y")) });
    return area && { panel, area };
  }
  const [xs, ys] = [of("x") ?? [], of("y") ?? []];
  const corners = xs.flatMap((x, at): Place[] => {
    const y = ys[at];
    return typeof x === "number" && typeof y === "number" && Number.isFinite(x) && Number.isFinite(y) ? [[x, y]] : [];
  });
  const every = Math.ceil(corners.length / mostCorners);
  const kept = every > 1 ? corners.filter((_, at) => at % every === 0) : corners;
  const log = logAxesOf(figure, panel);
  return kept.length < 3 ? null : { panel, area: tidyLasso({ lasso: kept, ...(log.length > 0 ? { log } : {}) }) };
}

const logAxesOf = ({ layout }: Figure, panel: number): readonly AxisLetter[] =>
  (["x", "y"] as const).filter((axis) => {
    const own = layout[`${axis}axis${panel === 0 ? "" : panel + 1}`];
    return isJsonObject(own) && own["type"] === "log";
  });

const isEnd = (value: unknown): value is number | string => typeof value === "number" || typeof value === "string";
const areEnds = (values: readonly unknown[] | undefined): readonly (number | string)[] | undefined =>
  values?.every(isEnd) ? (values as readonly (number | string)[]) : undefined;

/** The selection after something was drawn; null: nothing. */
export function selectionDrawn(gesture: Gesture | undefined, { figure, by, now, adds }: Asked): Selection | null {
  const drawn = gesture ? areaDrawn(gesture, figure) : null;
  const before = adds && now ? areasOf(now) : [];
  if (!drawn) return ofAreas(before);
  const isOfPoints = selectsOf(figure).way === "points" && by === "names";
  const found = isOfPoints ? [{ names: namesWithin(figure, drawn) }] : areasInData(figure, drawn);
  return ofAreas(together([...before, ...found]));
}

/** Names of one part are one list. */
function together(areas: readonly Area[]): readonly Area[] {
  const out: Area[] = [];
  for (const area of areas) {
    const at = "names" in area ? out.findIndex((other) => "names" in other && other.part === area.part) : -1;
    const known = out[at];
    if ("names" in area && known && "names" in known)
      out[at] = { ...known, names: [...new Set([...known.names, ...area.names])] };
    else out.push(area);
  }
  return out;
}

/**
 * The selection after something was clicked: with it, or without it where it was in it. What was drawn makes way for what is
 * clicked, unless it is added to.
 */
export function selectionClicked(gesture: Gesture, asked: Asked): Selection | null {
  const { figure, by, now } = asked;
  const [point] = gesture.points ?? [];
  if (!point) return now;
  const { x, y } = point;
  const selects = selectsOf(figure);
  const panels = panelsOf(figure);
  const inPanel = panels ? { part: panels[panelOfAxis(point.data?.xaxis)] ?? null } : {};
  switch (selects.way) {
    case "bins":
      return now;
    case "groups": {
      const at = typeof x === "number" ? Math.round(x) : -1;
      const name = selects.names[at];
      if (name === undefined || at === selects.rest) return now;
      if (selects.hasBounds) return toggled({ part: name }, asked, (area) => !("y" in area));
      return name === null ? now : picked("names", name, inPanel, asked);
    }
    case "genome": {
      const marker = typeof x === "number" && typeof y === "number" ? markerAt(figure, x, y) : null;
      return marker ? toggled(marker, asked, (area) => "x" in area && area.x !== undefined && area.x[0] === area.x[1]) : now;
    }
    case "points":
      if (by === "names") return typeof point.text === "string" ? picked("names", unescaped(point.text), inPanel, asked) : now;
      return typeof x === "number" && typeof y === "number" ? picked("points", [x, y], inPanel, asked) : now;
  }
}

/** `isClicked`: whether an area was clicked as this one was. */
function toggled(area: Area, { now, adds }: Asked, isClicked: (area: Area) => boolean): Selection | null {
  const before = now ? areasOf(now).filter((each) => adds || isClicked(each)) : [];
  const others = before.filter((each) => JSON.stringify(each) !== JSON.stringify(area));
  return ofAreas(others.length < before.length ? others : [...others, area]);
}

/** Among the points, or the names, that were picked in that part. */
function picked(
  key: "points" | "names",
  item: Place | string,
  inPart: { readonly part?: string | null },
  { now, adds }: Asked,
): Selection | null {
  const before = now ? areasOf(now).filter((area) => adds || key in area) : [];
  const own = before.find((area) => key in area && area.part === inPart.part);
  const items: readonly (Place | string)[] = own ? ("names" in own ? own.names : "points" in own ? own.points : []) : [];
  const others = items.filter((other) => String(other) !== String(item));
  const next = others.length < items.length ? others : [...items, item];
  const made = { [key]: next, ...inPart } as Area;
  const rest = before.filter((area) => area !== own);
  return ofAreas(next.length === 0 && rest.length > 0 ? rest : [...rest, made]);
}
