// The step cpm has nothing to set.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import type { cpm } from "./step.ts";

export const Form: StepForm<OptionsOf<typeof cpm>> = () => null;
