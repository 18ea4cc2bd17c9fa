// Which test fits the data, and why: by its shape, by how normal values look within groups, by how small counts are. Of many features
// one test for all, by a sample of them.

import type { ComparedData, Shape } from "../../contract/statistical-test.ts";
import { chiSquare } from "../../stats/tests/chi-square.ts";
import { momentsOf } from "../../stats/moments.ts";
import { shapiroWilk } from "../../stats/tests/shapiro-wilk.ts";
import type { TestName } from "../../statistical-tests.ts";
import type { KeyOf } from "../../messages/define-words.ts";
import type { words } from "./words.ts";

export interface Proposed {
  readonly test: TestName;
  readonly why: KeyOf<typeof words>;
  readonly other: TestName;
}

/** Below that a Shapiro-Wilk p value says that values are no normal ones; of groups of fewer the mean takes skew badly. */
const farFromNormal = 0.01;
const meanStands = 30;
/** Ranks of so few cannot give a small p value: 2 / (8 over 4) = .029. */
const fewForRanks = 5;

export function propose(shape: Shape, data: readonly ComparedData[], groups: number): Proposed {
  if (shape === "counts")
    return data.some(isSmall) ? by("fisher", "why-fisher", "chi-square") : by("chi-square", "why-chi-square", "fisher");
  if (shape === "repeated-counts") return by("mcnemar", "why-mcnemar", "mcnemar");
  const looked = data.map(normality);
  const far = looked.filter((each) => each === "far").length;
  const isFar = far > looked.length / 4;
  if (shape === "columns") return isFar ? by("spearman", "why-spearman", "pearson") : by("pearson", "why-pearson", "spearman");
  if (shape === "repeats")
    return isFar ? by("signed-rank", "why-signed-rank", "paired-t") : by("paired-t", "why-paired-t", "signed-rank");
  if (groups === 2) return isFar ? by("mann-whitney", "why-mann-whitney", "t") : by("t", "why-t", "mann-whitney");
  return isFar ? by("kruskal-wallis", "why-kruskal-wallis", "anova") : by("anova", "why-anova", "kruskal-wallis");
}

const by = (test: TestName, why: Proposed["why"], other: TestName): Proposed => ({ test, why, other });

const isSmall = (data: ComparedData): boolean =>
  data.shape === "counts" && (chiSquare(data.counts, false)?.leastExpected ?? Number.POSITIVE_INFINITY) < 5;

/** Whether the mean is no good summary: a group that is small enough to matter, and large enough for ranks, is far from normal. */
function normality(data: ComparedData): "far" | "fine" {
  const lists = listsOf(data).filter(({ length }) => length > 0);
  const least = Math.min(...lists.map(({ length }) => length));
  if (least >= meanStands && data.shape !== "columns") return lists.some(isVerySkewed) ? "far" : "fine";
  if (least < fewForRanks) return "fine";
  return lists.some((values) => (shapiroWilk(values)?.p ?? 1) < farFromNormal) ? "far" : "fine";
}

/** What has to look normal: values within each group, differences of pairs, each of two columns. */
export function listsOf(data: ComparedData): readonly Float64Array[] {
  if (data.shape === "groups") return data.groups;
  if (data.shape === "repeats") return [data.x.map((value, at) => value - (data.y[at] as number))];
  return data.shape === "columns" ? [data.x, data.y] : [];
}

/** So skewed that even means of many are not normal (|g1| / sqrt(n) of Berry-Esseen's size). */
function isVerySkewed(values: Float64Array): boolean {
  const { n, mean, squares } = momentsOf(values);
  const deviation = Math.sqrt(squares / n);
  if (!(deviation > 0)) return false;
  const skew = values.reduce((sum, value) => sum + ((value - mean) / deviation) ** 3, 0) / n;
  return Math.abs(skew) / Math.sqrt(n) > 0.5;
}
