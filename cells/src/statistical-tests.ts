// THE list of statistical tests, in the order of the form. A line holds the card and how its code is loaded.

import { z } from "zod";
import { invariant } from "./base/invariant.ts";
import type { StatisticalTest, TestLine, TestOptions, TestWork } from "./contract/statistical-test.ts";
import { anova } from "./statistical-tests/anova/card.ts";
import { chiSquareCard } from "./statistical-tests/chi-square/card.ts";
import { fisher } from "./statistical-tests/fisher/card.ts";
import { kendall } from "./statistical-tests/kendall/card.ts";
import { kruskalWallisCard } from "./statistical-tests/kruskal-wallis/card.ts";
import { mannWhitneyCard } from "./statistical-tests/mann-whitney/card.ts";
import { mcnemar } from "./statistical-tests/mcnemar/card.ts";
import { pairedT } from "./statistical-tests/paired-t/card.ts";
import { pearson } from "./statistical-tests/pearson/card.ts";
import { permutation } from "./statistical-tests/permutation/card.ts";
import { signedRankCard } from "./statistical-tests/signed-rank/card.ts";
import { spearman } from "./statistical-tests/spearman/card.ts";
import { tTestCard } from "./statistical-tests/t/card.ts";

export const statisticalTests = {
  t: { test: tTestCard, work: () => import("./statistical-tests/t/work.ts") },
  "paired-t": { test: pairedT, work: () => import("./statistical-tests/paired-t/work.ts") },
  "mann-whitney": { test: mannWhitneyCard, work: () => import("./statistical-tests/mann-whitney/work.ts") },
  "signed-rank": { test: signedRankCard, work: () => import("./statistical-tests/signed-rank/work.ts") },
  anova: { test: anova, work: () => import("./statistical-tests/anova/work.ts") },
  "kruskal-wallis": { test: kruskalWallisCard, work: () => import("./statistical-tests/kruskal-wallis/work.ts") },
  "chi-square": { test: chiSquareCard, work: () => import("./statistical-tests/chi-square/work.ts") },
  fisher: { test: fisher, work: () => import("./statistical-tests/fisher/work.ts") },
  mcnemar: { test: mcnemar, work: () => import("./statistical-tests/mcnemar/work.ts") },
  pearson: { test: pearson, work: () => import("./statistical-tests/pearson/work.ts") },
  spearman: { test: spearman, work: () => import("./statistical-tests/spearman/work.ts") },
  kendall: { test: kendall, work: () => import("./statistical-tests/kendall/work.ts") },
  permutation: { test: permutation, work: () => import("./statistical-tests/permutation/work.ts") },
} as const satisfies { readonly [name: string]: TestLine };

export type TestName = keyof typeof statisticalTests;
export const listedTests: readonly StatisticalTest[] = Object.values(statisticalTests).map(({ test }) => test);

const [first, ...others] = Object.values(statisticalTests).map(({ test }) => test.schema);

/** A test with its settings, as specs hold it. */
export const testSchema = z.discriminatedUnion("type", [first as NonNullable<typeof first>, ...others]);
export type TestSettings = z.output<typeof testSchema>;
/** Settings of a test as they come: all defaults. */
export const newTest = (name: string): TestSettings => testSchema.parse({ type: name });

function lineOf(name: string): TestLine {
  invariant(Object.hasOwn(statisticalTests, name), `${name} stands in a validated spec`);
  return statisticalTests[name as TestName];
}

/** The card of the test that validated settings name. */
export const testOf = (options: TestOptions): StatisticalTest => lineOf(options.type).test;
export const loadWork = async (options: TestOptions): Promise<TestWork> => (await lineOf(options.type).work()).work;
