// The form of the step extract.

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
import { type extract, readings } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof extract>> = ({ step, known, host, write }) => {
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
        label={words.say("pattern", {}, locale)}
        value={step.pattern}
        placeholder={words.say("pattern-hint", {}, locale)}
        needed={step.pattern === ""}
        width={220}
        readOnly={readOnly}
        onChange={(next) => write("pattern", next)}
      />
      <NamesField label={words.say("into", {}, locale)} value={step.into} host={host} write={(next) => write("into", next)} />
      <SelectField
        label={words.say("as", {}, locale)}
        value={step.as}
        readOnly={readOnly}
        options={readings.map((value) => ({ value, label: words.say(`as-${value}`, {}, locale) }))}
        onChange={(next) => write("as", next)}
      />
      <TickField
        label={words.say("ignore-case", {}, locale)}
        value={step.ignoreCase}
        readOnly={readOnly}
        onChange={(next) => write("ignoreCase", next)}
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
