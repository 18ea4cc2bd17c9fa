// The step z-score has nothing to set.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import type { zScore } from "./step.ts";

export const Form: StepForm<OptionsOf<typeof zScore>> = () => null;
