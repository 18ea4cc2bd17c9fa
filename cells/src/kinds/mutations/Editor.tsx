// The form: which mutations of whom, what counts, which genes are drawn beside what is known of the samples, and the gene of the lollipop.

import { isCellRef } from "../../base/refs.ts";
import type { EditorProps } from "../../contract/kind-view.ts";
import { CellField, choiceOf } from "../../ui/CellField.tsx";
import { levelsOf, useSheet } from "../../ui/design/use-sheet.ts";
import { Caption } from "../../ui/field-styles.ts";
import { Field, FieldRow } from "../../ui/FieldRow.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { ManyField, namesMatching } from "../../ui/ManyField.tsx";
import { NameField } from "../../ui/NameField.tsx";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberControl } from "../../ui/TextFieldRow.tsx";
import { NumberOrParameter } from "../../ui/ValueField.tsx";
import { guessColumn } from "./guess-columns.ts";
import type { MutationsSpec } from "./spec.ts";
import { words } from "./words.ts";

export function Editor(props: EditorProps<MutationsSpec>) {
  const { spec, locale, set, readOnly, choices, handleOf, reader, outputs } = props;
  const t = translator(words, locale);
  const tables = choices(["table"]);
  const handle = spec.from ? (handleOf?.(spec.from) ?? null) : null;
  const seen = (handle?.summary ?? choiceOf(tables, spec.from)?.summary)?.columns ?? [];
  const columns = seen.map(({ name }) => name);
  const ofSamples = (choiceOf(tables, spec.samples)?.summary?.columns ?? []).map(({ name }) => name);
  const sheet = useSheet(handle, reader);
  const classColumn = spec.classColumn || guessColumn("class", seen);
  const matrix = outputs?.["matrix"] ?? null;
  const genes = async (text: string) =>
    matrix
      ? (await reader.search(matrix, { what: "features", text, limit: 12 })).map((value) => ({ value, label: value }))
      : [{ value: text, label: text }].filter(({ value }) => value.trim() !== "");
  const guessed = (of: "gene" | "sample" | "class" | "change") => {
    const found = guessColumn(of, seen);
    const field = `${of}Column` as const;
    return (
      <SelectField
        key={of}
        label={t(`form-${field}`)}
        value={spec[field]}
        empty={found === null ? t("form-not-said") : t("form-guessed", { column: found })}
        needed={found === null && spec[field] === "" && (of === "gene" || of === "sample")}
        columns={columns}
        readOnly={readOnly}
        onChange={(value) => set([field], value)}
      />
    );
  };
  return (
    <View locale={locale}>
      <FieldRow>
        <CellField
          label={t("mutations")}
          value={spec.from}
          accepts={["table"]}
          editor={props}
          onChange={(ref) => set(["from"], ref)}
        />
        <CellField
          label={t("samples")}
          value={spec.samples}
          accepts={["table"]}
          editor={props}
          needed={false}
          optional
          empty={t("no-samples")}
          onChange={(ref) => set(["samples"], ref)}
        />
        {spec.samples === null ? null : (
          <>
            <SelectField
              label={t("form-idColumn")}
              value={spec.idColumn}
              empty={t("form-guess")}
              columns={ofSamples}
              readOnly={readOnly}
              onChange={(value) => set(["idColumn"], value)}
            />
            <SelectField
              label={t("form-sequencedColumn")}
              value={spec.sequencedColumn}
              empty={t("form-not-said")}
              columns={ofSamples}
              readOnly={readOnly}
              onChange={(value) => set(["sequencedColumn"], value)}
            />
            <SegmentedField
              label={t("form-unlisted")}
              value={spec.unlisted}
              readOnly={readOnly}
              options={(["not-sequenced", "wild-type"] as const).map((value) => ({ value, label: t(`unlisted-${value}`) }))}
              onChange={(value) => set(["unlisted"], value)}
            />
          </>
        )}
      </FieldRow>
      <FieldRow>
        <ManyField
          label={t("form-genes")}
          value={spec.genes}
          placeholder={t("form-most")}
          readOnly={readOnly}
          find={genes}
          onChange={(value) => set(["genes"], [...value])}
        />
        {spec.genes.length > 0 ? null : (
          <NumberOrParameter
            label={t("form-top")}
            value={spec.top}
            editor={props}
            min={1}
            whole
            fallback={20}
            onChange={(value) => set(["top"], value)}
          />
        )}
        {spec.samples === null ? null : (
          <ManyField
            label={t("form-tracks")}
            value={spec.tracks}
            readOnly={readOnly}
            find={(text) => Promise.resolve(namesMatching(ofSamples, text))}
            onChange={(value) => set(["tracks"], [...value])}
          />
        )}
        <NameField
          label={t("form-gene")}
          value={spec.gene === "" ? null : spec.gene}
          columns={[]}
          matrix={matrix}
          editor={props}
          optional
          empty={t("form-most")}
          onChange={(value) => set(["gene"], value ?? "")}
        />
        <CellField
          label={t("form-domains")}
          value={spec.domains}
          accepts={["table"]}
          editor={props}
          needed={false}
          optional
          empty={t("form-no-domains")}
          onChange={(ref) => set(["domains"], ref)}
        />
        <MaybeNumber field="proteinLength" editor={props} />
      </FieldRow>
      <Caption>{t("form-columns")}</Caption>
      <FieldRow>
        {(["gene", "sample", "class", "change"] as const).map(guessed)}
        <ManyField
          label={t("form-classes")}
          value={spec.classes}
          placeholder={t("form-usual")}
          readOnly={readOnly}
          find={(text) => Promise.resolve(namesMatching(classColumn === null ? [] : levelsOf(sheet, classColumn), text))}
          onChange={(value) => set(["classes"], [...value])}
        />
        <SegmentedField
          label={t("form-by")}
          value={spec.by}
          readOnly={readOnly}
          options={[
            { value: "auto", label: t("by-auto") },
            { value: "sample", label: t("by-sample") },
            { value: "patient", label: t("by-patient-form") },
          ]}
          onChange={(value) => set(["by"], value)}
        />
        <SegmentedField
          label={t("form-duplicates")}
          value={spec.duplicates}
          readOnly={readOnly}
          options={(["once", "each"] as const).map((value) => ({ value, label: t(`duplicates-${value}`) }))}
          onChange={(value) => set(["duplicates"], value)}
        />
        <SegmentedField
          label={t("form-burden")}
          value={spec.burden}
          readOnly={readOnly}
          options={(["counted", "all"] as const).map((value) => ({ value, label: t(`burden-${value}`) }))}
          onChange={(value) => set(["burden"], value)}
        />
        <MaybeNumber field="megabases" editor={props} />
      </FieldRow>
    </View>
  );
}

/** A number that nobody has to give. */
function MaybeNumber({
  field,
  editor,
}: {
  readonly field: "megabases" | "proteinLength";
  readonly editor: EditorProps<MutationsSpec>;
}) {
  const { spec, locale, readOnly, set } = editor;
  const t = translator(words, locale);
  const value = spec[field];
  if (isCellRef(value))
    return (
      <NumberOrParameter
        label={t(`form-${field}`)}
        value={value}
        editor={editor}
        fallback={1}
        onChange={(next) => set([field], next)}
      />
    );
  return (
    <Field label={t(`form-${field}`)}>
      <NumberControl label={t(`form-${field}`)} value={value} readOnly={readOnly} onChange={(next) => set([field], next)} />
    </Field>
  );
}
