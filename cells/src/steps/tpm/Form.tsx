// The form of the step tpm.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { LengthFields } from "../parts/LengthFields.tsx";
import type { tpm } from "./step.ts";

export const Form: StepForm<OptionsOf<typeof tpm>> = ({ step, known, host, write }) => (
  <LengthFields step={step} known={known} host={host} write={write} />
);
