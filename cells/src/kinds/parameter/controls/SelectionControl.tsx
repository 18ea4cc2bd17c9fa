// What is selected in a figure: the figure itself, where it is drawn anew; bounds and names can be typed as well.

import { useMemo } from "react";
import { artifactFromJson } from "../../../artifacts/artifact-json.ts";
import { selectionIn } from "../../../artifacts/selection.ts";
import { selectionSaid } from "../../../artifacts/selection-said.ts";
import type { Json } from "../../../base/json.ts";
import { Caption, Quiet } from "../../../ui/field-styles.ts";
import { translator, useLocale } from "../../../ui/locale-context.tsx";
import { PlotlyFigure } from "../../../ui/PlotlyFigure.tsx";
import { SelectionBounds } from "../../../ui/selecting/SelectionBounds.tsx";
import { useArtifact } from "../../../ui/use-artifact.ts";
import type { PropsOf } from "./control-props.ts";
import { words } from "../words.ts";

export function SelectionControl({ control, value, source, reader, setValue }: PropsOf<"selection", Json>) {
  const locale = useLocale();
  const t = translator(words, locale);
  const isFigure = source?.summary.type === "figure";
  const loaded = useArtifact(isFigure ? source : undefined, reader);
  const json = isFigure && loaded.state === "here" ? loaded.value : null;
  const figure = useMemo(() => (json === null ? null : artifactFromJson(json)), [json]);
  const selection = useMemo(() => selectionIn(value), [value]);
  const set = setValue && ((next: typeof selection) => setValue(next as Json));
  const said = <Caption>{selectionSaid(selection, locale)}</Caption>;
  if (!source) return <Caption>{t("choose-source")}</Caption>;
  return (
    <div style={{ flex: "1 1 100%", minWidth: 0 }}>
      {figure?.type === "figure" ? (
        <PlotlyFigure
          figure={figure}
          name="selection"
          height={280}
          selecting={set ? { value: selection, by: control.by, onSelect: set, isOn: true } : undefined}
          tools={said}
        />
      ) : (
        <>
          {said}
          {isFigure || !set ? null : (
            <>
              <Caption>{t("drawn-elsewhere")}</Caption>
              <SelectionBounds value={selection} by={control.by} onSelect={set} />
            </>
          )}
          {value !== null && set ? (
            <Quiet type="button" onClick={() => set(null)}>
              {t("clear")}
            </Quiet>
          ) : null}
        </>
      )}
    </div>
  );
}
