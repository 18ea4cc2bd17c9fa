// Which test fits the data, and why: by its shape, by how normal values look within groups, by how small counts are. Of many features
// one test for all, by a sample of them.

import type { ComparedData, Shape } from "../../contract/statistical-test.ts";
import { momentsOf } from "../../stats/moments.ts";
import { chiSquare } from "../../stats/tests/chi-square.ts";
import { areFarFromNormal } from "../../stats/tests/far-from-normal.ts";
import type { TestName } from "../../statistical-tests.ts";
import type { KeyOf } from "../../messages/define-words.ts";
import type { words } from "./words.ts";

export interface Proposed {
  readonly test: TestName;
  readonly why: KeyOf<typeof words>;
  readonly other: TestName;
}

export function propose(shape: Shape, data: readonly ComparedData[], groups: number): Proposed {
  if (shape === "counts")
    return data.some(isSmall) ? by("fisher", "why-fisher", "chi-square") : by("chi-square", "why-chi-square", "fisher");
  if (shape === "repeated-counts") return by("mcnemar", "why-mcnemar", "mcnemar");
  const withoutSpread = data.filter(hasNoSpread).length > data.length / 4;
  if (withoutSpread && shape === "groups")
    return groups === 2
      ? by("mann-whitney", "why-no-spread", "mann-whitney")
      : by("kruskal-wallis", "why-no-spread", "kruskal-wallis");
  if (withoutSpread && shape === "repeats") return by("signed-rank", "why-no-spread", "signed-rank");
  const isFar = data.filter(isFarOne).length > data.length / 4;
  if (shape === "columns") return isFar ? by("spearman", "why-spearman", "pearson") : by("pearson", "why-pearson", "spearman");
  if (shape === "repeats")
    return isFar ? by("signed-rank", "why-signed-rank", "paired-t") : by("paired-t", "why-paired-t", "signed-rank");
  if (groups === 2) return isFar ? by("mann-whitney", "why-mann-whitney", "t") : by("t", "why-t", "mann-whitney");
  return isFar ? by("kruskal-wallis", "why-kruskal-wallis", "anova") : by("anova", "why-anova", "kruskal-wallis");
}

const by = (test: TestName, why: Proposed["why"], other: TestName): Proposed => ({ test, why, other });

const isSmall = (data: ComparedData): boolean =>
  data.shape === "counts" && (chiSquare(data.counts, false)?.leastExpected ?? Number.POSITIVE_INFINITY) < 5;

/** Values that vary, where a test of means would have no spread to judge them by. */
function hasNoSpread(data: ComparedData): boolean {
  const [first, ...others] = listsOf(data).map((values) => momentsOf(values));
  if (!first) return false;
  if (data.shape === "repeats") return first.n > 1 && first.isConstant && first.mean !== 0;
  if (data.shape !== "groups" || momentsOf(data.groups.flatMap((values) => [...values])).isConstant) return false;
  const there = [first, ...others].filter(({ n }) => n > 0);
  // Welch's t asks for one spread, his analysis of variance for that of each.
  return there.length === 2
    ? there.every(({ n, isConstant }) => n > 1 && isConstant)
    : there.some(({ n, isConstant }) => n > 1 && isConstant);
}

const isFarOne = (data: ComparedData): boolean => areFarFromNormal(listsOf(data), data.shape !== "columns");

/** What has to look normal: values within each group, differences of pairs, each of two columns. */
export function listsOf(data: ComparedData): readonly Float64Array[] {
  if (data.shape === "groups") return data.groups;
  if (data.shape === "repeats") return [data.x.map((value, at) => value - (data.y[at] as number))];
  return data.shape === "columns" ? [data.x, data.y] : [];
}
