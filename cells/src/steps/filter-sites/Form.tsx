// The form of the step filter-sites.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { NumberOrParameter } from "../../ui/ValueField.tsx";
import type { filterSites } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof filterSites>> = ({ step, host, write }) => {
  const { locale } = host;
  return (
    <FieldRow>
      <NumberOrParameter
        label={words.say("frequency", {}, locale)}
        value={step.frequency}
        min={0}
        fallback={0.01}
        editor={host}
        onChange={(value) => write("frequency", value)}
      />
      <NumberOrParameter
        label={words.say("missing", {}, locale)}
        value={step.missing}
        min={0}
        fallback={0.1}
        editor={host}
        onChange={(value) => write("missing", value)}
      />
    </FieldRow>
  );
};
