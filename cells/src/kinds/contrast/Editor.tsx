// The form: which model, which contrasts.

import type { EditorProps } from "../../contract/kind-view.ts";
import { CellField } from "../../ui/CellField.tsx";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import type { ContrastCellSpec } from "./spec.ts";
import { words } from "./words.ts";

export function Editor(props: EditorProps<ContrastCellSpec>) {
  const { spec, locale, set } = props;
  const t = translator(words, locale);
  return (
    <View locale={locale}>
      <FieldRow>
        <CellField
          label={t("model")}
          value={spec.from}
          accepts={["report"]}
          editor={props}
          onChange={(ref) => set(["from"], ref)}
        />
      </FieldRow>
    </View>
  );
}
