// The form of what Manhattan plots alone have.

import type { ChartOptionsProps } from "../../contract/chart-view.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField, TextFieldRow } from "../../ui/TextFieldRow.tsx";

import type { ManhattanOptions } from "./chart.ts";
import { words } from "./words.ts";

const readings = ["auto", "p", "minus-log10"] as const;

export function Options({ place, options, editor, set }: ChartOptionsProps<ManhattanOptions>) {
  const { locale, readOnly } = editor;
  if (place === "main")
    return (
      <TextFieldRow
        label={words.say("field-place", {}, locale)}
        value={options.place}
        placeholder={words.say("whole-genome", {}, locale)}
        readOnly={readOnly}
        onChange={(value) => set({ place: value })}
      />
    );
  return (
    <>
      <SelectField
        label={words.say("field-values", {}, locale)}
        value={options.values}
        readOnly={readOnly}
        options={readings.map((value) => ({ value, label: words.say(`values-${value}`, {}, locale) }))}
        onChange={(value) => set({ values: readings.find((each) => each === value) ?? "auto" })}
      />
      {(["significant", "suggestive"] as const).map((field) => (
        <NumberField
          key={field}
          label={words.say(`field-${field}`, {}, locale)}
          value={options[field]}
          min={0}
          max={1}
          readOnly={readOnly}
          onChange={(value) => value !== null && set({ [field]: value })}
        />
      ))}
    </>
  );
}
