// The form of the step filter-sites.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { TickField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberOrParameter } from "../../ui/ValueField.tsx";
import { type filterSites, tests } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof filterSites>> = ({ step, known, host, write }) => {
  const { locale, readOnly } = host;
  const columns = known.columns.map((name) => ({ value: name, label: name }));
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
      <NumberOrParameter
        label={words.say("quality", {}, locale)}
        value={step.quality}
        min={0}
        fallback={30}
        editor={host}
        onChange={(value) => write("quality", value)}
      />
      <TickField
        label={words.say("passed", {}, locale)}
        value={step.passed}
        readOnly={readOnly}
        onChange={(value) => write("passed", value)}
      />
      <NumberOrParameter
        label={words.say("equilibrium", {}, locale)}
        value={step.equilibrium}
        min={0}
        fallback={1e-6}
        editor={host}
        onChange={(value) => write("equilibrium", value)}
      />
      {step.equilibrium === 0 ? null : (
        <>
          <SelectField
            label={words.say("test", {}, locale)}
            value={step.test}
            readOnly={readOnly}
            options={tests.map((value) => ({ value, label: words.say(`test-${value}`, {}, locale) }))}
            onChange={(value) => write("test", value)}
          />
          <SelectField
            label={words.say("within", {}, locale)}
            value={step.within}
            readOnly={readOnly}
            empty={words.say("not-within", {}, locale)}
            options={columns}
            onChange={(value) => write("within", value)}
          />
          <SelectField
            label={words.say("controls", {}, locale)}
            value={step.controls}
            readOnly={readOnly}
            empty={words.say("all-samples", {}, locale)}
            options={columns}
            onChange={(value) => write("controls", value)}
          />
        </>
      )}
    </FieldRow>
  );
};
