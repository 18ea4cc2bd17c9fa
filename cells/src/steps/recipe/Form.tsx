// The form of the step recipe.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { CellField } from "../../ui/CellField.tsx";
import { FieldRow } from "../../ui/FieldRow.tsx";
import type { recipe } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof recipe>> = ({ step, host, write }) => {
  const say = (key: "steps-of" | "choose"): string => words.say(key, {}, host.locale);
  const editor = { readOnly: host.readOnly, choices: () => host.choices(["report"]).filter(({ ref }) => ref.port === "fitted") };
  return (
    <FieldRow>
      <CellField
        label={say("steps-of")}
        value={step.from}
        accepts={["report"]}
        editor={editor}
        empty={say("choose")}
        onChange={(ref) => write("from", ref)}
      />
    </FieldRow>
  );
};
