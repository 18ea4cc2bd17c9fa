// The settings of logistic regression.

import type { AssociationFormProps } from "../../contract/association-view.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import type { LogisticOptions } from "./model.ts";
import { words } from "./words.ts";

const choices = ["where-separated", "always", "never"] as const;

export function Form({ options, set, readOnly, locale }: AssociationFormProps<LogisticOptions>) {
  return (
    <SelectField
      label={words.say("firth", {}, locale)}
      value={options.firth}
      readOnly={readOnly}
      options={choices.map((value) => ({ value, label: words.say(value, {}, locale) }))}
      onChange={(value) => set({ ...options, firth: choices.find((each) => each === value) ?? "where-separated" })}
    />
  );
}
