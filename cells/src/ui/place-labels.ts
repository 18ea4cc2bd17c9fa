// Names beside the points of a picture, as many as have a place in the room that it is drawn in. The figure holds all that may be
// named, the most important first, with the ranges of its axes; which of them are written, and on which side, is decided here.

import { type Labelled, labelPlaces, type LabelSide, type PlotRoom } from "../artifacts/label-places.ts";
import { isJsonObject, type Json, type JsonObject } from "../base/json.ts";

/** Where a name stands from its point, as Plotly has it. */
const anchors: { readonly [side in LabelSide]: JsonObject } = {
  "top center": { xanchor: "center", yanchor: "bottom", yshift: 2 },
  "bottom center": { xanchor: "center", yanchor: "top", yshift: -2 },
  "middle right": { xanchor: "left", yanchor: "middle", xshift: 3 },
  "middle left": { xanchor: "right", yanchor: "middle", xshift: -3 },
};

const rangeOf = (range: Json | undefined): readonly [number, number] | null =>
  Array.isArray(range) && typeof range[0] === "number" && typeof range[1] === "number" ? [range[0], range[1]] : null;

/** `axes`: {x: [left, right], y: [below, above]}, as the axes have it; of a figure without it nothing is placed anew. */
export function placeLabels(annotations: readonly Json[], axes: Json | undefined, room: PlotRoom): readonly Json[] {
  const x = isJsonObject(axes) ? rangeOf(axes["x"]) : null;
  const y = isJsonObject(axes) ? rangeOf(axes["y"]) : null;
  if (!x || !y) return annotations;
  const isLabel = (note: Json): note is JsonObject => isJsonObject(note) && note["meta"] === "label";
  const within = (value: number, [from, to]: readonly [number, number], size: number): number =>
    from === to ? size / 2 : ((value - from) / (to - from)) * size;
  const labels = annotations.filter(isLabel);
  const points = labels.map(
    (note): Labelled => ({
      x: within(Number(note["x"]), x, room.width),
      y: room.height - within(Number(note["y"]), y, room.height),
      text: String(note["text"]).replaceAll(/&(?:amp|lt|gt|#37);/g, "&"),
    }),
  );
  const sides = labelPlaces(points, room);
  return [
    ...annotations.filter((note) => !isLabel(note)),
    ...labels.flatMap((note, at): JsonObject[] => {
      const side = sides[at];
      return side ? [{ ...note, ...anchors[side] }] : [];
    }),
  ];
}
