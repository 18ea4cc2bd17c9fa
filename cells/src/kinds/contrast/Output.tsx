// What contrasts found: a sentence for each, then the table, the pictures, and the call of R that answers the same.

import { styled } from "@mui/material/styles";
import { useMemo, useState } from "react";
import { ArtifactView } from "../../artifact-views/ArtifactView.tsx";
import { type Selection, stepOfSelected } from "../../artifacts/selection.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import type { OutputHandle, OutputProps } from "../../contract/kind-view.ts";
import { bodyOf } from "../../contract/report.ts";
import { methodNamed } from "../../differential-methods.ts";
import { type ContrastBody, contrastReport } from "../../reports/contrast/report.ts";
import { featurePointsReport } from "../../reports/feature-points/report.ts";
import { Doubts } from "../../ui/Doubts.tsx";
import { Caption, LineButton, mono } from "../../ui/field-styles.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { FigureOutput } from "../../ui/FigureOutput.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { formatValue } from "../../ui/MetricTable.tsx";
import { PlotlyFigure } from "../../ui/PlotlyFigure.tsx";
import { reportBody } from "../../ui/report-body.ts";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import { SelectionActs } from "../../ui/selecting/SelectionTools.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import { useArtifact } from "../../ui/use-artifact.ts";
import { Waiting } from "../../ui/Waiting.tsx";
import { calledInContrasts } from "./called-in-contrasts.ts";
import { contrastPoints, maFigure, passingAt, pValuesFigure, volcanoFigure } from "./contrast-figures.ts";
import type { ContrastCellSpec } from "./spec.ts";
import { calledIn, whatWasFound } from "./what-was-found.ts";
import { words } from "./words.ts";

const Said = styled("div")({
  margin: "0 0 12px",
  fontSize: 14,
  lineHeight: "20px",
  overflowWrap: "anywhere",
  "& p": { margin: 0 },
  "& p.more": { fontSize: 13, lineHeight: "18px", color: "var(--gc-muted)" },
  "& p + p:not(.more)": { marginTop: 8 },
});
const Code = styled("pre")({
  margin: "8px 0 0",
  padding: 12,
  fontFamily: mono,
  fontSize: 12,
  lineHeight: "18px",
  background: "var(--gc-sunken)",
  borderRadius: 4,
  overflowX: "auto",
});
/** So many contrasts are told before they are opened one by one. */
const mostTold = 6;

type Tab = "volcano" | "ma" | "p-values" | "features" | "in-r";
const ofChanges: readonly Tab[] = ["volcano", "ma"];
const tabs: readonly Tab[] = ["volcano", "ma", "p-values", "features", "in-r"];

export function Output({
  name,
  locale,
  outputs,
  reader,
  compact,
  keepRows,
  askAfter,
  keepSelection,
}: OutputProps<ContrastCellSpec>) {
  const t = translator(words, locale);
  const [tab, setTab] = useState<Tab>("volcano");
  const [shown, setShown] = useState(0);
  const loaded = useArtifact(outputs["report"], reader);
  if (loaded.state !== "here") return <Waiting loaded={loaded} locale={locale} />;
  const body = bodyOf(contrastReport, loaded.value);
  if (!body) return null;
  const out = outputs["out"];
  const points = outputs["points"];
  const volcano = outputs["volcano"];
  const ports: { readonly [tab in Tab]?: OutputHandle | undefined } = { volcano: points ?? volcano, ma: points, features: out };
  const at = Math.min(shown, body.contrasts.length - 1);
  const found = body.contrasts[at];
  // Terms that are left out, and contrasts tested together, weigh no coefficients and have no change to draw.
  const isDrawn = !points || (found?.weights.length ?? 0) > 0;
  const there = tabs.filter((each) => (!(each in ports) || ports[each]) && (isDrawn || !ofChanges.includes(each)));
  const now = there.includes(tab) ? tab : (there[0] ?? "p-values");
  const isOfOne = now !== "features" && body.contrasts.length > 1 && (now !== "volcano" || points);
  return (
    <View locale={locale}>
      <Told body={body} shown={at} locale={locale} />
      <Doubts said={reportBody(loaded.value)["doubts"]} />
      {askAfter && !compact ? (
        <LineButton type="button" style={{ margin: "0 0 12px" }} onClick={() => askAfter("report", [])}>
          {t("which-sets")}
        </LineButton>
      ) : null}
      <Tabs label={t("result")} value={now} onChange={setTab} options={there.map((value) => ({ value, label: t(value) }))} />
      {isOfOne ? (
        <FieldRow>
          <SelectField
            label={t("shown-contrast")}
            value={String(at)}
            options={body.contrasts.map((each, value) => ({ value: String(value), label: calledIn(each, locale) }))}
            onChange={(value) => setShown(Number(value))}
          />
        </FieldRow>
      ) : null}
      {(now === "volcano" || now === "ma") && points ? (
        <Points
          handle={points}
          reader={reader}
          name={name}
          locale={locale}
          body={body}
          at={at}
          of={now}
          {...(keepSelection && out
            ? { keep: keepOf(keepSelection, out, volcano, body.contrasts.length > 1 ? (found?.name ?? null) : null) }
            : {})}
        />
      ) : null}
      {now === "volcano" && !points && volcano ? (
        <FigureOutput handle={volcano} reader={reader} name={`${name}_volcano`} compact={compact} />
      ) : null}
      {now === "p-values" && found ? (
        <>
          <PlotlyFigure figure={pValuesFigure(calledIn(found, locale), found.histogram)} name={`${name}_p`} height={280} />
          <Caption>{t("says-p-values")}</Caption>
        </>
      ) : null}
      {now === "features" && out ? (
        <>
          <Caption>{words.say("columns-say", body.columns as JsonObject, locale)}</Caption>
          <ArtifactView
            handle={out}
            reader={reader}
            compact={compact}
            called={(column, text) => calledInContrasts(column, text, body, locale)}
            {...(keepRows ? { keepRows } : {})}
          />
        </>
      ) : null}
      {now === "in-r" && found ? (
        <>
          <Caption>{t("in-r-says")}</Caption>
          <Code tabIndex={0}>{found.inR.join("\n")}</Code>
        </>
      ) : null}
    </View>
  );
}

