// Logistic regression of all variants.

import { ok } from "../../base/result.ts";
import type { AssociationWorkOf } from "../../contract/association-model.ts";
import { logisticScan } from "../../stats/association/logistic-scan.ts";
import { covariatesOf, nameInR, plinkCovariates, plinkGlm, plinkInput, plinkNotes } from "../parts/plink-call.ts";
import { answersFor, everyPlace, scanAll } from "../parts/scan-all.ts";
import type { LogisticOptions } from "./model.ts";
import { words } from "./words.ts";

const inPlink = { "where-separated": "firth-fallback", always: "firth", never: "no-firth" } as const;

export const work: AssociationWorkOf<LogisticOptions> = {
  async scan(task) {
    const scan = logisticScan(Uint8Array.from(task.trait), task.covariates, task.options.firth);
    const count = task.tested.length;
    const into = answersFor(count);
    const firth = new Uint8Array(count);
    const fit = { n: 0, beta: 0, error: 0, statistic: 0, logP: 0, isFirth: false };
    await scanAll(task, scan, fit, {
      places: everyPlace(count),
      into,
      done: [0, 1],
      each: (place) => {
        firth[place] = fit.isFirth ? 1 : 0;
      },
    });
    const byFirth = firth.reduce((sum, one) => sum + one, 0);
    if (byFirth > 0 && task.options.firth !== "always") task.say(words.sentence("by-firth", { n: byFirth, all: count }));
    return ok({ ...into, firth, facts: { firth: byFirth } });
  },
  calls: ({ firth }, asked) => [
    ...plinkNotes(asked),
    `${plinkInput(asked)}${plinkCovariates(asked)} --covar-variance-standardize --glm ${inPlink[firth]}${plinkGlm(asked)} cols=+beta`,
    `coef(summary(glm(${[nameInR(asked.trait), ["copies", ...covariatesOf(asked).map(nameInR)].join(" + ")].join(" ~ ")}, binomial, d, ${firth === "always" ? 'method = brglm2::brglmFit, type = "AS_mean"' : "control = glm.control(epsilon = 1e-14, maxit = 100)"})))["copies", ]`,
  ],
};
