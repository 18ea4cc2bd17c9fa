// The form of the step fpkm.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { LengthFields } from "../parts/LengthFields.tsx";
import type { fpkm } from "./step.ts";

export const Form: StepForm<OptionsOf<typeof fpkm>> = ({ step, known, host, write }) => (
  <LengthFields step={step} known={known} host={host} write={write} />
);
