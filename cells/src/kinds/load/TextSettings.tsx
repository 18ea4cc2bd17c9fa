// How a text is laid out and how its cells are read, where somebody knows better than what was found.

import { buildNames, decimals, encodings, type ReadSetting, separatorsOfThousands } from "../../contract/format.ts";
import type { EditorProps } from "../../contract/kind-view.ts";
import { encodingName } from "../../messages/settings/encoding-name.ts";
import { wordsAsText, wordsOfText } from "./missing-field.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { translator } from "../../ui/locale-context.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField, TextFieldRow } from "../../ui/TextFieldRow.tsx";
import { SequenceSettings } from "./SequenceSettings.tsx";
import type { LoadSpec } from "./spec.ts";
import { words } from "./words.ts";

export const ofText = [
  "skip",
  "headerRows",
  "rowNames",
  "quotes",
  "decimal",
  "thousands",
  "missing",
  "merged",
  "layers",
  "blocks",
  "build",
  "encoding",
  "alphabet",
  "qualities",
  "records",
] as const satisfies readonly ReadSetting[];

export function TextSettings({
  spec,
  set,
  readOnly,
  locale,
  has,
}: EditorProps<LoadSpec> & { readonly has: (setting: ReadSetting) => boolean }) {
  const t = translator(words, locale);
  const byItself = translator(formsWords, locale)("by-itself");
  return (
    <>
      {has("skip") ? (
        <NumberField
          label={t("skip")}
          value={spec.skip}
          min={0}
          whole
          optional
          width={80}
          placeholder={byItself}
          readOnly={readOnly}
          onChange={(value) => set(["skip"], value)}
        />
      ) : null}
      {has("headerRows") ? (
        <SelectField
          label={t("header-rows")}
          value={spec.headerRows === null ? "" : String(spec.headerRows)}
          empty={byItself}
          readOnly={readOnly}
          options={["1", "2", "3"].map((value) => ({ value, label: value }))}
          onChange={(value) => set(["headerRows"], value === "" ? null : Number(value))}
        />
      ) : null}
      {has("rowNames") ? (
        <SelectField
          label={t("row-names")}
          value={spec.rowNames === null ? "" : String(spec.rowNames)}
          empty={byItself}
          readOnly={readOnly}
          options={[
            { value: "true", label: t("row-names-true") },
            { value: "false", label: t("row-names-false") },
          ]}
          onChange={(value) => set(["rowNames"], value === "" ? null : value === "true")}
        />
      ) : null}
      {has("quotes") ? (
        <SelectField
          label={t("quotes")}
          value={spec.quotes}
          readOnly={readOnly}
          options={(["double", "none"] as const).map((value) => ({ value, label: t(`quotes-${value}`) }))}
          onChange={(value) => set(["quotes"], value)}
        />
      ) : null}
      {has("decimal") ? (
        <SelectField
          label={t("decimal")}
          value={spec.decimal}
          readOnly={readOnly}
          options={decimals.map((value) => ({ value, label: value === "auto" ? byItself : t(`mark-${value}`) }))}
          onChange={(value) => set(["decimal"], value)}
        />
      ) : null}
      {has("thousands") ? (
        <SelectField
          label={t("thousands")}
          value={spec.thousands}
          readOnly={readOnly}
          options={separatorsOfThousands.map((value) => ({ value, label: value === "auto" ? byItself : t(`mark-${value}`) }))}
          onChange={(value) => set(["thousands"], value)}
        />
      ) : null}
      {has("missing") ? (
        <TextFieldRow
          label={t("missing")}
          value={wordsAsText(spec.missing ?? [])}
          width={160}
          placeholder="NA, N/A, NaN"
          readOnly={readOnly}
          onChange={(value) => set(["missing"], wordsOfText(value))}
        />
      ) : null}
      {has("merged") ? (
        <SelectField
          label={t("merged")}
          value={spec.merged}
          readOnly={readOnly}
          options={(["first", "fill"] as const).map((value) => ({ value, label: t(`merged-${value}`) }))}
          onChange={(value) => set(["merged"], value)}
        />
      ) : null}
      {has("layers") ? (
        <TextFieldRow
          label={t("layers")}
          value={spec.layers.join(", ")}
          width={160}
          placeholder="DS, GQ, DP, phase"
          readOnly={readOnly}
          onChange={(value) =>
            set(
              ["layers"],
              value.split(/[\s,;]+/).filter((key) => key !== ""),
            )
          }
        />
      ) : null}
      {has("blocks") ? (
        <SelectField
          label={t("blocks")}
          value={spec.blocks}
          readOnly={readOnly}
          options={(["leave-out", "keep"] as const).map((value) => ({ value, label: t(`blocks-${value}`) }))}
          onChange={(value) => set(["blocks"], value)}
        />
      ) : null}
      {has("build") ? (
        <SelectField
          label={t("build")}
          value={spec.build ?? ""}
          empty={byItself}
          readOnly={readOnly}
          options={buildNames.map((value) => ({ value, label: value }))}
          onChange={(value) => set(["build"], value === "" ? null : value)}
        />
      ) : null}
      {has("encoding") ? (
        <SelectField
          label={t("encoding")}
          value={spec.encoding ?? ""}
          empty={byItself}
          readOnly={readOnly}
          options={encodings.map((value) => ({ value, label: encodingName(value) ?? value }))}
          onChange={(value) => set(["encoding"], value === "" ? null : value)}
        />
      ) : null}
      <SequenceSettings spec={spec} set={set} readOnly={readOnly} locale={locale} has={has} />
    </>
  );
}
