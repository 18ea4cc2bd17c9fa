// The form of principal components.

import { CellField, choiceOf } from "../../ui/CellField.tsx";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TickField } from "../../ui/SegmentedField.tsx";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import type { ArtifactType } from "../../artifacts/artifact.ts";
import type { EditorProps } from "../../contract/kind-view.ts";
import { card } from "./card.ts";
import { isByFrequency, type ReduceSpec } from "./spec.ts";
import { words as viewsWords } from "../../messages/views/words.ts";

/** What is reduced. */
const accepts: readonly ArtifactType[] = card.inputs[0]?.accepts ?? [];

export function Editor(props: EditorProps<ReduceSpec>) {
  const { spec, locale, set, readOnly, choices } = props;
  const t = translator(viewsWords, locale);
  // Before anything is chosen, what it takes first.
  const choice = choiceOf(choices(accepts), spec.from);
  const isMatrix = (choice?.type ?? accepts[0]) === "assay";
  const scale = choice?.summary?.detail?.["scale"];
  const isDosage = isMatrix && (scale === "dosage" || spec.genotypes !== "auto");
  const isScaled = isMatrix && isByFrequency(spec, scale);
  return (
    <View locale={locale}>
      <FieldRow>
        <CellField
          label={t("form-of")}
          value={spec.from}
          accepts={accepts}
          editor={props}
          onChange={(ref) => set(["from"], ref)}
        />
        {isDosage ? (
          <SelectField
            label={t("form-genotypes")}
            value={spec.genotypes === "as-numbers" ? "as-numbers" : "auto"}
            readOnly={readOnly}
            options={(["auto", "as-numbers"] as const).map((value) => ({ value, label: t(`form-genotypes-${value}`) }))}
            onChange={(value) => set(["genotypes"], value)}
          />
        ) : null}
        {isMatrix && !isScaled ? (
          <NumberField
            label={t("form-top")}
            value={spec.topFeatures}
            min={0}
            whole
            readOnly={readOnly}
            onChange={(value) => value !== null && set(["topFeatures"], value)}
          />
        ) : null}
        <NumberField
          label={t("form-components")}
          value={spec.components}
          min={1}
          max={50}
          whole
          readOnly={readOnly}
          onChange={(value) => value !== null && set(["components"], value)}
        />
        {isScaled ? null : (
          <TickField label={t("form-scale")} value={spec.scale} readOnly={readOnly} onChange={(value) => set(["scale"], value)} />
        )}
      </FieldRow>
    </View>
  );
}
