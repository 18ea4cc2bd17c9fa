// THE list of learners, in the order of the menu. A line holds the card and how its code is loaded.

import { z } from "zod";
import { invariant } from "./base/invariant.ts";
import type { Fit, Learner, LearnerLine, LearnerOptions } from "./contract/learner.ts";
import { forest } from "./learners/forest/learner.ts";
import { logistic } from "./learners/logistic/learner.ts";
import { naiveBayes } from "./learners/naive-bayes/learner.ts";

export const learners = {
  forest: { learner: forest, fit: () => import("./learners/forest/fit.ts"), Form: () => import("./learners/forest/Form.tsx") },
  logistic: {
    learner: logistic,
    fit: () => import("./learners/logistic/fit.ts"),
    Form: () => import("./learners/logistic/Form.tsx"),
  },
  "naive-bayes": {
    learner: naiveBayes,
    fit: () => import("./learners/naive-bayes/fit.ts"),
    Form: () => import("./learners/naive-bayes/Form.tsx"),
  },
} as const satisfies { readonly [name: string]: LearnerLine };

export type LearnerName = keyof typeof learners;

/** The learner of a new cell. */
const usual: LearnerName = "forest";

const [first, ...others] = Object.values(learners).map(({ learner }) => learner.schema);

/** A learner with its settings, as specs hold it. */
export const algorithmSchema = z.discriminatedUnion("type", [first as NonNullable<typeof first>, ...others]);
export type Algorithm = z.output<typeof algorithmSchema>;

/** Settings of a learner as they come: all defaults. */
export const newAlgorithm = (name: string): Algorithm => algorithmSchema.parse({ type: name });
export const usualAlgorithm: Algorithm = newAlgorithm(usual);

function lineOf(name: string): LearnerLine {
  invariant(Object.hasOwn(learners, name), `${name} stands in a validated spec`);
  return learners[name as LearnerName];
}

/** The card of the learner that validated settings name. */
export const learnerOf = (options: LearnerOptions): Learner => lineOf(options.type).learner;
export const formOf = (options: LearnerOptions): LearnerLine["Form"] => lineOf(options.type).Form;
export const loadFit = async (options: LearnerOptions): Promise<Fit> => (await lineOf(options.type).fit()).fit;

/** The learner that wrote this on a model's card; null for models from elsewhere. */
export const learnerOfCard = (algorithm: string): Learner | null =>
  Object.values(learners)
    .map(({ learner }): Learner => learner)
    .find((learner) => learner.algorithm === algorithm) ?? null;
