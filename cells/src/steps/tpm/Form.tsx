// The form of the step tpm.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { LengthFields } from "../parts/LengthFields.tsx";
import type { tpm } from "./step.ts";

export const Form: StepForm<OptionsOf<typeof tpm>> = ({ step, host, write }) => (
  <LengthFields step={step} host={host} write={write} />
);
