// How far the model can be trusted: what is doubtful first, then metrics with their means and spread over folds, folds and
// labs, the confusion matrix, the ROC curve, the features that matter; then the card and the predictions.

import { styled } from "@mui/material/styles";
import { type ReactNode, useMemo, useState } from "react";
import type { Figure } from "../../artifacts/artifact.ts";
import { isJsonObject, type Json, type JsonObject } from "../../base/json.ts";
import { message, sentenceIn } from "../../messages/catalogue.ts";
import type { Locale } from "../../messages/locale.ts";
import { ArtifactView } from "../../artifact-views/ArtifactView.tsx";
import { Doubts } from "../../ui/Doubts.tsx";
import { Card, Caption } from "../../ui/field-styles.ts";
import { translator, View, type Translate } from "../../ui/locale-context.tsx";
import { formatFixed, MetricTable } from "../../ui/MetricTable.tsx";
import { ModelCardView } from "../../artifact-views/ModelCardView.tsx";
import { PlotlyFigure } from "../../ui/PlotlyFigure.tsx";
import { reportBody } from "../../ui/report-body.ts";
import { Tabs } from "../../ui/Tabs.tsx";
import { useArtifact } from "../../ui/use-artifact.ts";
import { Waiting } from "../../ui/Waiting.tsx";
import type { OutputProps } from "../../contract/kind-view.ts";
import { numberTold } from "../../messages/translate.ts";
import { words as viewsWords } from "../../messages/views/words.ts";
import type { KeyOf } from "../../messages/define-words.ts";
import { receivedSentence, type Sentence } from "../../messages/sentence.ts";
import { mendDoubt } from "./mend-doubt.ts";
import type { TrainSpec } from "./spec.ts";
import { receivedKey } from "../../base/failure.ts";

type Tab = "report" | "model" | "predictions";
const metricNames = ["accuracy", "balancedAccuracy", "sensitivity", "specificity", "f1", "auc"] as const;

export function Output({ name, spec, locale, outputs, reader, compact, handleOf, mend, stepBefore }: OutputProps) {
  const t = translator(viewsWords, locale);
  const [tab, setTab] = useState<Tab>("report");
  const report = useArtifact(outputs["report"], reader);
  const body = report.state === "here" ? reportBody(report.value) : null;
  const out = outputs["out"];
  const predictions = outputs["predictions"];
  const given = spec as TrainSpec;
  const isMatrix = given.from !== null && handleOf?.(given.from)?.summary.type === "assay";
  const mended = (doubt: Sentence): (() => void) | null => {
    const fix = mendDoubt(given, doubt, isMatrix);
    return fix && mend ? () => mend(fix.path, fix.value) : null;
  };
  return (
    <View locale={locale}>
      {body ? (
        <Doubts said={body["doubts"]} mend={mended} stepBefore={stepBefore && ((step) => stepBefore("from", step))} />
      ) : null}
      <Tabs
        label={t("result")}
        value={tab}
        onChange={setTab}
        options={[
          { value: "report", label: t("report") },
          ...(out ? [{ value: "model" as const, label: t("model") }] : []),
          ...(predictions ? [{ value: "predictions" as const, label: t("predictions") }] : []),
        ]}
      />
      {tab === "report" ? (
        body ? (
          <Report name={name} body={body} locale={locale} t={t} />
        ) : (
          <Waiting loaded={report} locale={locale} />
        )
      ) : null}
      {tab === "model" && out ? (
        <>
          <ModelCardView handle={out} reader={reader} rows={typeof body?.["rows"] === "number" ? body["rows"] : undefined} />
          <Caption>{notesSaid(body?.["notes"], objectsIn(body?.["folds"]), locale, t).join(". ")}</Caption>
        </>
      ) : null}
      {tab === "predictions" && predictions ? <ArtifactView handle={predictions} reader={reader} compact={compact} /> : null}
    </View>
  );
}

