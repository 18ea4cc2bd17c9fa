// The contract of a statistical test. One folder a test: card.ts (this card: data only), work.ts (what it answers, the call of R that
// gives the same), words.ts. The list is statistical-tests.ts. Numbers come from stats/tests; a test says of which shape of data.

import type { z } from "zod";
import type { Words } from "../messages/define-words.ts";
import type { Variant } from "./identity.ts";

/** Settings of a test as a spec holds them; `type` is its name. */
export type TestOptions = { readonly type: string };

/**
 * groups: numbers of two or more groups of others. repeats: two numbers of each individual. columns: two columns of numbers.
 * counts: how often each value of one column comes with each of another. repeated-counts: the same of two answers of each individual.
 */
export type Shape = "groups" | "repeats" | "columns" | "counts" | "repeated-counts";

/** Without missing and infinite values. */
export type ComparedData =
  | { readonly shape: "groups"; readonly groups: readonly Float64Array[] }
  | { readonly shape: "repeats" | "columns"; readonly x: Float64Array; readonly y: Float64Array }
  | {
      readonly shape: "counts" | "repeated-counts";
      readonly counts: readonly (readonly number[])[];
      /** What rows and columns of the counts are called. */
      readonly rows: readonly string[];
      readonly columns: readonly string[];
    };

export type Effect = "g" | "rank-biserial" | "eta-squared" | "epsilon-squared" | "v" | "odds-ratio" | "r";

export interface StatisticalTest extends Variant<"test"> {
  /** Its settings: a strict object with all defaults. */
  readonly schema: z.ZodType;
  /** `title` ("Welch's t test"), `does` (when it is right). Of each of `settings` its label. */
  readonly words: Words<string, "title" | "does">;
  readonly takes: readonly Shape[];
  /** Of groups; absent: any number. */
  readonly mostGroups?: 2;
  /** What its statistic is called in tables: "t", "W". */
  readonly statistic: string;
  /** What is estimated in the unit of the data, where something is: a difference of means, or by how much values are moved. */
  readonly estimates?: "difference" | "shift";
  /** Of more than two groups each two are compared after it (`pairs` of its work): what that is called there. */
  readonly pairs?: PairsCard;
  readonly effect: Effect | null;
  /** As the form shows them: choices with the keys of their words, or a whole number. */
  readonly settings: readonly { readonly field: string; readonly choices?: { readonly [value: string]: string } }[];
}

export interface PairsCard {
  readonly statistic: string;
  readonly estimates?: "difference" | "rank_difference";
  /** p values hold for all pairs together as they are: they are not adjusted a second time. */
  readonly together?: true;
}

export interface AskedTest<Options extends TestOptions = TestOptions> {
  readonly options: Options;
  readonly data: ComparedData;
  readonly confidence: number;
}

type Interval = readonly [low: number, high: number];
export interface TestAnswer {
  readonly statistic: number;
  /** None: of no distribution with degrees of freedom. */
  readonly df: readonly number[];
  readonly p: number;
  readonly logP: number;
  readonly estimate?: number;
  readonly interval?: Interval;
  readonly effect?: number;
  readonly effectInterval?: Interval;
  /** Absent: it is known of no other way. */
  readonly isExact?: boolean;
}

/** Two of the groups, by their places. */
export interface PairAnswer {
  readonly first: number;
  readonly second: number;
  readonly sizes: readonly [number, number];
  readonly statistic: number;
  readonly df?: number;
  readonly p: number;
  readonly logP: number;
  readonly estimate?: number;
  readonly interval?: Interval;
}

/** Why there is no answer: keys of the words of statistical-tests/words.ts. */
export type NoAnswer =
  | "too-few"
  | "constant"
  | "one-group-constant"
  | "groups-constant"
  | "pairs-constant"
  | "no-number"
  | "one-group"
  | "no-pairs"
  | "all-zero"
  | "no-change"
  | "one-value"
  | "exact-of-two"
  | "too-many-tables"
  | "not-square";

/** Expressions of R: of groups the values and the groups, else the first and the second; of counts both columns. */
export interface AskedInR {
  readonly first: string;
  readonly second: string;
  readonly isExact: boolean | null;
}

export interface TestLine<Options extends TestOptions = TestOptions> {
  readonly test: StatisticalTest;
  work(): Promise<{ readonly work: TestWork<Options> }>;
}
// Methods, so that the work of any one test is that of some test.
export type TestWork<Options extends TestOptions = TestOptions> = {
  answer(asked: AskedTest<Options>): TestAnswer | NoAnswer;
  inR(options: Options, asked: AskedInR): string;
  /** Each two of the groups. */
  pairs?(asked: AskedTest<Options>): readonly PairAnswer[];
  pairsInR?(options: Options, asked: AskedInR & { readonly adjust: string }): string;
};

/** Makes a test from the schema of its settings: their type is inferred from it, never written a second time. */
export const defineTest = <Schema extends z.ZodType<TestOptions>>(
  test: Omit<StatisticalTest, "axis" | "schema"> & { readonly schema: Schema },
): StatisticalTest & { readonly schema: Schema } => ({ ...test, axis: "test" });
