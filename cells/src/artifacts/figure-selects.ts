// How something is selected in a figure, as it says itself (`layout.meta.selects`): drawings write it, and whoever shows the figure
// reads it, so that a gesture means the same wherever the figure is drawn. A figure that says nothing has points. Pure.

import { isJsonObject, type Json, type JsonObject } from "../base/json.ts";
import type { Figure } from "./artifact.ts";

export type FigureSelects =
  /** A point is a row at its x and y: lasso, box, click. */
  | { readonly way: "points" }
  /** Bars count rows along x: a stretch of x. `isLog`: x holds logarithms. */
  | { readonly way: "bins"; readonly isLog: boolean }
  /**
   * Groups stand at 0, 1, 2 … of x: they are clicked or drawn over. `hasBounds`: upwards stands a number of each row, so that a box is
   * groups and bounds. Of a place that holds rows without a group the name is null; `rest`: the place at which several groups stand.
   */
  | {
      readonly way: "groups";
      readonly names: readonly (string | null)[];
      readonly hasBounds: boolean;
      readonly rest: number | null;
    }
  /**
   * Chromosomes one behind the other, each from its start on x; y is -log10 of a p value (`isOfP`) or of what is that already.
   * `isThinned`: there are more points than are drawn.
   */
  | {
      readonly way: "genome";
      readonly names: readonly string[];
      readonly starts: readonly number[];
      readonly ends: readonly number[];
      readonly isOfP: boolean;
      readonly isThinned: boolean;
    };

/** For the meta of a figure. */
export const saysSelects = (selects: FigureSelects): JsonObject => ({ selects });

export function selectsOf({ layout: { meta } }: Pick<Figure, "layout">): FigureSelects {
  const said = isJsonObject(meta) ? meta["selects"] : undefined;
  if (!isJsonObject(said)) return { way: "points" };
  switch (said["way"]) {
    case "bins":
      return { way: "bins", isLog: said["isLog"] === true };
    case "groups": {
      const names = listOf(said["names"]).map((name) => (typeof name === "string" ? name : null));
      const rest = typeof said["rest"] === "number" ? said["rest"] : null;
      return { way: "groups", names, hasBounds: said["hasBounds"] === true, rest };
    }
    case "genome":
      return {
        way: "genome",
        names: listOf(said["names"]).map(String),
        starts: listOf(said["starts"]).map(Number),
        ends: listOf(said["ends"]).map(Number),
        isOfP: said["isOfP"] === true,
        isThinned: said["isThinned"] === true,
      };
    default:
      return { way: "points" };
  }
}

/** Of a figure in panels the group of each, null where it has none; null: it has no panels that say it. */
export function panelsOf({ layout: { meta } }: Pick<Figure, "layout">): readonly (string | null)[] | null {
  const names = isJsonObject(meta) ? meta["panelNames"] : undefined;
  return Array.isArray(names) ? listOf(names).map((name) => (typeof name === "string" ? name : null)) : null;
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);
