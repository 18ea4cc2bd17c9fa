// Linear regression of all variants.

import { ok } from "../../base/result.ts";
import type { AssociationWorkOf } from "../../contract/association-model.ts";
import { linearScan } from "../../stats/association/linear-scan.ts";
import { covariatesOf, nameInR, plinkCovariates, plinkGlm, plinkInput, plinkNotes } from "../parts/plink-call.ts";
import { answersFor, everyPlace, scanAll } from "../parts/scan-all.ts";
import type { LinearOptions } from "./model.ts";

export const work: AssociationWorkOf<LinearOptions> = {
  async scan(task) {
    const scan = linearScan(task.trait, task.covariates);
    const into = answersFor(task.tested.length);
    const fit = { n: 0, beta: 0, error: 0, statistic: 0, logP: 0 };
    await scanAll(task, scan, fit, { places: everyPlace(task.tested.length), into, done: [0, 1] });
    return ok({ ...into, facts: {} });
  },
  calls: (_options, asked) => [
    // Of cases and controls plink2 makes a logistic regression.
    ...(asked.isBinary ? [] : [...plinkNotes(asked), `${plinkInput(asked)}${plinkCovariates(asked)} --glm${plinkGlm(asked)}`]),
    `coef(summary(lm(${[nameInR(asked.trait), ["copies", ...covariatesOf(asked).map(nameInR)].join(" + ")].join(" ~ ")}, d)))["copies", ]`,
  ],
};
