// The step quantile-normalise has nothing to set.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import type { quantileNormalise } from "./step.ts";

export const Form: StepForm<OptionsOf<typeof quantileNormalise>> = () => null;