const Stack = styled("div")({ display: "flex", flexDirection: "column", gap: 8 });
const Beside = styled("div")({
  display: "grid",
  gridTemplateColumns: "repeat(auto-fit, minmax(min(320px, 100%), 1fr))",
  gap: 8,
  alignItems: "start",
});

function Report({
  name,
  body,
  locale,
  t,
}: {
  readonly name: string;
  readonly body: JsonObject;
  readonly locale: Locale;
  readonly t: Translate<KeyOf<typeof viewsWords>>;
}) {
  const classes = textsIn(body["classes"]);
  const perClass = numbersIn(body["nPerClass"]);
  const pooled = isJsonObject(body["pooled"]) ? body["pooled"] : {};
  const over = isJsonObject(body["overFolds"]) ? body["overFolds"] : {};
  const folds = objectsIn(body["folds"]);
  const labs = objectsIn(body["labs"]);
  const importance = objectsIn(body["importance"]);
  const figure = useMemo(() => rocFigure(body, locale), [body, locale]);
  return (
    <Stack>
      <Card>
        <MetricTable
          caption={`${t("pooled")}: ${classes.map((name, index) => `${name} n = ${perClass[index] ?? 0}`).join(", ")}`}
          columns={[
            { title: t("metric") },
            { title: t("value"), number: true },
            { title: t("mean-of-folds"), number: true },
            { title: t("spread-of-folds"), number: true },
          ]}
          rows={[
            ...metricNames.map((name) => [
              t(name),
              estimate(pooled[name], locale, t),
              ...ofFolds(over[name], folds.length, locale, t),
            ]),
            ...(typeof body["baseline"] === "number" ? [[t("baseline"), formatFixed(body["baseline"], 3, locale), "", ""]] : []),
          ]}
        />
      </Card>
      <Caption>
        {[
          positiveSaid(body["positive"], t),
          body["selectedInFolds"] === true ? t("selected-inside", { offered: body["featuresOffered"] ?? 0 }) : null,
          permutationSaid(body["permutation"], locale, t),
          folds.length > 1 ? t("spread-why") : null,
          ...constantSaid(body["constant"], folds, t),
          ...notesSaid(body["notes"], folds, locale, t),
        ]
          .filter((part) => part !== null)
          .join(". ")}
      </Caption>
      <Beside>
        <Confusion value={pooled["confusion"]} classes={classes} t={t} />
        {figure ? <PlotlyFigure figure={figure} name={`${name}_roc`} height={280} /> : null}
      </Beside>
      {labs.length > 0 ? <Groups caption={t("per-lab")} first={t("lab")} groups={labs} locale={locale} t={t} /> : null}
      {folds.length > 0 ? <Groups caption={t("per-fold")} first={t("fold")} groups={folds} locale={locale} t={t} /> : null}
      {importance.length > 0 ? (
        <Card>
          <div style={{ maxHeight: 260, overflow: "auto" }}>
            <MetricTable
              caption={
                typeof body["importanceBy"] === "string"
                  ? `${t("importance")}, ${message(receivedKey(body["importanceBy"]), {}, locale)}`
                  : t("importance")
              }
              columns={[
                { title: t("feature") },
                { title: t("share"), number: true },
                ...(body["selectedInFolds"] === true ? [{ title: t("chosen-in-folds"), number: true }] : []),
              ]}
              rows={importance.map((item) => [
                String(item["feature"]),
                formatFixed(Number(item["share"] ?? 0), 4, locale),
                ...(body["selectedInFolds"] === true ? [`${Number(item["folds"] ?? 0)} / ${folds.length}`] : []),
              ])}
            />
          </div>
        </Card>
      ) : null}
    </Stack>
  );
}

/** What the training on all rows has to say, and in which folds something like it was said. */
function notesSaid(
  notes: Json | undefined,
  folds: readonly JsonObject[],
  locale: Locale,
  t: Translate<KeyOf<typeof viewsWords>>,
): readonly string[] {
  const said = objectsIn(notes).map((note) => sentenceIn(receivedSentence(note), locale).replace(/\.$/, ""));
  const names = folds.filter((fold) => objectsIn(fold["notes"]).length > 0).map((fold) => String(fold["name"]));
  return [...said, ...(names.length > 0 ? [t("noted-in-folds", { n: names.length, names: names.slice(0, 10) })] : [])];
}

