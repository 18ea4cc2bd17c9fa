// What is marked in a figure: the chart itself, where a box is drawn.

import { useMemo } from "react";
import { artifactFromJson } from "../../../artifacts/artifact-json.ts";
import type { Json } from "../../../base/json.ts";
import { Caption, Quiet } from "../../../ui/field-styles.ts";
import { translator, useLocale } from "../../../ui/locale-context.tsx";
import { PlotlyFigure } from "../../../ui/PlotlyFigure.tsx";
import { useArtifact } from "../../../ui/use-artifact.ts";
import { valueInWords } from "../spec.ts";
import type { ControlProps } from "./control-props.ts";
import { words } from "../words.ts";

export function SelectionControl({ value, source, reader, setValue }: ControlProps) {
  const locale = useLocale();
  const t = translator(words, locale);
  const loaded = useArtifact(source ?? undefined, reader);
  const json = source && loaded.state === "here" ? loaded.value : null;
  const figure = useMemo(() => (json === null ? null : artifactFromJson(json)), [json]);
  return (
    <div style={{ flex: "1 1 100%", minWidth: 0 }}>
      {figure?.type === "figure" ? (
        <PlotlyFigure
          figure={figure}
          name="selection"
          height={280}
          {...(setValue ? { onSelect: (selection) => setValue(selection as Json) } : {})}
          tools={
            <>
              <Caption>
                {value === null ? t("draw-a-box") : valueInWords(value, { control: { type: "selection" } }, locale)}
              </Caption>
              {value !== null && setValue ? (
                <Quiet type="button" onClick={() => setValue(null)}>
                  {t("clear")}
                </Quiet>
              ) : null}
            </>
          }
        />
      ) : (
        <Caption>{t("choose-source")}</Caption>
      )}
    </div>
  );
}
