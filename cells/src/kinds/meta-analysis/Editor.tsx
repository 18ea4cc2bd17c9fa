// The form: the tables of the studies with what they are called, the columns, the method.

import type { Json } from "../../base/json.ts";
import type { EditorProps } from "../../contract/kind-view.ts";
import { CellField, choiceOf } from "../../ui/CellField.tsx";
import { Quiet } from "../../ui/field-styles.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField, TextFieldRow } from "../../ui/TextFieldRow.tsx";
import type { MetaAnalysisSpec } from "./spec.ts";
import { words } from "./words.ts";

const methods = ["reml", "dersimonian-laird", "fixed", "mantel-haenszel"] as const;
const measures = ["odds-ratio", "risk-ratio", "risk-difference"] as const;
const ofArms = ["events", "total", "controlEvents", "controlTotal"] as const;
const palindromes = ["drop", "by-frequency", "as-written"] as const;

export function Editor(props: EditorProps<MetaAnalysisSpec>) {
  const { spec, locale, set, readOnly, choices } = props;
  const t = translator(words, locale);
  const tables = choices(["table"]);
  const { studies } = spec;
  const first = studies[0] ? choiceOf(tables, studies[0].from) : null;
  const columns = (first?.summary?.columns ?? []).map(({ name }) => name);
  const put = (next: MetaAnalysisSpec["studies"]): void => set(["studies"], next as Json);
  return (
    <View locale={locale}>
      {studies.map(({ from, name }, at) => (
        <FieldRow key={`${from.ref}.${from.port ?? ""}`}>
          <CellField
            label={t("studies")}
            value={from}
            accepts={["table"]}
            editor={props}
            onChange={(ref) => ref && put(studies.map((each, of) => (of === at ? { ...each, from: ref } : each)))}
          />
          <TextFieldRow
            label={t("called-in")}
            value={name}
            placeholder={String(at + 1)}
            readOnly={readOnly}
            onChange={(value) => put(studies.map((each, of) => (of === at ? { ...each, name: value } : each)))}
          />
          {readOnly ? null : (
            <Quiet type="button" onClick={() => put(studies.filter((_, of) => of !== at))}>
              {t("remove")}
            </Quiet>
          )}
        </FieldRow>
      ))}
      {readOnly ? null : (
        <FieldRow>
          <CellField
            label={t("add")}
            value={null}
            accepts={["table"]}
            editor={props}
            needed={studies.length === 0}
            onChange={(ref) => ref && put([...studies, { from: ref, name: choiceOf(tables, ref)?.name ?? "" }])}
          />
        </FieldRow>
      )}
      <FieldRow>
        <SelectField
          label={t("study-column")}
          value={spec.study}
          readOnly={readOnly}
          empty={t("no-study-column")}
          columns={columns}
          onChange={(value) => set(["study"], value)}
        />
        <SelectField
          label={t("given")}
          value={spec.counts?.measure ?? ""}
          readOnly={readOnly}
          options={[
            { value: "", label: t("given-estimates") },
            ...measures.map((value) => ({ value: value as string, label: t(`given-${value}`) })),
          ]}
          onChange={(value) => {
            if (value !== "") set(["counts"], { ...spec.counts, measure: value });
            else set(["counts"], null);
          }}
        />
        {(spec.counts ? (["by"] as const) : (["by", "effect", "error"] as const)).map((field) => (
          <SelectField
            key={field}
            label={t(field)}
            value={spec[field]}
            readOnly={readOnly}
            empty={t("auto")}
            columns={columns}
            onChange={(value) => set([field], value)}
          />
        ))}
        {spec.counts
          ? ofArms.map((field) => (
              <SelectField
                key={field}
                label={t(`arm-${field}`)}
                value={spec.counts?.[field] ?? ""}
                readOnly={readOnly}
                empty={t("auto")}
                columns={columns}
                onChange={(value) => set(["counts", field], value)}
              />
            ))
          : null}
      </FieldRow>
      <FieldRow>
        <SelectField
          label={t("method")}
          value={spec.method}
          readOnly={readOnly}
          options={methods
            .filter((value) => value !== "mantel-haenszel" || spec.counts || spec.method === value)
            .map((value) => ({ value, label: t(`method-${value}`) }))}
          onChange={(value) => set(["method"], value)}
        />
        <SelectField
          label={t("palindrome")}
          value={spec.palindromes}
          readOnly={readOnly}
          options={palindromes.map((value) => ({ value, label: t(`palindrome-${value}`) }))}
          onChange={(value) => set(["palindromes"], value)}
        />
        <NumberField
          label={t("least")}
          value={spec.least}
          min={1}
          whole
          readOnly={readOnly}
          onChange={(value) => set(["least"], value ?? undefined)}
        />
        <TextFieldRow
          label={t("row")}
          value={spec.row}
          placeholder={t("row-first")}
          readOnly={readOnly}
          onChange={(value) => set(["row"], value)}
        />
      </FieldRow>
    </View>
  );
}
