// The form of the step selected: which parameter holds the selection, and what stood on the axes of its picture.

import { isCellRef } from "../../base/refs.ts";
import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { CellField } from "../../ui/CellField.tsx";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { NameField } from "../../ui/NameField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { mayHoldSelection } from "../../ui/selecting/selecting.ts";
import { KeepDropField } from "../parts/KeepDropField.tsx";
import type { selected } from "./step.ts";
import { words } from "./words.ts";

const axes = ["x", "y"] as const;

export const Form: StepForm<OptionsOf<typeof selected>> = ({ step, known, host, write }) => {
  const { locale } = host;
  const handle = host.from ? (host.handleOf?.(host.from) ?? null) : null;
  const matrix = known.what === "assay" && !known.otherSamples ? handle : null;
  const selections = { readOnly: host.readOnly, choices: () => host.choices(["value"]).filter(mayHoldSelection) };
  const chosen = isCellRef(step.selection) ? step.selection : null;
  return (
    <FieldRow>
      <KeepDropField value={step.action} host={host} write={(action) => write("action", action)} />
      <CellField
        label={words.say("selection", {}, locale)}
        value={chosen}
        accepts={["value"]}
        editor={selections}
        needed={step.selection === null}
        empty={words.say(step.selection === null ? "lacks" : "written", {}, locale)}
        onChange={(ref) => write("selection", ref)}
      />
      {axes.map((axis) => (
        <NameField
          key={axis}
          label={words.say(axis, {}, locale)}
          value={step[axis] === "" ? null : step[axis]}
          columns={known.columns}
          matrix={matrix}
          editor={host}
          optional
          onChange={(value) => write(axis, value ?? "")}
        />
      ))}
      <SelectField
        label={words.say("names", {}, locale)}
        value={step.names}
        readOnly={host.readOnly}
        empty={words.say("own-names", {}, locale)}
        columns={known.columns}
        onChange={(value) => write("names", value)}
      />
      <NameField
        label={words.say("parts", {}, locale)}
        value={step.parts === "" ? null : step.parts}
        columns={known.columns}
        matrix={null}
        editor={host}
        optional
        onChange={(value) => write("parts", value ?? "")}
      />
    </FieldRow>
  );
};
