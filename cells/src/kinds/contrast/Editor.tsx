// The form: which model, which contrasts, and the share of false discoveries that is aimed at.

import { useMemo } from "react";
import type { Json } from "../../base/json.ts";
import type { EditorProps, InputChoice } from "../../contract/kind-view.ts";
import { bodyOf } from "../../contract/report.ts";
import { shrinkages } from "../../contract/differential-method.ts";
import { methodNamed } from "../../differential-methods.ts";
import { contrastSpec, type ContrastSpec } from "../../contrasts/spec.ts";
import { fittedDesignReport } from "../../reports/fitted-design/report.ts";
import { CellField } from "../../ui/CellField.tsx";
import { Caption, LineButton } from "../../ui/field-styles.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { useArtifact } from "../../ui/use-artifact.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import { TickField } from "../../ui/SegmentedField.tsx";
import { NamesOrRef } from "../../ui/NamesOrRef.tsx";
import { NumberOrParameter } from "../../ui/ValueField.tsx";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import { ContrastForm } from "./ContrastForm.tsx";
import type { ContrastCellSpec } from "./spec.ts";
import { words } from "./words.ts";

/** What a model answers; before it ran its output is known by its name. */
const isFit = ({ ref, summary }: InputChoice): boolean =>
  summary === null ? ref.port === "fit" : summary.detail?.["report"] === "fitted-features";

export function Editor(props: EditorProps<ContrastCellSpec>) {
  const { spec, locale, set, readOnly, handleOf, reader } = props;
  const t = translator(words, locale);
  // Beside the numbers of a fit, which are many, stands its design.
  const handle = spec.from ? (handleOf?.({ ref: spec.from.ref, port: "design" }) ?? null) : null;
  const isThere = handle !== null;
  const loaded = useArtifact(handle ?? undefined, reader);
  const design = useMemo(
    () => (isThere && loaded.state === "here" ? bodyOf(fittedDesignReport, loaded.value) : null),
    [isThere, loaded],
  );
  // Null: the method is not known here.
  const shrinks = design ? (methodNamed(design.method.type)?.shrinks ?? []) : null;
  const write = (contrasts: readonly ContrastSpec[]): void => set(["contrasts"], contrasts as readonly Json[] as Json);
  const { contrasts } = spec;
  const isByHand = spec.from !== null && !design && (handle === null || loaded.state === "failed");
  return (
    <View locale={locale}>
      <FieldRow>
        <CellField
          label={t("model")}
          value={spec.from}
          accepts={["report"]}
          editor={{ readOnly, choices: (accepts) => props.choices(accepts).filter(isFit) }}
          onChange={(ref) => set(["from"], ref)}
        />
        <NumberOrParameter
          label={t("alpha")}
          value={spec.alpha}
          min={0}
          fallback={0.05}
          editor={props}
          onChange={(alpha) => set(["alpha"], alpha)}
        />
        <NumberOrParameter
          label={t("tested-least")}
          value={spec.least}
          min={0}
          fallback={0}
          editor={props}
          onChange={(least) => set(["least"], least)}
        />
        <NumberField
          label={t("names")}
          value={spec.names}
          min={0}
          max={100}
          whole
          readOnly={readOnly}
          onChange={(names) => names !== null && set(["names"], names)}
        />
        <NamesOrRef
          label={t("highlight")}
          value={spec.highlight}
          editor={props}
          onChange={(highlight) => set(["highlight"], highlight as Json)}
        />
        {spec.shrink !== "none" || (shrinks?.length ?? 1) > 0 ? (
          <SelectField
            label={t("shrink")}
            value={spec.shrink}
            readOnly={readOnly}
            options={(["none", ...(shrinks ?? shrinkages)] as const).map((value) => ({ value, label: t(`shrink-${value}`) }))}
            onChange={(value) => set(["shrink"], value)}
          />
        ) : null}
        {contrasts.length > 1 || spec.together ? (
          <TickField
            label={t("together")}
            value={spec.together}
            readOnly={readOnly}
            onChange={(together) => set(["together"], together)}
          />
        ) : null}
      </FieldRow>
      {isByHand ? <Caption>{t("by-hand")}</Caption> : null}
      {contrasts.map((contrast, at) => (
        <ContrastForm
          // biome-ignore lint/suspicious/noArrayIndexKey: contrasts have no other name
          key={at}
          place={at}
          contrast={contrast}
          design={design}
          readOnly={readOnly}
          locale={locale}
          onChange={(next) => write(contrasts.map((each, place) => (place === at ? next : each)))}
          onRemove={() => write(contrasts.filter((_, place) => place !== at))}
        />
      ))}
      {readOnly ? null : (
        <FieldRow>
          <LineButton type="button" onClick={() => write([...contrasts, contrastSpec.parse({})])}>
            {t("add")}
          </LineButton>
        </FieldRow>
      )}
    </View>
  );
}
