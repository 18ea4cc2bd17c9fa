// The form of the step count-by-window.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { CellField } from "../../ui/CellField.tsx";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField, TextFieldRow } from "../../ui/TextFieldRow.tsx";
import { type countByWindow, measures } from "./step.ts";
import { words } from "./words.ts";

const usualName = { count: "count", covered: "covered" } as const satisfies Record<(typeof measures)[number], string>;

export const Form: StepForm<OptionsOf<typeof countByWindow>> = ({ step, host, write }) => {
  const t = translator(words, host.locale);
  const { readOnly } = host;
  return (
    <FieldRow>
      <NumberField
        label={t("size")}
        value={step.size}
        min={1}
        whole
        width={110}
        readOnly={readOnly}
        onChange={(value) => write("size", value ?? 1_000_000)}
      />
      <NumberField
        label={t("step")}
        value={step.step}
        min={1}
        whole
        optional
        placeholder={t("step-size")}
        width={110}
        readOnly={readOnly}
        onChange={(value) => write("step", value)}
      />
      <CellField
        label={t("lengths")}
        value={step.lengths}
        accepts={["table"]}
        editor={host}
        needed={false}
        optional
        empty={t("lengths-build")}
        onChange={(ref) => write("lengths", ref)}
      />
      <SelectField
        label={t("measure")}
        value={step.measure}
        readOnly={readOnly}
        options={measures.map((value) => ({ value, label: t(`measure-${value}`) }))}
        onChange={(value) => {
          write("measure", value);
          // A share is no count; a name that somebody gave stays.
          const next = measures.find((measure) => measure === value);
          if (next && step.column === usualName[step.measure]) write("column", usualName[next]);
        }}
      />
      <TextFieldRow
        label={t("column")}
        value={step.column}
        width={110}
        readOnly={readOnly}
        onChange={(value) => write("column", value === "" ? usualName[step.measure] : value)}
      />
    </FieldRow>
  );
};
