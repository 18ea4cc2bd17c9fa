// The form of a coverage: of which alignments, in bins or by genes, and what is left out.

import { isCellRef } from "../../base/refs.ts";
import type { EditorProps } from "../../contract/kind-view.ts";
import { CellField } from "../../ui/CellField.tsx";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { ParameterField } from "../../ui/ParameterSelect.tsx";
import { TickField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField, TextFieldRow } from "../../ui/TextFieldRow.tsx";
import { card } from "./card.ts";
import type { CoverageSpec } from "./spec.ts";
import { words } from "./words.ts";

const [alignments, annotation] = card.inputs;
const strands = ["both", "same", "opposite"] as const;

export function Editor(props: EditorProps<CoverageSpec>) {
  const { spec, locale, set, readOnly } = props;
  const t = translator(words, locale);
  const chosen = isCellRef(spec.place) ? spec.place : null;
  const text = (field: "gene" | "only", label: string) => (
    <TextFieldRow
      label={label}
      value={spec[field] ?? ""}
      placeholder={t("form-found")}
      readOnly={readOnly}
      onChange={(value) => set([field], value === "" ? null : value)}
    />
  );
  return (
    <View locale={locale}>
      <FieldRow>
        <CellField
          label={t("form-from")}
          value={spec.from}
          accepts={alignments?.accepts ?? []}
          editor={props}
          onChange={(ref) => set(["from"], ref)}
        />
        <CellField
          label={t("form-genes")}
          value={spec.genes}
          accepts={annotation?.accepts ?? []}
          editor={props}
          optional
          needed={false}
          empty={t("form-no-genes")}
          onChange={(ref) => set(["genes"], ref)}
        />
        {isCellRef(spec.place) ? null : (
          <TextFieldRow
            label={t("form-place")}
            value={spec.place}
            placeholder={t("form-place-example")}
            width={200}
            readOnly={readOnly}
            onChange={(value) => set(["place"], value)}
          />
        )}
        <ParameterField
          label={t("form-place")}
          wanted="value"
          chosen={chosen}
          here={t("form-place-example")}
          editor={props}
          onChange={(ref) => set(["place"], ref ?? "")}
        />
        {spec.genes ? null : (
          <NumberField
            label={t("form-bin")}
            value={spec.bin}
            min={1}
            whole
            optional
            placeholder={t("form-by-length")}
            width={96}
            readOnly={readOnly}
            onChange={(value) => set(["bin"], value)}
          />
        )}
        <NumberField
          label={t("form-quality")}
          value={spec.minQuality}
          min={0}
          max={255}
          whole
          readOnly={readOnly}
          onChange={(value) => value !== null && set(["minQuality"], value)}
        />
        <NumberField
          label={t("form-flags")}
          value={spec.withoutFlags}
          min={0}
          max={65_535}
          whole
          optional
          placeholder={spec.genes ? "0" : "1796"}
          readOnly={readOnly}
          onChange={(value) => set(["withoutFlags"], value)}
        />
      </FieldRow>
      {spec.genes ? (
        <FieldRow>
          {text("gene", t("form-gene"))}
          {text("only", t("form-only"))}
          <SelectField
            label={t("form-strand")}
            value={spec.strand}
            readOnly={readOnly}
            options={strands.map((value) => ({ value, label: t(`strand-${value}`) }))}
            onChange={(value) => set(["strand"], value)}
          />
          <TickField
            label={t("form-multiple")}
            value={spec.multiple}
            readOnly={readOnly}
            onChange={(value) => set(["multiple"], value)}
          />
        </FieldRow>
      ) : null}
    </View>
  );
}
