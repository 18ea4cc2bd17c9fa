// The form of the step outliers.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import { ColumnsField } from "../parts/ColumnsField.tsx";
import { actionsOf, type outliers, rules } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof outliers>> = ({ step, known, host, write }) => {
  const { locale, readOnly } = host;
  const { rule } = step;
  const number = (
    label: string,
    value: number,
    limits: { min: number; max: number; step?: number; whole?: true },
    field: string,
  ) => (
    <NumberField
      label={label}
      value={value}
      {...limits}
      readOnly={readOnly}
      onChange={(next) => next !== null && next > 0 && write("rule", { ...rule, [field]: next })}
    />
  );
  return (
    <FieldRow>
      <ColumnsField value={step.columns} columns={known.columns} host={host} write={(next) => write("columns", next)} />
      <SelectField
        label={words.say("rule", {}, locale)}
        value={rule.by}
        readOnly={readOnly}
        options={rules.map((value) => ({ value, label: words.say(`by-${value}`, {}, locale) }))}
        onChange={(by) => write("rule", { by })}
      />
      {rule.by === "esd" ? number(words.say("alpha", {}, locale), rule.alpha, { min: 0, max: 1, step: 0.01 }, "alpha") : null}
      {rule.by === "esd" ? number(words.say("most", {}, locale), rule.most, { min: 1, max: 500, whole: true }, "most") : null}
      {rule.by === "lof"
        ? number(words.say("neighbours", {}, locale), rule.neighbours, { min: 1, max: 1000, whole: true }, "neighbours")
        : null}
      {rule.by === "forest"
        ? number(words.say("trees", {}, locale), rule.trees, { min: 1, max: 2000, whole: true }, "trees")
        : null}
      {rule.by === "forest"
        ? number(words.say("seed", {}, locale), rule.seed, { min: 1, max: 2 ** 31, whole: true }, "seed")
        : null}
      {rule.by === "esd"
        ? null
        : number(
            words.say("beyond", {}, locale),
            rule.beyond,
            rule.by === "forest" ? { min: 0, max: 1, step: 0.05 } : { min: 0, max: 1000, step: 0.5 },
            "beyond",
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
        options={actionsOf(rule).map((value) => ({ value, label: words.say(`action-${value}`, {}, locale) }))}
        onChange={(action) => write("action", action)}
      />
    </FieldRow>
  );
};
