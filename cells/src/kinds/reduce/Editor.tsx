// The form of principal components.

import { CellField, choiceOf } from "../../ui/CellField.tsx";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { TickField } from "../../ui/SegmentedField.tsx";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import type { ArtifactType } from "../../artifacts/artifact.ts";
import type { EditorProps } from "../../contract/kind-view.ts";
import { card } from "./card.ts";
import type { ReduceSpec } from "./spec.ts";
import { words as viewsWords } from "../../messages/views/words.ts";

/** What is reduced. */
const accepts: readonly ArtifactType[] = card.inputs[0]?.accepts ?? [];

export function Editor(props: EditorProps<ReduceSpec>) {
  const { spec, locale, set, readOnly, choices } = props;
  const t = translator(viewsWords, locale);
  // Before anything is chosen, what it takes first.
  const isMatrix = (choiceOf(choices(accepts), spec.from)?.type ?? accepts[0]) === "assay";
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
        {isMatrix ? (
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
        <TickField label={t("form-scale")} value={spec.scale} readOnly={readOnly} onChange={(value) => set(["scale"], value)} />
      </FieldRow>
    </View>
  );
}
