// The form: genes and sets first, then the method with its settings, and below what columns are and how genes are matched.

import { styled } from "@mui/material/styles";
import type { Json } from "../../base/json.ts";
import type { EditorProps } from "../../contract/kind-view.ts";
import { enrichmentOf, listedEnrichments, newEnrichment } from "../../enrichment-methods.ts";
import { message } from "../../messages/catalogue.ts";
import { CellField, choiceOf } from "../../ui/CellField.tsx";
import { Caption } from "../../ui/field-styles.ts";
import { Field, FieldRow } from "../../ui/FieldRow.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { ManyField } from "../../ui/ManyField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberControl, NumberField } from "../../ui/TextFieldRow.tsx";
import { NumberOrParameter } from "../../ui/ValueField.tsx";
import type { EnrichSpec } from "./spec.ts";
import { words } from "./words.ts";

const More = styled("details")({ fontSize: 13, "& summary": { cursor: "pointer", padding: "4px 0" } });
const letters = ["auto", "exact", "any-case"] as const;

export function Editor(props: EditorProps<EnrichSpec>) {
  const { spec, locale, set, readOnly, choices, handleOf, reader } = props;
  const t = translator(words, locale);
  const offered = choices(["table"]);
  const summaryOf = (ref: EnrichSpec["from"]) =>
    (ref ? handleOf?.(ref)?.summary : null) ?? choiceOf(offered, ref)?.summary ?? null;
  const columnsOf = (ref: EnrichSpec["from"]): readonly string[] => (summaryOf(ref)?.columns ?? []).map(({ name }) => name);
  const columns = columnsOf(spec.from);
  const handle = spec.from ? (handleOf?.(spec.from) ?? null) : null;
  const hasContrasts = columns.includes("contrast") || spec.contrast !== "";
  const setColumns = columnsOf(spec.sets);
  const column = (
    field: "gene" | "change" | "statistic" | "p" | "adjusted" | "setColumn" | "memberColumn",
    label: string,
    empty: string,
    from = columns,
  ) => (
    <SelectField
      label={label}
      value={spec[field]}
      readOnly={readOnly}
      empty={empty}
      columns={from}
      onChange={(value) => set([field], value)}
    />
  );
  const { method, list } = spec;
  return (
    <View locale={locale}>
      <FieldRow>
        <CellField
          label={t("from")}
          value={spec.from}
          accepts={["table"]}
          editor={props}
          onChange={(ref) => set(["from"], ref)}
        />
        <CellField
          label={t("sets")}
          value={spec.sets}
          accepts={["table"]}
          editor={props}
          onChange={(ref) => set(["sets"], ref)}
        />
        {hasContrasts ? (
          <ManyField
            label={t("contrast")}
            value={spec.contrast === "" ? [] : [spec.contrast]}
            readOnly={readOnly}
            placeholder={t("first-of-them")}
            find={async (text) =>
              handle
                ? (await reader.search(handle, { what: { column: "contrast" }, text, limit: 12 })).map((value) => ({
                    value,
                    label: value,
                  }))
                : []
            }
            onChange={(values) => set(["contrast"], values.at(-1) ?? "")}
          />
        ) : null}
      </FieldRow>
      <FieldRow>
        <SelectField
          label={t("method")}
          value={method.type}
          readOnly={readOnly}
          options={listedEnrichments.map((each) => ({ value: each.name, label: each.words.say("title", {}, locale) }))}
          onChange={(type) => set(["method"], newEnrichment(type) as Json)}
        />
        <Settings host={props} columns={columns} />
        <NumberOrParameter
          label={t("alpha")}
          value={spec.alpha}
          editor={props}
          fallback={0.05}
          onChange={(alpha) => set(["alpha"], alpha)}
        />
        <NumberField
          label={t("smallest")}
          value={spec.smallest}
          min={1}
          readOnly={readOnly}
          onChange={(value) => set(["smallest"], value ?? undefined)}
        />
        <NumberField
          label={t("largest")}
          value={spec.largest}
          min={1}
          readOnly={readOnly}
          onChange={(value) => set(["largest"], value ?? undefined)}
        />
      </FieldRow>
      <Caption>{enrichmentOf(method).words.say("does", {}, locale)}</Caption>
      <More>
        <summary>{t("more")}</summary>
        <FieldRow>
          {column("gene", t("gene"), t("best-match"))}
          {column("change", t("change"), t("by-name"))}
          {column("statistic", t("statistic"), t("by-name"))}
          {column("p", t("p"), t("by-name"))}
          {column("adjusted", t("adjusted"), t("by-name"))}
        </FieldRow>
        <FieldRow>
          {column("setColumn", t("set"), t("by-name"), setColumns)}
          {column("memberColumn", t("member"), t("by-name"), setColumns)}
          <SelectField
            label={t("letters")}
            value={spec.letters}
            readOnly={readOnly}
            options={letters.map((value) => ({ value, label: t(`letters-${value}`) }))}
            onChange={(value) => set(["letters"], value)}
          />
          {method.type === "over-representation" && Array.isArray(list) ? (
            <ManyField
              label={t("list")}
              value={list}
              readOnly={readOnly}
              placeholder={t("by-threshold")}
              find={async (text) =>
                handle && spec.gene !== ""
                  ? (await reader.search(handle, { what: { column: spec.gene }, text, limit: 12 })).map((value) => ({
                      value,
                      label: value,
                    }))
                  : text.trim() === ""
                    ? []
                    : [{ value: text.trim(), label: text.trim() }]
              }
              onChange={(values) => set(["list"], [...values])}
            />
          ) : null}
        </FieldRow>
      </More>
    </View>
  );
}

function Settings({ host, columns }: { readonly host: EditorProps<EnrichSpec>; readonly columns: readonly string[] }) {
  const { spec, locale, readOnly, set } = host;
  const t = translator(words, locale);
  const { settings, words: said } = enrichmentOf(spec.method);
  // The words of a method hold those of its settings (contract/enrichment-method.ts).
  const say = (key: string): string => message(said.key(key as never), {}, locale);
  const values = new Map<string, Json>(Object.entries(spec.method));
  return settings.map(({ field, choices, isColumn }) => {
    const value = values.get(field);
    // A column is asked for where it is what genes are ranked by.
    if (isColumn && field === "column" && values.get("by") !== "column") return null;
    if (choices)
      return (
        <SelectField
          key={field}
          label={say(field)}
          value={String(value)}
          readOnly={readOnly}
          options={Object.entries(choices).map(([each, key]) => ({ value: each, label: say(key) }))}
          onChange={(next) => set(["method", field], next)}
        />
      );
    if (isColumn)
      return (
        <SelectField
          key={field}
          label={say(field)}
          value={String(value ?? "")}
          readOnly={readOnly}
          {...(field === "column" ? {} : { empty: t("no-column-chosen") })}
          columns={columns}
          onChange={(next) => set(["method", field], next)}
        />
      );
    return (
      <Field key={field} label={say(field)}>
        <NumberControl
          label={say(field)}
          value={Number(value)}
          readOnly={readOnly}
          onChange={(next) => set(["method", field], next ?? undefined)}
        />
      </Field>
    );
  });
}