/** Features that were left out because they never vary: in all rows, and in the training rows of single folds. */
function constantSaid(
  constant: Json | undefined,
  folds: readonly JsonObject[],
  t: Translate<KeyOf<typeof viewsWords>>,
): readonly string[] {
  if (!isJsonObject(constant)) return [];
  const n = Number(constant["count"] ?? 0);
  const names = textsIn(constant["features"]).slice(0, 3);
  return [
    ...(n > 0 ? [t("constant-left-out", { n, names, more: n > names.length ? ", …" : "" })] : []),
    ...(folds.some((fold) => Number(fold["constant"] ?? 0) > n) ? [t("constant-in-folds")] : []),
  ];
}

function Groups(props: {
  readonly caption: string;
  readonly first: string;
  readonly groups: readonly JsonObject[];
  readonly locale: Locale;
  readonly t: Translate<KeyOf<typeof viewsWords>>;
}) {
  const { t, locale } = props;
  return (
    <Card>
      <MetricTable
        caption={props.caption}
        columns={[
          { title: props.first },
          { title: t("rows"), number: true },
          ...metricNames.map((name) => ({ title: t(name), number: true })),
        ]}
        rows={props.groups.map((group) => {
          const metrics = isJsonObject(group["metrics"]) ? group["metrics"] : group;
          return [
            String(group["name"] ?? group["lab"] ?? ""),
            String(metrics["n"] ?? numbersIn(metrics["nPerClass"]).reduce((a, b) => a + b, 0)),
            ...metricNames.map((name) => estimate(metrics[name], locale, t)),
          ];
        })}
      />
    </Card>
  );
}

/** Each row sums to its class; the deeper the tint, the larger the share of the class. */
function Confusion({
  value,
  classes,
  t,
}: {
  readonly value: Json | undefined;
  readonly classes: readonly string[];
  readonly t: Translate<KeyOf<typeof viewsWords>>;
}) {
  const rows = Array.isArray(value) ? (value as readonly Json[]).map(numbersIn) : [];
  if (rows.length === 0) return null;
  return (
    <Card>
      <MetricTable
        caption={t("confusion")}
        columns={[{ title: t("true-class") }, ...classes.map((title) => ({ title, number: true }))]}
        rows={rows.map((row, index): ReactNode[] => {
          const sum = row.reduce((a, b) => a + b, 0);
          return [
            classes[index] ?? "",
            ...row.map((count, at) => (
              <span
                key={classes[at] ?? at}
                style={{
                  display: "block",
                  margin: "-4px -12px",
                  padding: "4px 12px",
                  background: `color-mix(in srgb, var(--gc-accent) ${sum > 0 ? Math.round((count / sum) * 30) : 0}%, transparent)`,
                  ...(at === index ? { fontWeight: 600 } : {}),
                }}
              >
                {count}
              </span>
            )),
          ];
        })}
      />
    </Card>
  );
}

/** A metric, which releases before 0.1.0 wrote with an interval. */
function numberOf(value: Json | undefined): number | null {
  const number = isJsonObject(value) ? value["value"] : value;
  return typeof number === "number" ? number : null;
}

function estimate(value: Json | undefined, locale: Locale, t: Translate<KeyOf<typeof viewsWords>>): ReactNode {
  const number = numberOf(value);
  if (number === null) return <small title={t("not-defined-why")}>{t("not-defined")}</small>;
  return <span title={String(number)}>{formatFixed(number, 3, locale)}</span>;
}

