// What of the samples is to stay where a batch is taken away: nothing by name, or a design.

import { useState } from "react";
import type { KnownData, StepHost } from "../../contract/step-view.ts";
import { type DesignSpec, emptyDesign } from "../../design/spec.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { DesignForm } from "../../ui/design/DesignForm.tsx";
import type { Sheet } from "../../ui/design/use-sheet.ts";
import { Caption } from "../../ui/field-styles.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { words } from "../../messages/forms/words.ts";

export function KeepDesignField(props: {
  readonly label: string;
  readonly design: DesignSpec;
  readonly doubts: readonly Sentence[];
  readonly sheet: Sheet;
  readonly known: KnownData;
  readonly host: StepHost;
  readonly write: (design: DesignSpec) => void;
}) {
  const { design, sheet, known, host } = props;
  const t = translator(words, host.locale);
  const [isOpen, setOpen] = useState(design.formula.trim() !== "");
  return (
    <>
      <FieldRow>
        <SegmentedField
          label={props.label}
          value={isOpen ? "design" : "nothing"}
          readOnly={host.readOnly}
          options={(["nothing", "design"] as const).map((value) => ({ value, label: t(`keep-${value}`) }))}
          onChange={(value) => {
            setOpen(value === "design");
            if (value === "nothing" && design.formula !== "") props.write(emptyDesign);
          }}
        />
      </FieldRow>
      {isOpen ? (
        <DesignForm
          design={design}
          sheet={sheet}
          doubts={props.doubts}
          otherSamples={known.otherSamples}
          columns={known.columns}
          readOnly={host.readOnly}
          locale={host.locale}
          onChange={props.write}
        />
      ) : null}
      {isOpen && design.block !== null ? <Caption>{t("keep-block-note")}</Caption> : null}
    </>
  );
}
