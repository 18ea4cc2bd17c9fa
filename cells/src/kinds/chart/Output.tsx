// The figure of a chart, and on demand the table of what is drawn.

import { useMemo, useState } from "react";
import { artifactFromJson } from "../../artifacts/artifact-json.ts";
import { notesOfFigure } from "../../artifacts/notes-of-figure.ts";
import { stepAgainst } from "../../artifacts/raw-values.ts";
import { type Selection, stepOfSelected } from "../../artifacts/selection.ts";
import { isJsonObject, type Json } from "../../base/json.ts";
import type { Sentence } from "../../messages/sentence.ts";
import type { Figure } from "../../artifacts/artifact.ts";
import { Doubts } from "../../ui/Doubts.tsx";
import { Quiet } from "../../ui/field-styles.ts";
import { DataGrid } from "../../ui/DataGrid.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { PlotlyFigure } from "../../ui/PlotlyFigure.tsx";
import { SelectionActs } from "../../ui/selecting/SelectionTools.tsx";
import { useArtifact } from "../../ui/use-artifact.ts";
import { Waiting } from "../../ui/Waiting.tsx";
import type { OutputProps } from "../../contract/kind-view.ts";
import { rowsAlong } from "./rows-along.ts";
import { type ChartSpec, familyOf } from "./spec.ts";
import { words } from "./words.ts";
import { words as viewsWords } from "../../messages/views/words.ts";

export function Output({ name, spec, locale, outputs, reader, compact, stepBefore, keepSelection }: OutputProps<ChartSpec>) {
  const t = translator(viewsWords, locale);
  const [data, setData] = useState(false);
  const [selection, setSelection] = useState<Selection | null>(null);
  const out = outputs["out"];
  const loaded = useArtifact(out, reader);
  const value = loaded.state === "here" ? loaded.value : null;
  const figure = useMemo(() => (value === null ? null : artifactFromJson(value)), [value]);
  // What a click mends stands above, with its button; the figure says it where nothing may be changed.
  const canMend = stepBefore !== undefined;
  const mendable = useMemo(
    () => (canMend && figure?.type === "figure" ? notesOfFigure(figure).filter((note) => stepAgainst(note)) : []),
    [canMend, figure],
  );
  const shown = useMemo(() => figure?.type === "figure" && withoutNotes(figure, mendable), [figure, mendable]);
  if (!out || !shown) return <Waiting loaded={loaded} locale={locale} height={familyOf(spec).usualHeight} />;
  const behind = outputs["data"];
  const found = keepSelection && spec.from && familyOf(spec).selects ? rowsAlong(spec, shown, behind?.summary) : null;
  const along = typeof found === "string" ? null : found;
  const keep = (withRows: boolean): void => {
    if (!selection || !spec.from || !along) return;
    const rows = { of: spec.from, step: stepOfSelected(along.on) };
    keepSelection?.({ from: out.ref, by: along.by, value: selection as Json, ...(withRows ? { rows } : {}) });
  };
  return (
    <View locale={locale}>
      {stepBefore ? (
        <Doubts said={mendable.map((doubt) => ({ ...doubt }))} stepBefore={(step) => stepBefore("from", step)} />
      ) : null}
      <PlotlyFigure
        figure={shown}
        name={spec.title || name || spec.chart.type}
        {...(compact ? { height: 280 } : {})}
        selecting={along ? { value: selection, by: along.by, onSelect: setSelection } : undefined}
        unselectable={typeof found === "string" ? words.say(found, {}, locale) : undefined}
        acts={<SelectionActs keep={() => keep(false)} rows={() => keep(true)} />}
        tools={
          behind ? (
            <Quiet type="button" aria-expanded={data} onClick={() => setData(!data)}>
              {data ? t("hide-data") : t("show-data")}
            </Quiet>
          ) : null
        }
      />
      {data && behind ? <DataGrid label={words.say("data-behind", {}, locale)} handle={behind} reader={reader} rows={6} /> : null}
    </View>
  );
}

function withoutNotes(figure: Figure, said: readonly Sentence[]): Figure {
  const { meta } = figure.layout;
  if (said.length === 0 || !isJsonObject(meta)) return figure;
  const notes = notesOfFigure(figure).filter(({ key }) => said.every((other) => other.key !== key));
  return { ...figure, layout: { ...figure.layout, meta: { ...meta, notes: notes.map((note) => ({ ...note })) } } };
}
