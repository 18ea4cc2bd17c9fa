// Numbers of each feature that pictures are drawn of: names once, and sets of little-endian floats in base64, NaN where there is none.

import { z } from "zod";
import { floatsOf } from "../../artifacts/plot-floats.ts";
import { textOfFloats } from "../../base/doubles-as-text.ts";
import { defineReport } from "../../contract/report.ts";
import { words } from "./words.ts";

const schema = z.looseObject({
  noun: z.string(),
  /** Samples behind each number. */
  samples: z.number().int(),
  names: z.array(z.string()),
  sets: z.array(z.looseObject({ name: z.string(), arrays: z.record(z.string(), z.string()) })),
});
export type FeaturePointsBody = z.output<typeof schema>;

export const featurePointsReport = defineReport({
  name: "feature-points",
  version: 1,
  words,
  schema,
  quotesRows: true,
  discloses: ({ samples }) => ({ identifying: [], behind: { of: "groups", sizes: [samples], statistics: ["mean"] } }),
});

export interface PointSet {
  readonly name: string;
  readonly arrays: { readonly [name: string]: ArrayLike<number> };
}

/** Of the features at these places. */
export function pointsOf(
  { noun, samples, names }: Pick<FeaturePointsBody, "noun" | "samples" | "names">,
  sets: readonly PointSet[],
  places: readonly number[],
): FeaturePointsBody {
  const packed = (values: ArrayLike<number>): string => textOfFloats(places.map((place) => values[place] as number));
  return {
    noun,
    samples,
    names: places.map((place) => names[place] ?? ""),
    sets: sets.map(({ name, arrays }) => ({
      name,
      arrays: Object.fromEntries(Object.entries(arrays).map(([key, values]) => [key, packed(values)])),
    })),
  };
}

/** Null where the set has none of that name. */
export function numbersIn({ arrays }: FeaturePointsBody["sets"][number], name: string): readonly number[] | null {
  const text = arrays[name];
  return text === undefined ? null : floatsOf(text, "f4");
}
