// The form of the step sample.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import { NumberOrParameter } from "../../ui/ValueField.tsx";
import type { sample } from "./step.ts";
import { words } from "./words.ts";
import { words as formsWords } from "../../messages/forms/words.ts";

export const Form: StepForm<OptionsOf<typeof sample>> = ({ step, host, write }) => {
  const t = translator(formsWords, host.locale);
  const { locale } = host;
  return (
    <FieldRow>
      <SegmentedField
        label={words.say("draw", {}, locale)}
        value={"rows" in step.size ? "rows" : "fraction"}
        readOnly={host.readOnly}
        options={[
          { value: "rows", label: words.say("number-of-rows", {}, locale) },
          { value: "fraction", label: words.say("share-of-rows", {}, locale) },
        ]}
        onChange={(value) => write("size", value === "rows" ? { rows: 1000 } : { fraction: 0.1 })}
      />
      {"rows" in step.size ? (
        <NumberOrParameter
          label={t("rows")}
          value={step.size.rows}
          min={1}
          whole
          fallback={1000}
          editor={host}
          onChange={(rows) => write("size", { rows })}
        />
      ) : (
        <NumberOrParameter
          label={words.say("share", {}, locale)}
          value={step.size.fraction}
          min={0}
          fallback={0.1}
          editor={host}
          onChange={(fraction) => write("size", { fraction })}
        />
      )}
      <NumberField
        label={words.say("seed", {}, locale)}
        value={step.seed}
        whole
        readOnly={host.readOnly}
        onChange={(value) => value !== null && write("seed", value)}
      />
    </FieldRow>
  );
};
