// Each example of each step of the list on each type of data that it answers, for properties of all steps. For tests only.

import type { JsonObject } from "../base/json.ts";
import { stepData, type StepData } from "../contract/step.ts";
import { listedSteps } from "../steps.ts";
import type { StepCases } from "./describe-step.ts";
import { casesOf } from "./step-cases.ts";

export interface StepRun {
  readonly verb: string;
  readonly options: JsonObject;
  readonly data: StepData;
  readonly title: string;
  readonly cases: StepCases;
  /** It may keep something. */
  readonly isFitted: boolean;
}

export const stepRuns = async (): Promise<readonly StepRun[]> =>
  (
    await Promise.all(
      listedSteps.map(async ({ step: card, apply }) => {
        const [cases, { fitted }] = [await casesOf(card.name), await apply()];
        return cases.examples.flatMap(({ options, on = stepData.filter((each) => card.takes[each]) }) =>
          on.map((data) => ({
            verb: card.name,
            options,
            data,
            title: `${card.name} on a ${data}: ${JSON.stringify(options).slice(0, 90)}`,
            cases,
            isFitted: fitted !== undefined,
          })),
        );
      }),
    )
  ).flat();
