// The plot of the scores: two axes of the map, or the first components, coloured by a factor; axes and factor are chosen here and for
// this screen alone.

import { useEffect, useMemo, useState } from "react";
import type { TableWindow } from "../../artifacts/table-window.ts";
import type { ArtifactReader, OutputHandle } from "../../contract/kind-view.ts";
import type { Locale } from "../../messages/locale.ts";
import { words as viewsWords } from "../../messages/views/words.ts";
import { Caption } from "../../ui/field-styles.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { PlotlyFigure } from "../../ui/PlotlyFigure.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { axesIn, factorsOf, mostPoints, scoresFigure } from "./scores-figure.ts";
import { words } from "./words.ts";

export function ScorePlot({
  handle,
  reader,
  name,
  locale,
}: {
  readonly handle: OutputHandle;
  readonly reader: ArtifactReader;
  readonly name: string;
  readonly locale: Locale;
}) {
  const t = translator(viewsWords, locale);
  const [scores, setScores] = useState<TableWindow | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [by, setBy] = useState<string | null>(null);
  const [across, setAcross] = useState<string | null>(null);
  const [upwards, setUpwards] = useState<string | null>(null);
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
  const axesOffered = axes.map((name) => ({ value: name, label: name }));
  if (wrong !== null) return <Caption role="alert">{wrong}</Caption>;
  if (!scores) return <div style={{ minHeight: 360 }} />;
  if (!figure) return <Caption>{t("one-component")}</Caption>;
  return (
    <>
      <FieldRow>
        {axes.length > 2 ? (
          <>
            <SelectField label={own("across")} value={x ?? ""} readOnly={false} options={axesOffered} onChange={setAcross} />
            <SelectField label={own("upwards")} value={y ?? ""} readOnly={false} options={axesOffered} onChange={setUpwards} />
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
      <PlotlyFigure figure={figure} name={`${name}_plot`} />
    </>
  );
}
