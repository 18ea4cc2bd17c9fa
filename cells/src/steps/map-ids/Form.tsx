// The form of the step map-ids.

import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { CellField, choiceOf } from "../../ui/CellField.tsx";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextFieldRow } from "../../ui/TextFieldRow.tsx";
import { ColumnField } from "../parts/ColumnField.tsx";
import { FeatureColumnField } from "../parts/FeatureColumnField.tsx";
import { lostRules, type mapIds, severalRules, sharedRules, versionRules } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof mapIds>> = ({ step, known, host, write }) => {
  const t = translator(words, host.locale);
  const of = translator(formsWords, host.locale);
  const { readOnly } = host;
  const theirs = (choiceOf(host.choices(["table"]), step.with)?.summary?.columns ?? []).map(({ name }) => name);
  const isTable = known.what === "table";
  return (
    <FieldRow>
      {isTable ? (
        <ColumnField
          label={of("column")}
          value={step.column}
          columns={known.columns}
          host={host}
          write={(next) => write("column", next)}
        />
      ) : (
        <FeatureColumnField
          label={of("column")}
          value={step.column}
          known={known}
          host={host}
          none={t("own-ids")}
          write={(next) => write("column", next)}
        />
      )}
      <CellField label={of("with")} value={step.with} accepts={["table"]} editor={host} onChange={(ref) => write("with", ref)} />
      {(["from", "to"] as const).map((field) => (
        <SelectField
          key={field}
          label={t(field === "from" ? "found-in" : "becomes")}
          value={step[field]}
          needed={step[field] === ""}
          readOnly={readOnly}
          options={theirs.map((name) => ({ value: name, label: name }))}
          onChange={(next) => write(field, next)}
        />
      ))}
      <SelectField
        label={t("versions")}
        value={step.versions}
        readOnly={readOnly}
        options={versionRules.map((value) => ({ value, label: t(`versions-${value}`) }))}
        onChange={(next) => write("versions", next)}
      />
      <SelectField
        label={t("lost-ids")}
        value={step.lost}
        readOnly={readOnly}
        options={lostRules.map((value) => ({ value, label: t(`rule-${value}`) }))}
        onChange={(next) => write("lost", next)}
      />
      <SelectField
        label={t("several-ids")}
        value={step.several}
        readOnly={readOnly}
        options={severalRules.map((value) => ({ value, label: t(`rule-${value}`) }))}
        onChange={(next) => write("several", next)}
      />
      {isTable ? null : (
        <SelectField
          label={t("shared-ids")}
          value={step.shared}
          readOnly={readOnly}
          options={sharedRules.map((value) => ({ value, label: t(`shared-${value}`) }))}
          onChange={(next) => write("shared", next)}
        />
      )}
      <TextFieldRow
        label={t("new-column")}
        value={step.name}
        placeholder={t("in-place")}
        width={120}
        readOnly={readOnly}
        onChange={(next) => write("name", next.trim())}
      />
    </FieldRow>
  );
};
