// The form of a profile: which data.

import { CellField } from "../../ui/CellField.tsx";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import type { EditorProps } from "../../contract/kind-view.ts";
import type { ProfileSpec } from "./spec.ts";
import { words as formsWords } from "../../messages/forms/words.ts";

export function Editor(props: EditorProps<ProfileSpec>) {
  const { spec, locale, set } = props;
  const t = translator(formsWords, locale);
  return (
    <View locale={locale}>
      <FieldRow>
        <CellField
          label={t("profile-of")}
          value={spec.from}
          accepts={["table", "assay"]}
          editor={props}
          onChange={(ref) => set(["from"], ref)}
        />
      </FieldRow>
    </View>
  );
}
