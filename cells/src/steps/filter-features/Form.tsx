// The form of the step filter-features.

import type { Json } from "../../base/json.ts";
import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberOrParameter } from "../../ui/ValueField.tsx";
import type { filterFeatures } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof filterFeatures>> = ({ step, host, write }) => {
  const { locale } = host;
  const { rule } = step;
  return (
    <FieldRow>
      <SelectField
        label={words.say("keep-with", {}, locale)}
        value={rule.by}
        readOnly={host.readOnly}
        options={(["count", "total"] as const).map((value) => ({ value, label: words.say(`choice-${value}`, {}, locale) }))}
        onChange={(value) => write("rule", value === "count" ? { by: "count", min: 10, samples: 3 } : { by: "total", above: 10 })}
      />
      {rule.by === "count" ? (
        <>
          <NumberOrParameter
            label={words.say("at-least", {}, locale)}
            value={rule.min}
            fallback={10}
            editor={host}
            onChange={(min) => write("rule", { ...rule, min } as Json)}
          />
          <NumberOrParameter
            label={words.say("in-samples", {}, locale)}
            value={rule.samples}
            min={1}
            whole
            fallback={3}
            editor={host}
            onChange={(samples) => write("rule", { ...rule, samples } as Json)}
          />
        </>
      ) : (
        <NumberOrParameter
          label={words.say("above", {}, locale)}
          value={rule.above}
          fallback={10}
          editor={host}
          onChange={(above) => write("rule", { by: "total", above })}
        />
      )}
    </FieldRow>
  );
};
