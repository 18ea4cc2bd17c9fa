// The form of the step join.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { CellField } from "../../ui/CellField.tsx";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { PairRows } from "../parts/PairRows.tsx";
import { type join, joinTypes } from "./step.ts";
import { words } from "./words.ts";
import { words as formsWords } from "../../messages/forms/words.ts";

export const Form: StepForm<OptionsOf<typeof join>> = ({ step, known, host, write }) => {
  const t = translator(formsWords, host.locale);
  const { locale } = host;
  return (
    <FieldRow>
      <CellField label={t("with")} value={step.with} accepts={["table"]} editor={host} onChange={(ref) => write("with", ref)} />
      <SelectField
        label={words.say("rows-kept", {}, locale)}
        value={step.how}
        readOnly={host.readOnly}
        options={joinTypes.map((value) => ({ value, label: words.say(`how-${value}`, {}, locale) }))}
        onChange={(value) => write("how", value)}
      />
      <PairRows pairs={step.on} other={step.with} columns={known.columns} host={host} write={(pairs) => write("on", pairs)} />
    </FieldRow>
  );
};
