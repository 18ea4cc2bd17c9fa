// The form of the step combat.

import type { Json } from "../../base/json.ts";
import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { useSheet } from "../../ui/design/use-sheet.ts";
import { Caption } from "../../ui/field-styles.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { SegmentedField, TickField } from "../../ui/SegmentedField.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { ColumnField } from "../parts/ColumnField.tsx";
import { KeepDesignField } from "../parts/KeepDesignField.tsx";
import { LevelField } from "../parts/LevelField.tsx";
import { type combat, priors } from "./step.ts";
import { words } from "./words.ts";

export const Form: StepForm<OptionsOf<typeof combat>> = ({ step, doubts = [], known, host, write }) => {
  const t = translator(words, host.locale);
  const sheet = useSheet(host.from ? (host.handleOf?.(host.from) ?? null) : null, host.reader);
  return (
    <>
      <FieldRow>
        <ColumnField
          label={t("batch")}
          value={step.batch}
          columns={known.columns}
          host={host}
          write={(batch) => write("batch", batch)}
        />
        <SegmentedField
          label={t("prior")}
          value={step.prior}
          readOnly={host.readOnly}
          options={priors.map((value) => ({ value, label: t(`prior-${value}`) }))}
          onChange={(prior) => write("prior", prior)}
        />
        <LevelField
          label={t("reference")}
          value={step.reference ?? ""}
          column={step.batch}
          none={t("reference-none")}
          sheet={sheet}
          known={known}
          host={host}
          write={(value) => write("reference", value === "" ? null : value)}
        />
        <TickField
          label={t("mean-only")}
          value={step.meanOnly}
          readOnly={host.readOnly}
          onChange={(meanOnly) => write("meanOnly", meanOnly)}
        />
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
      {step.keep.formula.trim() === "" ? null : <Caption>{t("keep-caption")}</Caption>}
      <Caption>{t("caption")}</Caption>
    </>
  );
};
