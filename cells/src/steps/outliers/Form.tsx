// The form of the step outliers.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import { ColumnsField } from "../parts/ColumnsField.tsx";
import { actionsOf, type outliers, type Rule, rules } from "./step.ts";
import { words } from "./words.ts";

interface Limits {
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly whole?: true;
}
/** Numbers of rules, each with what its field takes. */
const numbers = {
  period: { min: 0, max: 100_000, whole: true },
  components: { min: 0, max: 1000, whole: true },
  quantile: { min: 0.5, max: 1, step: 0.005 },
  alpha: { min: 0, max: 1, step: 0.01 },
  most: { min: 1, max: 500, whole: true },
  neighbours: { min: 1, max: 1000, whole: true },
  trees: { min: 1, max: 2000, whole: true },
  seed: { min: 1, max: 2 ** 31, whole: true },
  beyond: { min: 0, max: 1000, step: 0.5 },
} as const satisfies { readonly [field: string]: Limits };

const limitsOf = (rule: Rule, field: keyof typeof numbers): Limits =>
  rule.by === "forest" && field === "beyond" ? { min: 0, max: 1, step: 0.05 } : numbers[field];
const isNumberOf = (field: string): field is keyof typeof numbers => Object.hasOwn(numbers, field);

export const Form: StepForm<OptionsOf<typeof outliers>> = ({ step, known, host, write }) => {
  const { locale, readOnly } = host;
  const { rule } = step;
  return (
    <FieldRow>
      <ColumnsField needed value={step.columns} columns={known.columns} host={host} write={(next) => write("columns", next)} />
      <SelectField
        label={words.say("rule", {}, locale)}
        value={rule.by}
        readOnly={readOnly}
        options={rules.map((value) => ({ value, label: words.say(`by-${value}`, {}, locale) }))}
        onChange={(by) => write("rule", { by })}
      />
      {rule.by === "seasonal" ? (
        <SelectField
          label={words.say("time", {}, locale)}
          value={rule.time}
          readOnly={readOnly}
          columns={known.columns}
          onChange={(time) => write("rule", { ...rule, time })}
        />
      ) : null}
      {Object.entries(rule).map(([field, value]) =>
        typeof value === "number" && isNumberOf(field) ? (
          <NumberField
            key={`${rule.by}-${field}`}
            label={words.say(field, {}, locale)}
            value={value}
            {...limitsOf(rule, field)}
            readOnly={readOnly}
            onChange={(next) =>
              next !== null &&
              (next > 0 || field === "components" || field === "period") &&
              next !== (field === "period" ? 1 : null) &&
              write("rule", { ...rule, [field]: next })
            }
          />
        ) : null,
      )}
      <SelectField
        label={words.say("group", {}, locale)}
        value={step.group}
        readOnly={readOnly}
        empty={words.say("no-group", {}, locale)}
        columns={known.columns}
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
