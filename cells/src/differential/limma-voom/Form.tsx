// The settings of limma-voom.

import type { DifferentialFormProps } from "../../contract/differential-view.ts";
import { TickField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import type { Options } from "./method.ts";
import { words } from "./words.ts";

const factors = ["tmm", "none"] as const;

export function Form({ options, set, readOnly, locale }: DifferentialFormProps<Options>) {
  return (
    <>
      <SelectField
        label={words.say("factors", {}, locale)}
        value={options.factors}
        readOnly={readOnly}
        options={factors.map((value) => ({ value, label: words.say(`factors-${value}`, {}, locale) }))}
        onChange={(value) => set({ ...options, factors: factors.find((known) => known === value) ?? options.factors })}
      />
      <NumberField
        label={words.say("min-count", {}, locale)}
        value={options.minCount}
        min={0}
        optional
        placeholder={words.say("min-count-none", {}, locale)}
        readOnly={readOnly}
        onChange={(minCount) => set({ ...options, minCount: minCount === 0 ? null : minCount })}
      />
      <TickField
        label={words.say("lengths", {}, locale)}
        value={options.lengths}
        readOnly={readOnly}
        onChange={(lengths) => set({ ...options, lengths })}
      />
      <TickField
        label={words.say("robust", {}, locale)}
        value={options.robust}
        readOnly={readOnly}
        onChange={(robust) => set({ ...options, robust })}
      />
    </>
  );
}
