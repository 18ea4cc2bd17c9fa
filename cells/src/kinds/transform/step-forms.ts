// The forms of all steps by their verb. They begin to load with the editor of chains, which waits for them before it is
// shown, so that none jumps in after the rest.

import type { StepBase } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { listedSteps } from "../../steps.ts";

export const stepForms: Promise<ReadonlyMap<string, StepForm<StepBase>>> = Promise.all(
  listedSteps.map(async ({ step, Form }) => [step.name, (await Form()).Form] as const),
).then((forms) => new Map(forms));
