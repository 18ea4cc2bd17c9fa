// The form: genotypes, the trait and where it stands, the model with its settings, covariates and components; the rest on demand.

import { lazy, Suspense, useMemo, useState } from "react";
import { associationModels, associationSchema, formOfModel, modelOf } from "../../association-models.ts";
import type { Json } from "../../base/json.ts";
import type { EditorProps } from "../../contract/kind-view.ts";
import { CellField, choiceOf } from "../../ui/CellField.tsx";
import { Caption, Quiet } from "../../ui/field-styles.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { ManyField, namesMatching } from "../../ui/ManyField.tsx";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField, TextFieldRow } from "../../ui/TextFieldRow.tsx";
import type { AssociateSpec } from "./spec.ts";
import { words } from "./words.ts";

export function Editor(props: EditorProps<AssociateSpec>) {
  const { spec, locale, set, readOnly, choices, handleOf } = props;
  const t = translator(words, locale);
  const [isOpen, setOpen] = useState(false);
  const of = spec.sheet ?? spec.from;
  const choice = choiceOf(choices(["assay", "table"]), of);
  const summary = (of ? handleOf?.(of)?.summary : null) ?? choice?.summary ?? null;
  const columns = (summary?.columns ?? []).map(({ name }) => name);
  const levels = summary?.columns?.find(({ name }) => name === spec.trait)?.levels ?? [];
  const { type } = spec.model;
  const Form = useMemo(() => {
    const form = formOfModel({ type });
    return form ? lazy(async () => ({ default: (await form()).Form })) : null;
  }, [type]);
  return (
    <View locale={locale}>
      <FieldRow>
        <CellField
          label={t("genotypes")}
          value={spec.from}
          accepts={["assay"]}
          editor={props}
          onChange={(ref) => set(["from"], ref)}
        />
        <CellField
          label={t("traits")}
          value={spec.sheet}
          accepts={["table"]}
          editor={props}
          optional
          empty={t("own-columns")}
          onChange={(ref) => set(["sheet"], ref)}
        />
        <SelectField
          label={t("trait")}
          value={spec.trait}
          needed={spec.trait === ""}
          readOnly={readOnly}
          columns={columns}
          onChange={(trait) => set(["trait"], trait)}
        />
        {(levels.length > 1 && levels.length <= 4 && levels.every((level) => Number.isFinite(Number(level)))) ||
        spec.traitIs === "number" ? (
          <SelectField
            label={t("trait-is")}
            value={spec.traitIs}
            readOnly={readOnly}
            options={[
              { value: "auto", label: t("trait-auto") },
              { value: "number", label: t("trait-number") },
            ]}
            onChange={(value) => set(["traitIs"], value)}
          />
        ) : null}
        {levels.length === 2 || spec.caseValue !== "" ? (
          <SelectField
            label={t("case-value")}
            value={spec.caseValue}
            readOnly={readOnly}
            empty={t("case-auto")}
            options={levels.map((value) => ({ value, label: value }))}
            onChange={(value) => set(["caseValue"], value)}
          />
        ) : null}
      </FieldRow>
      <FieldRow>
        <SelectField
          label={t("model")}
          value={type}
          readOnly={readOnly}
          options={Object.values(associationModels).map(({ model }) => ({
            value: model.name,
            label: model.words.say("title", {}, locale),
          }))}
          onChange={(next) => set(["model"], associationSchema.parse({ type: next }) as Json)}
        />
        {Form ? (
          <Suspense fallback={null}>
            <Form options={spec.model} locale={locale} readOnly={readOnly} set={(model) => set(["model"], model as Json)} />
          </Suspense>
        ) : null}
        <ManyField
          label={t("covariates")}
          value={spec.covariates}
          readOnly={readOnly}
          placeholder={t("no-covariates")}
          find={async (text) => namesMatching(columns, text)}
          onChange={(covariates) => set(["covariates"], [...covariates])}
        />
        <NumberField
          label={t("pcs")}
          value={spec.pcs}
          min={0}
          max={40}
          whole
          readOnly={readOnly}
          onChange={(pcs) => set(["pcs"], pcs ?? 0)}
        />
        {spec.pcs > 0 || spec.components ? (
          <CellField
            label={t("components-from")}
            value={spec.components}
            accepts={["table"]}
            editor={props}
            optional
            empty={t("components-made")}
            onChange={(ref) => set(["components"], ref)}
          />
        ) : null}
      </FieldRow>
      <Caption>{modelOf(spec.model).words.say("line", {}, locale)}</Caption>
      <Quiet type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {t(isOpen ? "less" : "more")}
      </Quiet>
      {isOpen ? <More {...props} columns={columns} /> : null}
    </View>
  );
}

function More({ columns, ...props }: EditorProps<AssociateSpec> & { readonly columns: readonly string[] }) {
  const { spec, locale, set, readOnly } = props;
  const t = translator(words, locale);
  return (
    <>
      <FieldRow>
        <NumberField
          label={t("min-count")}
          value={spec.minCount}
          min={1}
          whole
          readOnly={readOnly}
          onChange={(value) => set(["minCount"], value ?? undefined)}
        />
        <NumberField
          label={t("hwe")}
          value={spec.hwe}
          min={0}
          max={1}
          readOnly={readOnly}
          onChange={(value) => set(["hwe"], value ?? 0)}
        />
        {spec.hwe > 0 ? (
          <SelectField
            label={t("ancestry")}
            value={spec.ancestry}
            readOnly={readOnly}
            empty={t("all-together")}
            columns={columns}
            onChange={(value) => set(["ancestry"], value)}
          />
        ) : null}
        <SegmentedField
          label={t("sexes")}
          value={spec.sexChromosomes}
          readOnly={readOnly}
          options={[
            { value: "leave-out", label: t("leave-out") },
            { value: "x-twice", label: t("x-as-two") },
          ]}
          onChange={(value) => set(["sexChromosomes"], value)}
        />
        <CellField
          label={t("places")}
          value={spec.sites}
          accepts={["table"]}
          editor={props}
          optional
          empty={t("own-places")}
          onChange={(ref) => set(["sites"], ref)}
        />
      </FieldRow>
      <FieldRow>
        <NumberField
          label={t("threshold")}
          value={spec.threshold}
          min={0}
          max={1}
          readOnly={readOnly}
          onChange={(value) => set(["threshold"], value ?? undefined)}
        />
        <TextFieldRow
          label={t("locus")}
          value={spec.locus}
          placeholder={t("locus-lead")}
          readOnly={readOnly}
          onChange={(value) => set(["locus"], value)}
        />
        <NumberField
          label={t("locus-kb")}
          value={spec.locusKb}
          min={1}
          readOnly={readOnly}
          onChange={(value) => set(["locusKb"], value ?? undefined)}
        />
      </FieldRow>
      <Caption>{t("threshold-says")}</Caption>
    </>
  );
}
