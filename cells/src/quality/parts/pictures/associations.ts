// What each component goes with: of every column of the sample sheet, the share of the component's variance that it explains (R²)
// and the F test of it: one-way analysis of variance of groups, a straight line of numbers. P values are adjusted over all of
// them (Benjamini and Hochberg).

import type { Column } from "../../../artifacts/artifact.ts";
import { isMissing } from "../../../artifacts/table.ts";
import { adjustedP } from "../../../stats/adjusted-p.ts";
import { oneWayAnova } from "../../../stats/tests/one-way-anova.ts";
import { pearsonTest } from "../../../stats/tests/pearson.ts";
import { groupingOf } from "../quality-data.ts";

export interface Association {
  /** From 0. */
  readonly component: number;
  readonly column: string;
  readonly as: "groups" | "number";
  /** Samples that it is told of, and into how many groups they fall. */
  readonly n: number;
  readonly groups: number | null;
  readonly r2: number;
  readonly p: number;
  readonly adjusted: number;
}

/** `scores`: of each component one of each sample. Columns that tell each sample apart, or none, are left out. */
export function associationsOf(scores: readonly ArrayLike<number>[], columns: readonly Column[]): readonly Association[] {
  const samples = scores[0]?.length ?? 0;
  const found = scores.flatMap((values, component) =>
    columns.flatMap((column): Omit<Association, "adjusted">[] => {
      const test = column.type === "text" || column.type === "boolean" || isOfGroups(column) ? ofGroups : ofNumbers;
      const told = test(values, column, samples);
      return told ? [{ component, column: column.name, ...told }] : [];
    }),
  );
  const adjusted = adjustedP(
    found.map(({ p }) => p),
    "bh",
  );
  return found.map((one, at) => ({ ...one, adjusted: adjusted[at] as number }));
}

type Told = Omit<Association, "adjusted" | "component" | "column"> | null;

/** Numbers that name something: batch 1 and 2. */
const isOfGroups = ({ semantic }: Column): boolean =>
  semantic === "group" || semantic === "lab" || semantic === "sex" || semantic === "category";

function ofGroups(values: ArrayLike<number>, column: Column, samples: number): Told {
  const { names, of } = groupingOf(column, samples);
  const groups = names.map((): number[] => []);
  for (let sample = 0; sample < samples; sample++) groups[of[sample] as number]?.push(values[sample] as number);
  const n = groups.reduce((sum, group) => sum + group.length, 0);
  const test = oneWayAnova(groups);
  return test && { as: "groups", n, groups: names.length, r2: test.r2, p: test.p };
}

function ofNumbers(values: ArrayLike<number>, column: Column, samples: number): Told {
  if (column.type === "text" || column.type === "boolean") return null;
  const numbers = Float64Array.from({ length: samples }, (_, sample) =>
    isMissing(column, sample) ? Number.NaN : Number(column.values[sample]),
  ).map((value) => (Number.isFinite(value) ? value : Number.NaN));
  const test = pearsonTest(numbers, values);
  return test && { as: "number", n: test.n, groups: null, r2: test.estimate ** 2, p: test.p };
}
