// The form of a profile: which data, and in which groups missing values are counted.

import { CellField, choiceOf } from "../../ui/CellField.tsx";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import type { EditorProps } from "../../contract/kind-view.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import type { ProfileSpec } from "./spec.ts";
import { words } from "./words.ts";
import { words as formsWords } from "../../messages/forms/words.ts";

export function Editor(props: EditorProps<ProfileSpec>) {
  const { spec, locale, set, readOnly, choices, handleOf } = props;
  const source = choiceOf(choices(["table", "assay"]), spec.from);
  const summary = (spec.from ? handleOf?.(spec.from)?.summary : null) ?? source?.summary ?? null;
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
        {summary?.type === "table" ? (
          <SelectField
            label={words.say("by-groups", {}, locale)}
            value={spec.by === null ? "?" : spec.by === "" ? "" : `=${spec.by}`}
            readOnly={readOnly}
            empty={words.say("no-groups", {}, locale)}
            options={[
              { value: "?", label: words.say("automatic", {}, locale) },
              ...(summary.columns ?? []).map(({ name }) => ({ value: `=${name}`, label: name })),
            ]}
            onChange={(value) => set(["by"], value === "?" ? null : value.replace(/^=/, ""))}
          />
        ) : null}
      </FieldRow>
    </View>
  );
}
