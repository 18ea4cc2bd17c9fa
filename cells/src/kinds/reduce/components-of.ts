// Principal components of rows of numbers, exactly or, of large data, by random directions; with what it takes to place other rows on
// their axes.

import { principalComponents, type PrincipalComponents } from "../../learn/principal-components.ts";
import { leadingComponents } from "../../stats/embeddings/leading-components.ts";
import { momentsOf } from "../../stats/moments.ts";
import type { ReduceSpec } from "./spec.ts";

export interface FoundComponents extends PrincipalComponents {
  readonly centre: Float64Array;
  readonly unit: Float64Array;
  readonly solver: "exact" | "randomised";
}

/** All eigenvectors of a side of so many take seconds; beyond it minutes. */
const exactUpTo = 800;

type Asked = Pick<ReduceSpec, "components" | "scale" | "solver">;

/** `values`: rows x width, row-major, finite. */
export async function componentsOf(
  values: Float64Array,
  rows: number,
  width: number,
  { components, scale, solver }: Asked,
  pause: (share: number) => Promise<void> | void,
): Promise<FoundComponents> {
  const [centre, unit] = [new Float64Array(width), new Float64Array(width).fill(1)];
  let total = 0;
  for (let f = 0; f < width; f++) {
    const { mean, squares, isConstant } = momentsOf(values, { start: f, stride: width, count: rows });
    const variance = isConstant ? 0 : squares / Math.max(1, rows - 1);
    centre[f] = mean;
    if (scale && variance > 0) unit[f] = Math.sqrt(variance);
    total += scale ? (variance > 0 ? 1 : 0) : variance;
  }
  const isSmall = Math.min(rows, width) <= exactUpTo || components * 5 > Math.min(rows, width);
  if (solver === "exact" || (solver === "auto" && isSmall))
    return { ...principalComponents(values, rows, width, { components, scale }), centre, unit, solver: "exact" };
  const x = new Float64Array(values.length);
  for (let at = 0; at < x.length; at++) {
    const f = at % width;
    x[at] = ((values[at] as number) - (centre[f] as number)) / (unit[f] as number);
  }
  const { scores, loadings, squares } = await leadingComponents(x, rows, width, components, pause);
  const variance = squares.map((square) => square / Math.max(1, rows - 1));
  return {
    scores,
    loadings,
    variance,
    share: variance.map((each) => (total > 0 ? each / total : 0)),
    centre,
    unit,
    solver: "randomised",
  };
}
