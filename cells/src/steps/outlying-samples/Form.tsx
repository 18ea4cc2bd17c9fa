// The form of the step outlying-samples.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import { type outlyingSamples, sampleActions, sampleRules } from "./step.ts";
import { words } from "./words.ts";

/** Numbers of rules, each with what its field takes. */
const numbers = {
  beyond: { min: 0, max: 1000, step: 0.5 },
  least: { min: 0, max: 1, step: 0.01 },
  components: { min: 0, max: 1000, whole: true },
  quantile: { min: 0.5, max: 1, step: 0.005 },
  features: { min: 10, max: 100_000, whole: true },
} as const;
const isNumberOf = (field: string): field is keyof typeof numbers => Object.hasOwn(numbers, field);

export const Form: StepForm<OptionsOf<typeof outlyingSamples>> = ({ step, known, host, write }) => {
  const { locale, readOnly } = host;
  const { rule } = step;
  return (
    <FieldRow>
      <SelectField
        label={words.say("rule", {}, locale)}
        value={rule.by}
        readOnly={readOnly}
        options={sampleRules.map((value) => ({ value, label: words.say(`by-${value}`, {}, locale) }))}
        onChange={(by) => write("rule", { by })}
      />
      {Object.entries(rule).map(([field, value]) =>
        typeof value === "number" && isNumberOf(field) ? (
          <NumberField
            key={`${rule.by}-${field}`}
            label={words.say(field, {}, locale)}
            value={value}
            {...numbers[field]}
            readOnly={readOnly}
            onChange={(next) =>
              next !== null &&
              (next > 0 || field === "least" || field === "components") &&
              write("rule", { ...rule, [field]: next })
            }
          />
        ) : null,
      )}
      <SelectField
        label={words.say("group", {}, locale)}
        value={step.group}
        readOnly={readOnly}
        options={[
          { value: "", label: words.say("no-group", {}, locale) },
          ...known.columns.map((name) => ({ value: name, label: name })),
        ]}
        onChange={(group) => write("group", group)}
      />
      <SelectField
        label={words.say("action", {}, locale)}
        value={step.action}
        readOnly={readOnly}
        options={sampleActions.map((value) => ({ value, label: words.say(`action-${value}`, {}, locale) }))}
        onChange={(action) => write("action", action)}
      />
    </FieldRow>
  );
};
