// The form: the outcome, what it may depend on, the family with its settings, and how errors, intervals and comparisons are told.

import type { Json } from "../../base/json.ts";
import type { EditorProps } from "../../contract/kind-view.ts";
import { message } from "../../messages/catalogue.ts";
import { familyOf, type FamilySettings, listedFamilies, newFamily } from "../../regressions.ts";
import { CellField, choiceOf } from "../../ui/CellField.tsx";
import { DesignForm } from "../../ui/design/DesignForm.tsx";
import { levelsOf, useSheet } from "../../ui/design/use-sheet.ts";
import { Caption } from "../../ui/field-styles.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { ManyField, namesMatching } from "../../ui/ManyField.tsx";
import { SegmentedField, TickField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberOrParameter } from "../../ui/ValueField.tsx";
import { columnsOfDesign } from "./columns-of-design.ts";
import type { RegressionSpec } from "./spec.ts";
import { words } from "./words.ts";

/** Stands for "not said", where an empty text says "none". */
const unsaid = "\u0000";
/** An outcome of so few values is offered as answers. */
const mostAnswers = 12;
const against = ["each", "first"] as const;
const adjustments = ["auto", "tukey", "dunnett", "holm", "none"] as const;
const errors = ["auto", "classical", "hc3", "cluster"] as const;
const intervals = ["auto", "wald", "profile"] as const;

export function Editor(props: EditorProps<RegressionSpec>) {
  const { spec, locale, set, readOnly, choices, handleOf, reader } = props;
  const t = translator(words, locale);
  const choice = choiceOf(choices(["table", "assay"]), spec.from);
  const handle = spec.from ? (handleOf?.(spec.from) ?? null) : null;
  const sheet = useSheet(handle, reader);
  const summary = handle?.summary ?? choice?.summary ?? null;
  const columns = (summary?.columns ?? []).map(({ name }) => name);
  const isMatrix = summary?.type === "assay";
  const { family, outcome } = spec;
  const answers = levelsOf(sheet, outcome);
  const used = columnsOfDesign(spec.design.formula);
  const card = family.type === "auto" ? null : familyOf(family);
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
        {isMatrix && handle ? (
          <ManyField
            label={t("form-outcome")}
            value={outcome === "" ? [] : [outcome]}
            needed={outcome === ""}
            readOnly={readOnly}
            find={async (text) => [
              ...namesMatching(columns, text),
              ...(await reader.search(handle, { what: "features", text, limit: 12 })).map((value) => ({ value, label: value })),
            ]}
            onChange={(values) => set(["outcome"], values.at(-1) ?? "")}
          />
        ) : (
          <SelectField
            label={t("form-outcome")}
            value={outcome}
            needed={outcome === ""}
            readOnly={readOnly}
            columns={columns}
            onChange={(value) => set(["outcome"], value)}
          />
        )}
        {(answers.length >= 2 && answers.length <= mostAnswers && card?.outcome !== "number") || spec.counted !== "" ? (
          <SelectField
            label={t("form-counted")}
            value={spec.counted}
            empty={answers.length === 2 ? t("form-second", { value: answers[1] ?? "" }) : t("form-first")}
            readOnly={readOnly}
            options={answers.map((value) => ({ value, label: value }))}
            onChange={(value) => set(["counted"], value)}
          />
        ) : null}
        <SelectField
          label={t("form-family")}
          value={family.type}
          readOnly={readOnly}
          options={[
            { value: "auto", label: t("auto") },
            ...listedFamilies.map((each) => ({ value: each.name, label: each.words.say("title", {}, locale) })),
          ]}
          onChange={(type) => set(["family"], type === "auto" ? { type } : (newFamily(type) as Json))}
        />
        {family.type === "auto" ? null : <Settings family={family as FamilySettings} host={props} />}
        {card?.takesExposure || spec.exposure !== "" ? (
          <SelectField
            label={t("form-exposure")}
            value={spec.exposure}
            empty={t("form-none")}
            readOnly={readOnly}
            columns={columns}
            onChange={(value) => set(["exposure"], value)}
          />
        ) : null}
      </FieldRow>
      {card ? <Caption>{card.words.say("does", {}, locale)}</Caption> : null}
      <Caption>{t("form-design")}</Caption>
      <DesignForm
        design={spec.design}
        sheet={sheet}
        doubts={[]}
        otherSamples={false}
        columns={columns.filter((name) => name !== outcome)}
        readOnly={readOnly}
        locale={locale}
        onChange={(design) => set(["design"], design as Json)}
      />
      <FieldRow>
        <SelectField
          label={t("form-compare")}
          value={spec.compare ?? unsaid}
          readOnly={readOnly}
          options={[
            { value: unsaid, label: t("compare-auto") },
            { value: "", label: t("compare-none") },
            ...used.map((value) => ({ value, label: value })),
          ]}
          onChange={(value) => set(["compare"], value === unsaid ? null : value)}
        />
        <SelectField
          label={t("form-within")}
          value={spec.within}
          empty={t("within-none")}
          readOnly={readOnly}
          options={used.filter((name) => name !== spec.compare).map((value) => ({ value, label: value }))}
          onChange={(value) => set(["within"], value)}
        />
        <SegmentedField
          label={t("form-against")}
          value={spec.against}
          readOnly={readOnly}
          options={against.map((value) => ({ value, label: t(`against-${value}`) }))}
          onChange={(value) => set(["against"], value)}
        />
        <SelectField
          label={t("form-adjust")}
          value={spec.adjust}
          readOnly={readOnly}
          options={adjustments.map((value) => ({ value, label: t(`adjust-${value}`) }))}
          onChange={(value) => set(["adjust"], value)}
        />
        <SelectField
          label={t("form-errors")}
          value={spec.errors}
          readOnly={readOnly}
          options={errors.map((value) => ({ value, label: t(`errors-of-${value}`) }))}
          onChange={(value) => set(["errors"], value)}
        />
        <SelectField
          label={t("form-intervals")}
          value={spec.intervals}
          readOnly={readOnly}
          options={intervals.map((value) => ({ value, label: t(`intervals-of-${value}`) }))}
          onChange={(value) => set(["intervals"], value)}
        />
        <SegmentedField
          label={t("form-tests")}
          value={spec.tests}
          readOnly={readOnly}
          options={[
            { value: "II", label: "II" },
            { value: "III", label: "III" },
          ]}
          onChange={(value) => set(["tests"], value)}
        />
        <NumberOrParameter
          label={t("form-level")}
          value={spec.level}
          editor={props}
          fallback={0.95}
          onChange={(level) => set(["level"], level)}
        />
      </FieldRow>
    </View>
  );
}

function Settings({ family, host }: { readonly family: FamilySettings; readonly host: EditorProps<RegressionSpec> }) {
  const { locale, readOnly, set } = host;
  const { settings, words: said } = familyOf(family);
  // The words of a family hold those of its settings (contract/regression-family.ts).
  const say = (key: string): string => message(said.key(key as never), {}, locale);
  const values = new Map<string, Json>(Object.entries(family));
  return settings.map(({ field, choices }) =>
    choices ? (
      <SegmentedField
        key={field}
        label={say(field)}
        value={String(values.get(field))}
        readOnly={readOnly}
        options={Object.entries(choices).map(([value, key]) => ({ value, label: say(key) }))}
        onChange={(value) => set(["family", field], value)}
      />
    ) : (
      <TickField
        key={field}
        label={say(field)}
        value={values.get(field) === true}
        readOnly={readOnly}
        onChange={(value) => set(["family", field], value)}
      />
    ),
  );
}
