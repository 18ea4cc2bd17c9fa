// An output that is a figure, where it stands beside others of its cell: read by its handle, drawn, downloaded by its name.

import { useMemo } from "react";
import { artifactFromJson } from "../artifacts/artifact-json.ts";
import type { ArtifactReader, OutputHandle } from "../contract/kind-view.ts";
import { useLocale } from "./locale-context.tsx";
import { PlotlyFigure } from "./PlotlyFigure.tsx";
import { useArtifact } from "./use-artifact.ts";
import { Waiting } from "./Waiting.tsx";

export function FigureOutput(props: {
  readonly handle: OutputHandle;
  readonly reader: ArtifactReader;
  readonly name: string;
  readonly compact?: boolean | undefined;
  /** Pixels; absent: as its like are. */
  readonly height?: number | undefined;
}) {
  const locale = useLocale();
  const loaded = useArtifact(props.handle, props.reader);
  const figure = useMemo(() => (loaded.state === "here" ? artifactFromJson(loaded.value) : null), [loaded]);
  if (figure?.type !== "figure") return <Waiting loaded={loaded} locale={locale} height={360} />;
  return (
    <PlotlyFigure
      figure={figure}
      name={props.name}
      {...(props.height ? { height: props.height } : props.compact ? { height: 280 } : {})}
    />
  );
}
