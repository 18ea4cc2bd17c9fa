// The form of loading: the file and its format with the settings that it understands, whether it is read as a table or a
// matrix, and the table that says what the samples are.

import { useState } from "react";
import { typesInFiles } from "../../artifacts/artifact-cards.ts";
import { formatBytes } from "../../messages/format-bytes.ts";
import { LineButton, Quiet } from "../../ui/field-styles.ts";
import { FieldGroup, FieldRow } from "../../ui/FieldRow.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TextFieldRow } from "../../ui/TextFieldRow.tsx";
import type { Format, ReadSetting } from "../../contract/format.ts";
import type { EditorProps } from "../../contract/kind-view.ts";
import { checkerOf } from "../../checkers.ts";
import { formatOf, formatOfName, listedFormat, listedFormats, usualFormat } from "../../formats.ts";
import { isArchiveName } from "../../base/archive-name.ts";
import type { LoadSpec } from "./spec.ts";
import { MoreOfMatrix, NamesTwice, SamplesOfMatrix } from "./MatrixSettings.tsx";
import { ofText, TextSettings } from "./TextSettings.tsx";
import { words } from "./words.ts";
import { words as formsWords } from "../../messages/forms/words.ts";

export function Editor(props: EditorProps<LoadSpec>) {
  const { spec, locale, set, readOnly, chooseFile } = props;
  const t = translator(formsWords, locale);
  const own = translator(words, locale);
  const [more, setMore] = useState(false);
  const { file, read } = spec;
  const found = props.made?.["format"];
  const foundFormat = typeof found === "string" ? listedFormat(found)?.format : undefined;
  const format =
    spec.format === null ? (foundFormat ?? formatOfName(file?.name ?? "") ?? (file ? null : usualFormat)) : formatOf(spec.format);
  const yields = format?.yields ?? typesInFiles;
  const made = props.outputs?.["out"]?.summary.type;
  const holdsRows = yields.includes("table") || yields.includes("assay");
  // Of what the format itself says, nobody chooses whether it is a matrix and on which side its samples are.
  const isWhole = format?.givesWhole === true;
  const isMatrix = holdsRows && !isWhole && (read === "matrix" || (read === "auto" && (made === undefined || made === "assay")));
  const has = (setting: ReadSetting): boolean => format?.settings.includes(setting) ?? true;
  // Of an archive whose files are no data set together, one is read.
  const isOneOfSeveral = file !== null && isArchiveName(file.name) && (spec.sheet !== null || format?.isText === true);
  const isDescribed = isMatrix || (isWhole && yields.includes("assay") && (made === undefined || made === "assay"));
  // Its places are found by an index, which came with it or lies beside it in an archive.
  const mayStay =
    isWhole && format.isText && has("build") && (spec.indexed !== "auto" || made === "file" || isArchiveName(file?.name ?? ""));
  const hasMore =
    has("delimiter") ||
    has("header") ||
    has("ragged") ||
    ofText.some(has) ||
    isMatrix ||
    (isWhole && has("duplicates")) ||
    mayStay;
  const titleOf = ({ words }: Format): string => words.say("title", {}, locale);
  return (
    <View locale={locale}>
      <FieldRow>
        <FieldGroup label={t("file")}>
          {file ? (
            // A long name breaks where it must, and leaves the button its place.
            <span style={{ minWidth: 0, overflowWrap: "anywhere" }}>
              {file.name}{" "}
              <span style={{ color: "var(--gc-muted)" }}>
                {formatBytes(file.size, locale)}
                {file.version === undefined ? "" : `, ${t("version", { n: file.version })}`}
              </span>
            </span>
          ) : null}
          {chooseFile && !readOnly ? (
            <LineButton type="button" onClick={chooseFile}>
              {file ? t("other-file") : t("choose-file")}
            </LineButton>
          ) : file ? null : (
            <span style={{ color: "var(--gc-accent)" }}>{t("no-file")}</span>
          )}
        </FieldGroup>
        {file ? (
          <SelectField
            label={t("format")}
            value={spec.format ?? ""}
            empty={foundFormat ? t("format-found", { format: titleOf(foundFormat) }) : t("by-itself")}
            readOnly={readOnly}
            options={listedFormats.map((listed) => ({ value: listed.format.name, label: titleOf(listed.format) }))}
            onChange={(value) => set(["format"], value === "" ? null : value)}
          />
        ) : null}
        {holdsRows && !isWhole ? (
          <SegmentedField
            label={t("read-as")}
            value={read}
            readOnly={readOnly}
            options={(["auto", "table", "matrix"] as const).map((value) => ({ value, label: t(`read-${value}`) }))}
            onChange={(value) => set(["read"], value)}
          />
        ) : null}
        {isDescribed ? <SamplesOfMatrix {...props} hasSides={!isWhole || has("samplesIn")} /> : null}
        {format && (has("sheet") || isOneOfSeveral) ? (
          <TextFieldRow
            label={t(has("sheet") && !isOneOfSeveral ? "sheet" : "file-inside")}
            value={spec.sheet ?? ""}
            width={120}
            placeholder={t("first-sheet")}
            readOnly={readOnly}
            onChange={(value) => set(["sheet"], value === "" ? null : value)}
          />
        ) : null}
        {file && format && checkerOf(format.name) ? (
          <SelectField
            label={words.say("check", {}, locale)}
            value={spec.check}
            readOnly={readOnly}
            options={(["auto", "off", "relaxed", "strict"] as const).map((value) => ({
              value,
              label: words.say(`check-${value}`, {}, locale),
            }))}
            onChange={(value) => set(["check"], value)}
          />
        ) : null}
        {format && has("layer") ? (
          <TextFieldRow
            label={own("layer")}
            value={spec.layer ?? ""}
            width={120}
            placeholder={own("layer-found")}
            readOnly={readOnly}
            onChange={(value) => set(["layer"], value === "" ? null : value)}
          />
        ) : null}
        {hasMore ? (
          <Quiet type="button" aria-expanded={more} onClick={() => setMore(!more)}>
            {more ? t("less") : t("more")}
          </Quiet>
        ) : null}
      </FieldRow>
      {more && hasMore ? (
        <FieldRow>
          {has("delimiter") ? (
            <SelectField
              label={t("delimiter")}
              value={spec.delimiter ?? ""}
              empty={t("by-itself")}
              readOnly={readOnly}
              options={[
                { value: ",", label: t("comma") },
                { value: "\t", label: t("tab") },
                { value: ";", label: t("semicolon") },
                { value: "|", label: "|" },
                { value: " ", label: t("space") },
              ]}
              onChange={(value) => set(["delimiter"], value === "" ? null : value)}
            />
          ) : null}
          {has("header") ? (
            <SelectField
              label={t("header")}
              value={spec.header === null ? "" : String(spec.header)}
              empty={t("by-itself")}
              readOnly={readOnly}
              options={[
                { value: "true", label: t("first-row") },
                { value: "false", label: t("no-header") },
              ]}
              onChange={(value) => set(["header"], value === "" ? null : value === "true")}
            />
          ) : null}
          {has("ragged") ? (
            <SelectField
              label={t("short-rows")}
              value={spec.ragged}
              readOnly={readOnly}
              options={[
                { value: "fail", label: t("ragged-fail") },
                { value: "fill", label: t("ragged-fill") },
              ]}
              onChange={(value) => set(["ragged"], value)}
            />
          ) : null}
          <TextSettings {...props} has={has} />
          {isWhole && has("duplicates") ? <NamesTwice {...props} /> : null}
          {isMatrix ? <MoreOfMatrix {...props} /> : null}
          {mayStay ? (
            <SegmentedField
              label={own("indexed")}
              value={spec.indexed}
              readOnly={readOnly}
              options={(["auto", "file", "rows"] as const).map((value) => ({ value, label: own(`indexed-${value}`) }))}
              onChange={(value) => set(["indexed"], value)}
            />
          ) : null}
        </FieldRow>
      ) : null}
    </View>
  );
}
