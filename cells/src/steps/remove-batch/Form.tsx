// The form of the step remove-batch.

import type { Json } from "../../base/json.ts";
import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { useSheet } from "../../ui/design/use-sheet.ts";
import { Caption } from "../../ui/field-styles.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { ColumnsField } from "../parts/ColumnsField.tsx";
import { KeepDesignField } from "../parts/KeepDesignField.tsx";
import { levels, type removeBatch } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof removeBatch>> = ({ step, doubts = [], known, host, write }) => {
  const t = translator(words, host.locale);
  const sheet = useSheet(host.from ? (host.handleOf?.(host.from) ?? null) : null, host.reader);
  return (
    <>
      <FieldRow>
        {(["batch", "batch2"] as const).map((field) => (
          <SelectField
            key={field}
            label={t(field)}
            value={step[field]}
            readOnly={host.readOnly}
            empty={t("no-batch")}
            columns={known.columns}
            onChange={(value) => write(field, value)}
          />
        ))}
        <ColumnsField
          label={t("covariates")}
          value={step.covariates}
          columns={known.columns}
          host={host}
          write={(covariates) => write("covariates", covariates)}
        />
        {step.covariates.length > 0 ? (
          <SegmentedField
            label={t("level")}
            value={step.level}
            readOnly={host.readOnly}
            options={levels.map((value) => ({ value, label: t(`level-${value}`) }))}
            onChange={(level) => write("level", level)}
          />
        ) : null}
      </FieldRow>
      <KeepDesignField
        label={t("keep")}
        design={step.keep}
        sheet={sheet}
        doubts={doubts}
        known={known}
        host={host}
        write={(keep) => write("keep", keep as Json)}
      />
      <Caption>{t("caption")}</Caption>
    </>
  );
};
