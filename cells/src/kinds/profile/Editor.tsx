// The form of a profile: which data.

import type { Json } from "../../base/json.ts";
import { isCellRef } from "../../notebook/notebook.ts";
import { CellField } from "../../ui/CellField.tsx";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import type { EditorProps } from "../kind-view.ts";

export function Editor(props: EditorProps) {
  const { spec, locale, set } = props;
  const t = translator("forms", locale);
  const from = spec["from"];
  return (
    <View locale={locale}>
      <FieldRow>
        <CellField
          label={t("profile-of")}
          value={isCellRef(from) ? from : null}
          accepts={["table", "assay"]}
          editor={props}
          onChange={(ref) => set(["from"], ref as unknown as Json)}
        />
      </FieldRow>
    </View>
  );
}