/** Numbers stay in one line. */
const unbroken = (line: string): string => line.replaceAll("\u2009", "\u202f");

/** The first sentences; of many contrasts the one that is looked at. */
function Told({
  body,
  shown,
  locale,
}: {
  readonly body: ContrastBody;
  readonly shown: number;
  readonly locale: OutputProps["locale"];
}) {
  const told = body.contrasts.length > mostTold ? body.contrasts.slice(shown, shown + 1) : body.contrasts;
  return (
    <Said>
      {told.flatMap((found) =>
        whatWasFound(found, { noun: body.noun, alpha: body.alpha, p: (value) => formatValue(value, locale) }, locale).map(
          (line, place) => (
            <p key={line} className={place === 0 ? undefined : "more"}>
              {unbroken(line)}
            </p>
          ),
        ),
      )}
    </Said>
  );
}

/** Features are the same whatever their numbers become: they are kept by name. */
const keepOf =
  (
    keepSelection: NonNullable<OutputProps["keepSelection"]>,
    { ref, summary }: OutputHandle,
    volcano: OutputHandle | undefined,
    contrast: string | null,
  ) =>
  (names: Selection, withRows: boolean): void =>
    keepSelection({
      from: volcano?.ref ?? ref,
      by: "names",
      value: names as Json,
      ...(withRows
        ? { rows: { of: ref, before: ofContrast(contrast), step: stepOfSelected({ names: summary.columns?.[0]?.name ?? "" }) } }
        : {}),
    });

/** Several contrasts stand below each other. */
const ofContrast = (name: string | null): readonly JsonObject[] =>
  name === null ? [] : [{ verb: "filter", where: { all: [{ column: "contrast", is: "=", value: name }] } }];

function Points(props: {
  readonly handle: OutputHandle;
  readonly reader: OutputProps["reader"];
  readonly name: string;
  readonly locale: OutputProps["locale"];
  readonly body: ContrastBody;
  readonly at: number;
  readonly of: "volcano" | "ma";
  /** What was selected, by name; with its rows or alone. */
  readonly keep?: (names: Selection, withRows: boolean) => void;
}) {
  const { handle, reader, name, locale, body, at, of, keep } = props;
  const [selection, setSelection] = useState<Selection | null>(null);
  const t = translator(words, locale);
  const [least, setLeast] = useState(0);
  const [isShrunken, setShrunken] = useState(true);
  const loaded = useArtifact(handle, reader);
  const read = useMemo(() => (loaded.state === "here" ? bodyOf(featurePointsReport, loaded.value) : null), [loaded]);
  const points = useMemo(() => (read ? contrastPoints(read, at) : null), [read, at]);
  const { alpha, method, names = 24, highlight } = body;
  const sizes = body.contrasts[at]?.sizes ?? null;
  const isLogLevel = methodNamed(method)?.hasLogLevels === true;
  const shrunken = body.contrasts[at]?.shrunken ?? null;
  const shrunkBy = isShrunken ? (shrunken?.by ?? null) : null;
  const figure = useMemo(
    () =>
      points
        ? (of === "ma" ? maFigure : volcanoFigure)(points, {
            alpha,
            least,
            names,
            highlight: highlight ?? [],
            isLogLevel,
            sizes,
            shrunkBy,
          })
        : null,
    [points, of, alpha, least, names, highlight, isLogLevel, sizes, shrunkBy],
  );
  if (loaded.state === "failed") return <Caption>{t("closed-picture")}</Caption>;
  if (!points || !figure) return <Waiting loaded={loaded} locale={locale} height={360} />;
  const says =
    of === "ma" ? t("says-ma") : t(passingAt(points, alpha) === null ? "says-volcano-none" : "says-volcano", { alpha });
  return (
    <>
      <FieldRow>
        <NumberField
          label={t("least")}
          value={least}
          min={0}
          step={0.5}
          onChange={(value) => value !== null && setLeast(value)}
        />
        {shrunken ? (
          <SegmentedField
            label={t("drawn")}
            value={isShrunken ? "shrunken" : "estimated"}
            options={(["shrunken", "estimated"] as const).map((value) => ({ value, label: t(`drawn-${value}`) }))}
            onChange={(value) => setShrunken(value === "shrunken")}
          />
        ) : null}
      </FieldRow>
      <PlotlyFigure
        figure={figure}
        name={`${name}_${of}`}
        selecting={keep ? { value: selection, by: "names", onSelect: setSelection } : undefined}
        acts={keep && selection ? <SelectionActs keep={() => keep(selection, false)} rows={() => keep(selection, true)} /> : null}
      />
      <Caption>{says}</Caption>
      {shrunken && isShrunken ? (
        <Caption>{t(`says-${shrunken.by}`, { scale: Number(shrunken.scale.toPrecision(2)) })}</Caption>
      ) : null}
    </>
  );
}
