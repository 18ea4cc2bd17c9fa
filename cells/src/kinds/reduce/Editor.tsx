// The form of principal components and of the map that is drawn of them.

import { lazy, Suspense, useMemo, useState } from "react";
import type { Json } from "../../base/json.ts";
import { embeddingOf, type EmbeddingSettings, formOfEmbedding, listedEmbeddings, newEmbedding } from "../../embeddings.ts";
import { Quiet } from "../../ui/field-styles.ts";
import { CellField, choiceOf } from "../../ui/CellField.tsx";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { TickField } from "../../ui/SegmentedField.tsx";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import type { ArtifactType } from "../../artifacts/artifact.ts";
import type { EditorProps, InputChoice } from "../../contract/kind-view.ts";
import { card } from "./card.ts";
import { isByFrequency, type ReduceSpec } from "./spec.ts";
import { words as viewsWords } from "../../messages/views/words.ts";
import { words } from "./words.ts";

/** What other reductions found; before they ran it is known by its name. */
const isAxes = ({ ref, summary }: InputChoice): boolean =>
  summary === null ? ref.port === "axes" : summary.detail?.["report"] === "fitted-axes";
/** So many components a map is usually drawn of, and so many are usually kept to be looked at. */
const usualOfMap = 50;
const usualAlone = 10;

/** What is reduced. */
const accepts: readonly ArtifactType[] = card.inputs[0]?.accepts ?? [];

export function Editor(props: EditorProps<ReduceSpec>) {
  const { spec, locale, set, readOnly, choices } = props;
  const t = translator(viewsWords, locale);
  // Before anything is chosen, what it takes first.
  const choice = choiceOf(choices(accepts), spec.from);
  const isMatrix = (choice?.type ?? accepts[0]) === "assay";
  const scale = choice?.summary?.detail?.["scale"];
  const isDosage = isMatrix && (scale === "dosage" || spec.genotypes !== "auto");
  const isScaled = isMatrix && isByFrequency(spec, scale);
  const own = translator(words, locale);
  const hasAxes = spec.onto !== null || choices(["report"]).some((each) => isAxes(each) && each.ref.ref !== props.cell);
  const { map } = spec;
  const isOnto = spec.onto !== null;
  const draw = (type: string): void => {
    set(["map"], (type === "none" ? { type } : newEmbedding(type)) as Json);
    // A number that nobody chose follows what it is for.
    if (type !== "none" && spec.components === usualAlone) set(["components"], usualOfMap);
  };
  return (
    <View locale={locale}>
      <FieldRow>
        <CellField
          label={t("form-of")}
          value={spec.from}
          accepts={accepts}
          editor={props}
          onChange={(ref) => set(["from"], ref)}
        />
        {isDosage ? (
          <SelectField
            label={t("form-genotypes")}
            value={spec.genotypes === "as-numbers" ? "as-numbers" : "auto"}
            readOnly={readOnly}
            options={(["auto", "as-numbers"] as const).map((value) => ({ value, label: t(`form-genotypes-${value}`) }))}
            onChange={(value) => set(["genotypes"], value)}
          />
        ) : null}
        {hasAxes ? (
          <CellField
            label={own("onto")}
            value={spec.onto}
            accepts={["report"]}
            editor={{ readOnly, choices: (accepts) => choices(accepts).filter(isAxes) }}
            optional
            needed={false}
            empty={own("onto-none")}
            onChange={(ref) => set(["onto"], ref)}
          />
        ) : null}
        {isOnto ? null : (
          <SelectField
            label={own("map")}
            value={map.type}
            readOnly={readOnly}
            options={[
              { value: "none", label: own("map-none") },
              ...listedEmbeddings.map((embedding) => ({
                value: embedding.name,
                label: embedding.words.say("title", {}, locale),
              })),
            ]}
            onChange={draw}
          />
        )}
        {isMatrix && !isScaled && !isOnto ? (
          <NumberField
            label={t("form-top")}
            value={spec.topFeatures}
            min={0}
            whole
            readOnly={readOnly}
            onChange={(value) => value !== null && set(["topFeatures"], value)}
          />
        ) : null}
        <NumberField
          label={t("form-components")}
          value={spec.components}
          min={1}
          max={50}
          whole
          readOnly={readOnly}
          onChange={(value) => value !== null && set(["components"], value)}
        />
        {isScaled || isOnto ? null : (
          <SelectField
            label={own("solver")}
            value={spec.solver}
            readOnly={readOnly}
            options={(["auto", "exact", "randomised"] as const).map((value) => ({ value, label: own(`solver-${value}`) }))}
            onChange={(solver) => set(["solver"], solver)}
          />
        )}
        {isScaled || isOnto ? null : (
          <TickField label={t("form-scale")} value={spec.scale} readOnly={readOnly} onChange={(value) => set(["scale"], value)} />
        )}
      </FieldRow>
      {map.type === "none" || isOnto ? null : (
        <MapForm map={map} locale={locale} readOnly={readOnly} set={(next) => set(["map"], next as Json)} />
      )}
    </View>
  );
}

function MapForm({
  map,
  set,
  locale,
  readOnly,
}: {
  readonly map: EmbeddingSettings;
  readonly locale: EditorProps["locale"];
  readonly readOnly: boolean;
  set(map: EmbeddingSettings): void;
}) {
  const t = translator(words, locale);
  const [isOpen, setOpen] = useState(false);
  const { type } = map;
  const Form = useMemo(() => lazy(async () => ({ default: (await formOfEmbedding({ type })()).Form })), [type]);
  const title = embeddingOf(map).words.say("title", {}, locale);
  return (
    <>
      <Quiet type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? t("fewer") : t("settings", { map: title })}
      </Quiet>
      {isOpen ? (
        <FieldRow>
          <SelectField
            label={t("of")}
            value={map.of}
            readOnly={readOnly}
            options={(["components", "features"] as const).map((value) => ({ value, label: t(`of-${value}`) }))}
            onChange={(value) => set({ ...map, of: value === "features" ? value : "components" })}
          />
          <SelectField
            label={t("axes")}
            value={String(map.axes)}
            readOnly={readOnly}
            options={["2", "3"].map((value) => ({ value, label: value }))}
            onChange={(value) => set({ ...map, axes: value === "3" ? 3 : 2 })}
          />
          <Suspense fallback={null}>
            <Form options={map} locale={locale} readOnly={readOnly} set={(options) => set(options as EmbeddingSettings)} />
          </Suspense>
        </FieldRow>
      ) : null}
    </>
  );
}
