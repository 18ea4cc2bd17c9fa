// The form of the step filter-by-expression.

import type { Json } from "../../base/json.ts";
import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm } from "../../contract/step-view.ts";
import { emptyDesign } from "../../design/spec.ts";
import { DesignForm } from "../../ui/design/DesignForm.tsx";
import { useSheet } from "../../ui/design/use-sheet.ts";
import { Caption } from "../../ui/field-styles.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { NumberOrParameter } from "../../ui/ValueField.tsx";
import { ColumnField } from "../parts/ColumnField.tsx";
import type { filterByExpression } from "./step.ts";
import { words } from "./words.ts";

const numbers = [
  { field: "minCount", label: "min-count", fallback: 10 },
  { field: "minTotalCount", label: "min-total", fallback: 15 },
  { field: "largeN", label: "large", fallback: 10 },
  { field: "minProp", label: "share", fallback: 0.7 },
] as const;

export const Form: StepForm<OptionsOf<typeof filterByExpression>> = ({ step, doubts = [], known, host, write }) => {
  const t = translator(words, host.locale);
  const { compare } = step;
  const handle = host.from ? (host.handleOf?.(host.from) ?? null) : null;
  const sheet = useSheet(handle, host.reader);
  const choose = (by: typeof compare.by): void => {
    if (by === compare.by) return;
    write("compare", by === "design" ? { by, design: emptyDesign } : by === "group" ? { by, column: "" } : { by });
  };
  return (
    <>
      <FieldRow>
        <SegmentedField
          label={t("compare")}
          value={compare.by}
          readOnly={host.readOnly}
          options={(["design", "group", "none"] as const).map((value) => ({ value, label: t(`choice-${value}`) }))}
          onChange={choose}
        />
        {compare.by === "group" ? (
          <ColumnField
            label={t("group-column")}
            value={compare.column}
            columns={known.columns}
            host={host}
            write={(column) => write("compare", { by: "group", column })}
          />
        ) : null}
      </FieldRow>
      {compare.by === "design" ? (
        <DesignForm
          design={compare.design}
          sheet={sheet}
          doubts={doubts}
          otherSamples={known.otherSamples}
          columns={known.columns}
          readOnly={host.readOnly}
          locale={host.locale}
          onChange={(design) => write("compare", { by: "design", design } as Json)}
        />
      ) : null}
      <FieldRow>
        {numbers.map(({ field, label, fallback }) => (
          <NumberOrParameter
            key={field}
            label={t(label)}
            value={step[field]}
            min={0}
            fallback={fallback}
            editor={host}
            onChange={(value) => write(field, value)}
          />
        ))}
      </FieldRow>
      <Caption>{t("caption")}</Caption>
    </>
  );
};
