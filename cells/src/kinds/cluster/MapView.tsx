// The map of clusters: rows can be selected in it by the columns along which they stand.

import { useMemo, useState } from "react";
import { artifactFromJson } from "../../artifacts/artifact-json.ts";
import { type Selection, stepOfSelected } from "../../artifacts/selection.ts";
import { isJsonObject, type Json } from "../../base/json.ts";
import type { ArtifactReader, OutputHandle, OutputProps } from "../../contract/kind-view.ts";
import { useLocale, translator } from "../../ui/locale-context.tsx";
import { PlotlyFigure } from "../../ui/PlotlyFigure.tsx";
import { SelectionActs } from "../../ui/selecting/SelectionTools.tsx";
import { useArtifact } from "../../ui/use-artifact.ts";
import { Waiting } from "../../ui/Waiting.tsx";
import { words } from "./words.ts";

interface Props {
  readonly handle: OutputHandle;
  /** The rows with their clusters, where they may be read. */
  readonly rows: OutputHandle | undefined;
  readonly reader: ArtifactReader;
  readonly name: string;
  readonly compact: boolean | undefined;
  readonly keepSelection: OutputProps["keepSelection"];
}

export function MapView({ handle, rows, reader, name, compact, keepSelection }: Props) {
  const locale = useLocale();
  const t = translator(words, locale);
  const [selection, setSelection] = useState<Selection | null>(null);
  const loaded = useArtifact(handle, reader);
  const figure = useMemo(() => {
    const artifact = loaded.state === "here" ? artifactFromJson(loaded.value) : null;
    return artifact?.type === "figure" ? artifact : null;
  }, [loaded]);
  if (!figure) return <Waiting loaded={loaded} locale={locale} height={360} />;
  const { meta } = figure.layout;
  const along = isJsonObject(meta) && isJsonObject(meta["along"]) ? meta["along"] : null;
  const keep = (withRows: boolean): void =>
    keepSelection?.({
      from: handle.ref,
      by: "area",
      value: selection as Json,
      ...(withRows && rows && along ? { rows: { of: rows.ref, step: stepOfSelected(along) } } : {}),
    });
  const canSelect = keepSelection !== undefined && rows !== undefined;
  return (
    <PlotlyFigure
      figure={figure}
      name={name}
      {...(compact ? { height: 280 } : {})}
      selecting={canSelect && along ? { value: selection, by: "area", onSelect: setSelection } : undefined}
      unselectable={canSelect && !along ? t("unselectable") : undefined}
      acts={<SelectionActs keep={() => keep(false)} rows={() => keep(true)} />}
    />
  );
}
