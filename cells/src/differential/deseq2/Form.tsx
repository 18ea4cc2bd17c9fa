// The settings of DESeq2.

import type { DifferentialFormProps } from "../../contract/differential-view.ts";
import { TickField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import type { Deseq2Options } from "./method.ts";
import { words } from "./words.ts";

const factors = ["ratio", "poscounts"] as const;
const trends = ["parametric", "local", "mean"] as const;

export function Form({ options, set, readOnly, locale }: DifferentialFormProps<Deseq2Options>) {
  return (
    <>
      <SelectField
        label={words.say("factors", {}, locale)}
        value={options.factors}
        readOnly={readOnly}
        options={factors.map((value) => ({ value, label: words.say(`factors-${value}`, {}, locale) }))}
        onChange={(value) => set({ ...options, factors: factors.find((known) => known === value) ?? options.factors })}
      />
      <SelectField
        label={words.say("trend", {}, locale)}
        value={options.trend}
        readOnly={readOnly}
        options={trends.map((value) => ({ value, label: words.say(`trend-${value}`, {}, locale) }))}
        onChange={(value) => set({ ...options, trend: trends.find((known) => known === value) ?? options.trend })}
      />
      <TickField
        label={words.say("lengths", {}, locale)}
        value={options.lengths}
        readOnly={readOnly}
        onChange={(lengths) => set({ ...options, lengths })}
      />
      <NumberField
        label={words.say("replace", {}, locale)}
        value={options.replaceFrom}
        min={3}
        whole
        optional
        placeholder={words.say("replace-none", {}, locale)}
        readOnly={readOnly}
        onChange={(replaceFrom) => set({ ...options, replaceFrom })}
      />
    </>
  );
}
