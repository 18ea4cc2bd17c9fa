// How much of a figure lies in a selection: which points, by their names or where they stand, and how many rows of bars. Pure.

import type { Figure } from "../../artifacts/artifact.ts";
import { areasOf, type PickedNames, type Place, type Selection, withinArea } from "../../artifacts/selection.ts";
import { barsIn, pointsIn } from "./drawn-marks.ts";
import { areasOnAxes, type OnAxes } from "./in-data.ts";

/** The names of the points within an area that is drawn. */
export function namesWithin(figure: Figure, { panel, area }: OnAxes): readonly string[] {
  const isWithin = withinArea(area);
  const names = pointsIn(figure).flatMap(({ x, y, text, ...of }) =>
    of.panel === panel ? (text ?? []).filter((_, at) => isWithin(x[at] ?? Number.NaN, y[at] ?? Number.NaN)) : [],
  );
  return [...new Set(names)];
}

export interface PlaceIn {
  readonly panel: number;
  readonly at: Place;
}

/** The places of a figure that lie in a selection. */
export function placesSelected(figure: Figure, selection: Selection | null): readonly PlaceIn[] {
  if (!selection) return [];
  const areas = areasOf(selection);
  const named = new Set(areas.flatMap((area) => ("names" in area ? (area as PickedNames).names : [])));
  const drawn = areas.flatMap((area) => areasOnAxes(figure, area)).map(({ panel, area }) => ({ panel, isIn: withinArea(area) }));
  return pointsIn(figure).flatMap(({ panel, x, y, text }) => {
    const here = drawn.filter((each) => each.panel === panel);
    return x.flatMap((ax, at): PlaceIn[] => {
      const ay = y[at] ?? Number.NaN;
      const isIn = here.some(({ isIn: is }) => is(ax, ay)) || (named.size > 0 && text !== null && named.has(text[at] ?? ""));
      return isIn ? [{ panel, at: [ax, ay] }] : [];
    });
  });
}

/** Of bars that lie within as a whole, and of those that are within in part. */
export function rowsInBars(figure: Figure, selection: Selection): { readonly least: number; readonly most: number } {
  const drawn = areasOf(selection).flatMap((area) => areasOnAxes(figure, area));
  let [least, most] = [0, 0];
  for (const { panel, bars } of barsIn(figure)) {
    const ends = drawn.flatMap(({ panel: of, area }) =>
      of === panel && "x" in area && area.x
        ? [[Number(area.x[0] ?? Number.NEGATIVE_INFINITY), Number(area.x[1] ?? Number.POSITIVE_INFINITY)] as const]
        : [],
    );
    for (const { from, to, n } of bars) {
      if (ends.some(([low, high]) => low <= from && high >= to)) least += n;
      if (ends.some(([low, high]) => low < to && high > from)) most += n;
    }
  }
  return { least, most };
}
