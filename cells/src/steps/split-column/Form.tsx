// The form of the step split-column.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { TickField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextFieldRow } from "../../ui/TextFieldRow.tsx";
import { ColumnField } from "../parts/ColumnField.tsx";
import { NamesField } from "../parts/NamesField.tsx";
import { restRules, type splitColumn } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof splitColumn>> = ({ step, known, host, write }) => {
  const { locale, readOnly } = host;
  const t = translator(formsWords, locale);
  return (
    <FieldRow>
      <ColumnField
        label={t("column")}
        value={step.column}
        columns={known.columns}
        host={host}
        write={(next) => write("column", next)}
      />
      <TextFieldRow
        label={words.say("at", {}, locale)}
        value={step.at}
        width={56}
        readOnly={readOnly}
        onChange={(text) => text !== "" && write("at", text)}
      />
      <NamesField label={words.say("into", {}, locale)} value={step.into} host={host} write={(next) => write("into", next)} />
      <SelectField
        label={words.say("rest", {}, locale)}
        value={step.rest}
        readOnly={readOnly}
        options={restRules.map((value) => ({ value, label: words.say(`rest-${value}`, {}, locale) }))}
        onChange={(next) => write("rest", next)}
      />
      <TickField
        label={words.say("keep", {}, locale)}
        value={step.keep}
        readOnly={readOnly}
        onChange={(keep) => write("keep", keep)}
      />
    </FieldRow>
  );
};
