// The form of a region: which file, which place, and what is left out.

import { CellField } from "../../ui/CellField.tsx";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { ParameterField } from "../../ui/ParameterSelect.tsx";
import { NumberField, TextFieldRow } from "../../ui/TextFieldRow.tsx";
import { isCellRef } from "../../base/refs.ts";
import type { EditorProps } from "../../contract/kind-view.ts";
import { card } from "./card.ts";
import type { RegionSpec } from "./spec.ts";
import { words } from "./words.ts";

const accepts = card.inputs[0]?.accepts ?? [];

export function Editor(props: EditorProps<RegionSpec>) {
  const { spec, locale, set, readOnly } = props;
  const t = translator(words, locale);
  const chosen = isCellRef(spec.place) ? spec.place : null;
  const number = (field: "most" | "minQuality" | "withoutFlags", label: string, max: number) => (
    <NumberField
      label={label}
      value={spec[field]}
      min={field === "most" ? 1 : 0}
      max={max}
      whole
      readOnly={readOnly}
      onChange={(value) => value !== null && set([field], value)}
    />
  );
  return (
    <View locale={locale}>
      <FieldRow>
        <CellField
          label={t("form-from")}
          value={spec.from}
          accepts={accepts}
          editor={props}
          onChange={(ref) => set(["from"], ref)}
        />
        {isCellRef(spec.place) ? null : (
          <TextFieldRow
            label={t("form-place")}
            value={spec.place}
            needed={spec.place === ""}
            placeholder={t("form-place-example")}
            width={220}
            readOnly={readOnly}
            onChange={(value) => set(["place"], value)}
          />
        )}
        <ParameterField
          label={t("form-place")}
          wanted="value"
          chosen={chosen}
          here={t("form-here")}
          editor={props}
          onChange={(ref) => set(["place"], ref ?? "")}
        />
        {number("minQuality", t("form-quality"), 255)}
        {number("withoutFlags", t("form-flags"), 65_535)}
        {number("most", t("form-most"), 2_000_000)}
      </FieldRow>
    </View>
  );
}
