// The form: what is tested, by what, whose values they are, which test with its settings.

import type { Json } from "../../base/json.ts";
import type { EditorProps } from "../../contract/kind-view.ts";
import { message } from "../../messages/catalogue.ts";
import { listedTests, newTest, testOf, type TestSettings } from "../../statistical-tests.ts";
import { CellField, choiceOf } from "../../ui/CellField.tsx";
import { Caption } from "../../ui/field-styles.ts";
import { Field, FieldRow } from "../../ui/FieldRow.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { ManyField, namesMatching } from "../../ui/ManyField.tsx";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberControl } from "../../ui/TextFieldRow.tsx";
import { NumberOrParameter } from "../../ui/ValueField.tsx";
import type { TestSpec } from "./spec.ts";
import { words } from "./words.ts";

const adjustments = ["bh", "holm", "bonferroni", "by"] as const;
const meanings = ["auto", "groups", "number"] as const;

export function Editor(props: EditorProps<TestSpec>) {
  const { spec, locale, set, readOnly, choices, handleOf, reader } = props;
  const t = translator(words, locale);
  const choice = choiceOf(choices(["table", "assay"]), spec.from);
  const handle = spec.from ? (handleOf?.(spec.from) ?? null) : null;
  const summary = handle?.summary ?? choice?.summary ?? null;
  const columns = (summary?.columns ?? []).map(({ name }) => name);
  const isMatrix = summary?.type === "assay";
  const { test } = spec;
  return (
    <View locale={locale}>
      <FieldRow>
        <CellField
          label={t("data")}
          value={spec.from}
          accepts={["table", "assay"]}
          editor={props}
          onChange={(ref) => set(["from"], ref)}
        />
        <ManyField
          label={t("values")}
          value={spec.values}
          readOnly={readOnly}
          placeholder={t("all")}
          find={async (text) =>
            isMatrix && handle
              ? (await reader.search(handle, { what: "features", text, limit: 12 })).map((value) => ({ value, label: value }))
              : namesMatching(columns, text)
          }
          onChange={(values) => set(["values"], [...values])}
        />
        <SelectField
          label={t("by")}
          value={spec.by}
          needed={spec.by === ""}
          readOnly={readOnly}
          columns={columns}
          onChange={(by) => set(["by"], by)}
        />
        <SelectField
          label={t("by-is")}
          value={spec.byIs}
          readOnly={readOnly}
          options={meanings.map((value) => ({ value, label: t(`by-${value}`) }))}
          onChange={(value) => set(["byIs"], value)}
        />
        <ManyField
          label={t("groups")}
          value={spec.groups}
          readOnly={readOnly}
          placeholder={t("all-groups")}
          find={async (text) =>
            handle && spec.by !== ""
              ? (await reader.search(handle, { what: { column: spec.by }, text, limit: 12 })).map((value) => ({
                  value,
                  label: value,
                }))
              : []
          }
          onChange={(groups) => set(["groups"], [...groups])}
        />
        <SelectField
          label={t("pairs")}
          value={spec.pairs ?? ""}
          readOnly={readOnly}
          empty={t("no-individuals")}
          columns={columns}
          onChange={(pairs) => set(["pairs"], pairs === "" ? null : pairs)}
        />
      </FieldRow>
      <FieldRow>
        <SelectField
          label={t("test")}
          value={test.type}
          readOnly={readOnly}
          options={[
            { value: "auto", label: t("auto") },
            ...listedTests.map((each) => ({ value: each.name, label: each.words.say("title", {}, locale) })),
          ]}
          onChange={(type) => set(["test"], type === "auto" ? { type } : (newTest(type) as Json))}
        />
        {test.type === "auto" ? null : <Settings test={test} host={props} />}
        <SelectField
          label={t("adjust")}
          value={spec.adjust}
          readOnly={readOnly}
          options={adjustments.map((value) => ({ value, label: t(`adjust-${value}`) }))}
          onChange={(value) => set(["adjust"], value)}
        />
        <NumberOrParameter
          label={t("alpha")}
          value={spec.alpha}
          editor={props}
          fallback={0.05}
          onChange={(alpha) => set(["alpha"], alpha)}
        />
      </FieldRow>
      {test.type === "auto" ? null : <Caption>{testOf(test).words.say("does", {}, locale)}</Caption>}
    </View>
  );
}

function Settings({ test, host }: { readonly test: TestSettings; readonly host: EditorProps<TestSpec> }) {
  const { locale, readOnly, set } = host;
  const { settings, words: said } = testOf(test);
  // The words of a test hold those of its settings (contract/statistical-test.ts).
  const say = (key: string): string => message(said.key(key as never), {}, locale);
  const values = new Map<string, Json>(Object.entries(test));
  return settings.map(({ field, choices }) =>
    choices ? (
      <SegmentedField
        key={field}
        label={say(field)}
        value={String(values.get(field))}
        readOnly={readOnly}
        options={Object.entries(choices).map(([value, key]) => ({ value, label: say(key) }))}
        onChange={(value) => set(["test", field], value)}
      />
    ) : (
      <Field key={field} label={say(field)}>
        <NumberControl
          label={say(field)}
          value={Number(values.get(field))}
          readOnly={readOnly}
          onChange={(value) => set(["test", field], value ?? undefined)}
        />
      </Field>
    ),
  );
}
