// The plot of the scores: two axes of the map, or the first components, coloured by a factor; axes and factor are chosen here and for
// this screen alone.

import { useEffect, useMemo, useState } from "react";
import type { TableWindow } from "../../artifacts/table-window.ts";
import { type Selection, stepOfSelected } from "../../artifacts/selection.ts";
import type { Json } from "../../base/json.ts";
import type { ArtifactReader, OutputHandle, OutputProps } from "../../contract/kind-view.ts";
import type { Locale } from "../../messages/locale.ts";
import { words as viewsWords } from "../../messages/views/words.ts";
import { Caption } from "../../ui/field-styles.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { PlotlyFigure } from "../../ui/PlotlyFigure.tsx";
import { SelectionActs } from "../../ui/selecting/SelectionTools.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { axesIn, factorsOf, mostPoints, scoresFigure } from "./scores-figure.ts";
import { words } from "./words.ts";

export function ScorePlot({
  handle,
  reader,
  name,
  locale,
  keepSelection,
}: {
  readonly handle: OutputHandle;
  readonly reader: ArtifactReader;
  readonly name: string;
  readonly locale: Locale;
  readonly keepSelection?: OutputProps["keepSelection"];
}) {
  const t = translator(viewsWords, locale);
  const [scores, setScores] = useState<TableWindow | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [by, setBy] = useState<string | null>(null);
  const [across, setAcross] = useState<string | null>(null);
  const [upwards, setUpwards] = useState<string | null>(null);
  const [selection, setSelection] = useState<Selection | null>(null);
  const { ref, digest } = handle;
  useEffect(() => {
    let isHere = true;
    reader.window({ ref, digest }, { offset: 0, limit: mostPoints }).then(
      (found) => isHere && (setScores(found), setWrong(null)),
      (error: unknown) => isHere && setWrong(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      isHere = false;
    };
    // A handle is made anew at each drawing: its content is named by the digest.
  }, [reader, ref.ref, ref.port, digest]);
  const factors = useMemo(() => (scores ? factorsOf(scores) : []), [scores]);
  const chosen = by === null ? (factors[0] ?? null) : by === "" ? null : by;
  const axes = useMemo(() => (scores ? axesIn(scores) : []), [scores]);
  const x = axes.find((name) => name === across) ?? axes[0];
  const y = axes.find((name) => name === upwards) ?? axes.find((name) => name !== x);
  const figure = useMemo(
    () => (scores && x && y ? scoresFigure(scores, chosen, locale, true, [x, y]) : null),
    [scores, chosen, locale, x, y],
  );
  const own = translator(words, locale);
  const keep = (withRows: boolean): void => {
    if (!selection || !x || !y) return;
    const rows = { of: ref, step: stepOfSelected({ x, y }) };
    keepSelection?.({ from: ref, by: "area", value: selection as Json, ...(withRows ? { rows } : {}) });
  };
  /** Along other axes it is another selection. */
  const turn = (set: (axis: string) => void) => (axis: string) => {
    setSelection(null);
    set(axis);
  };
  const axesOffered = axes.map((name) => ({ value: name, label: name }));
  if (wrong !== null) return <Caption role="alert">{wrong}</Caption>;
  if (!scores) return <div style={{ minHeight: 360 }} />;
  if (!figure) return <Caption>{t("one-component")}</Caption>;
  return (
    <>
      <FieldRow>
        {axes.length > 2 ? (
          <>
            <SelectField
              label={own("across")}
              value={x ?? ""}
              readOnly={false}
              options={axesOffered}
              onChange={turn(setAcross)}
            />
            <SelectField
              label={own("upwards")}
              value={y ?? ""}
              readOnly={false}
              options={axesOffered}
              onChange={turn(setUpwards)}
            />
          </>
        ) : null}
        {factors.length > 0 ? (
          <SelectField
            label={t("coloured-by")}
            value={chosen ?? ""}
            readOnly={false}
            options={[...factors.map((factor) => ({ value: factor, label: factor })), { value: "", label: t("none") }]}
            onChange={setBy}
          />
        ) : null}
      </FieldRow>
      <PlotlyFigure
        figure={figure}
        name={`${name}_plot`}
        selecting={keepSelection ? { value: selection, by: "area", onSelect: setSelection } : undefined}
        acts={<SelectionActs keep={() => keep(false)} rows={() => keep(true)} />}
      />
    </>
  );
}
