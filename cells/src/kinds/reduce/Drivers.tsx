// What drives a component: its largest loadings, either way.

import { useEffect, useState } from "react";
import type { Figure } from "../../artifacts/artifact.ts";
import type { TableWindow } from "../../artifacts/table-window.ts";
import type { ArtifactReader, OutputHandle } from "../../contract/kind-view.ts";
import type { Locale } from "../../messages/locale.ts";
import { numberTold } from "../../messages/translate.ts";
import { Caption } from "../../ui/field-styles.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { PlotlyFigure } from "../../ui/PlotlyFigure.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { words } from "./words.ts";

/** So many on either side. */
const shown = 10;

interface Driver {
  readonly feature: string;
  readonly loading: number;
}

export function Drivers({
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
  const t = translator(words, locale);
  const components = (handle.summary.columns ?? []).map((column) => column.name).filter((column) => /^PC\d+$/u.test(column));
  const [chosen, setChosen] = useState("PC1");
  const [drivers, setDrivers] = useState<readonly Driver[] | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const { ref, digest } = handle;
  useEffect(() => {
    let isHere = true;
    const end = (descending: boolean): Promise<TableWindow> =>
      reader.window({ ref, digest }, { offset: 0, limit: shown, sort: { column: chosen, descending } });
    Promise.all([end(true), end(false)]).then(
      (ends) => isHere && (setDrivers(driversIn(ends, chosen)), setWrong(null)),
      (error: unknown) => isHere && setWrong(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      isHere = false;
    };
    // A handle is made anew at each drawing: its content is named by the digest.
  }, [reader, ref.ref, ref.port, digest, chosen]);
  if (wrong !== null) return <Caption role="alert">{wrong}</Caption>;
  return (
    <>
      <FieldRow>
        <SelectField
          label={t("drivers-of")}
          value={chosen}
          readOnly={false}
          options={components.map((value) => ({ value, label: value }))}
          onChange={setChosen}
        />
      </FieldRow>
      {drivers ? (
        <PlotlyFigure
          figure={driversFigure(drivers, chosen, locale)}
          name={`${name}_${chosen}`}
          height={120 + 20 * drivers.length}
        />
      ) : (
        <div style={{ minHeight: 360 }} />
      )}
    </>
  );
}

/** The largest first; of few features none twice. */
function driversIn(ends: readonly TableWindow[], component: string): readonly Driver[] {
  const found = new Map<string, number>();
  for (const { columns, rows } of ends) {
    const at = columns.findIndex(({ name }) => name === component);
    for (const row of rows) if (typeof row[at] === "number" && row[at] !== 0) found.set(String(row[0]), row[at]);
  }
  return [...found].map(([feature, loading]) => ({ feature, loading })).sort((a, b) => b.loading - a.loading);
}

function driversFigure(drivers: readonly Driver[], component: string, locale: Locale): Figure {
  const t = translator(words, locale);
  const told = drivers.map(({ feature, loading }) => `${feature} ${numberTold(loading, locale)}`);
  const upwards = drivers.toReversed();
  return {
    type: "figure",
    data: [
      {
        type: "bar",
        orientation: "h",
        name: "",
        x: upwards.map(({ loading }) => loading),
        y: upwards.map(({ feature }) => feature),
        hovertemplate: "%{y}: %{x:.3f}<extra></extra>",
        showlegend: false,
        meta: { role: "plain" },
      },
    ],
    layout: {
      xaxis: { title: { text: `${t("loading")}, ${component}` }, zeroline: true },
      yaxis: { type: "category", showgrid: false, automargin: true, dtick: 1 },
      showlegend: false,
    },
    alt: t("drivers-alt", { n: drivers.length, component, parts: told }),
    marks: drivers.length,
  };
}