/** The mean of the folds in which a metric is defined, and the least and the largest of them. */
function ofFolds(
  value: Json | undefined,
  all: number,
  locale: Locale,
  t: Translate<KeyOf<typeof viewsWords>>,
): readonly [ReactNode, string] {
  const { mean, least, most, folds } = isJsonObject(value) ? value : {};
  if (typeof mean !== "number" || typeof least !== "number" || typeof most !== "number") return ["", ""];
  const [from, to] = [formatFixed(least, 3, locale), formatFixed(most, 3, locale)];
  const spread =
    folds !== all
      ? t("in-folds", { least: from, most: to, folds: Number(folds), all })
      : least === most
        ? t("in-every-fold", { value: from })
        : `${from} – ${to}`;
  const shown = (
    <span key="mean" title={String(mean)}>
      {formatFixed(mean, 3, locale)}
    </span>
  );
  return [shown, spread];
}

function positiveSaid(value: Json | undefined, t: Translate<KeyOf<typeof viewsWords>>): string {
  // As releases before 0.1.0 wrote it.
  if (typeof value === "string") return t("positive-chosen", { name: value });
  if (!isJsonObject(value)) return t("means-over-classes");
  const by = (["chosen", "rarer", "name", "order"] as const).find((known) => known === value["by"]) ?? "order";
  return t(`positive-${by}`, { name: String(value["class"]) });
}

function permutationSaid(value: Json | undefined, locale: Locale, t: Translate<KeyOf<typeof viewsWords>>): string | null {
  if (!isJsonObject(value)) return null;
  const { p, permutations, observed, byChance } = value;
  return t("permuted", {
    p: formatFixed(Number(p), 3, locale),
    permutations: Number(permutations),
    observed: formatFixed(Number(observed), 3, locale),
    chance: formatFixed(Number(byChance), 3, locale),
  });
}

function rocFigure(body: JsonObject, locale: Locale): Figure | null {
  const value = body["roc"];
  const auc = isJsonObject(body["pooled"]) ? body["pooled"]["auc"] : undefined;
  const classes = textsIn(body["classes"]);
  const curves = (Array.isArray(value) ? (value as readonly Json[]) : [value ?? null]).filter(
    (curve): curve is JsonObject => isJsonObject(curve) && Array.isArray(curve["fpr"]) && Array.isArray(curve["tpr"]),
  );
  if (curves.length === 0) return null;
  const words = translator(viewsWords, locale);
  const area = numberOf(auc);
  const shownArea = area === null ? words("not-defined") : numberTold(area, locale);
  const names = curves.map((curve, index) => String(curve["class"] ?? curve["name"] ?? classes[index] ?? ""));
  return {
    type: "figure",
    data: [
      {
        type: "scatter",
        mode: "lines",
        name: words("roc-chance"),
        x: [0, 1],
        y: [0, 1],
        line: { dash: "dot", width: 1 },
        hoverinfo: "skip",
        showlegend: false,
        meta: { role: "missing" },
      },
      ...curves.map((curve, index) => ({
        type: "scatter",
        mode: "lines",
        name: plain(names[index] ?? ""),
        x: curve["fpr"] as Json,
        y: curve["tpr"] as Json,
        hovertemplate: "%{x:.3f}, %{y:.3f}<extra></extra>",
        showlegend: curves.length > 1,
        meta: { role: "group", group: index, field: "class", value: names[index] ?? "" },
      })),
    ],
    layout: {
      xaxis: { title: { text: words("roc-x") }, range: [-0.02, 1.02] },
      yaxis: { title: { text: words("roc-y") }, range: [-0.02, 1.02] },
      showlegend: curves.length > 1,
    },
    alt: words("roc-alt", { classes: names, auc: shownArea }),
    marks: curves.length,
  };
}

const numbersIn = (value: Json | undefined): number[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter((item): item is number => typeof item === "number") : [];
const textsIn = (value: Json | undefined): string[] => (Array.isArray(value) ? (value as readonly Json[]).map(String) : []);
const objectsIn = (value: Json | undefined): JsonObject[] =>
  Array.isArray(value) ? (value as readonly Json[]).filter(isJsonObject) : [];

/** Plotly reads a little HTML in its texts; a class is shown letter for letter. */
const plain = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
