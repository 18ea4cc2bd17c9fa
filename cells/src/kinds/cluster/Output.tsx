// Clusters: in words, with the number that was proposed and the others, as a map, as silhouettes, against how many, as a tree, as rows.

import { styled } from "@mui/material/styles";
import { useMemo, useState } from "react";
import { ArtifactView } from "../../artifact-views/ArtifactView.tsx";
import type { Json } from "../../base/json.ts";
import type { OutputProps } from "../../contract/kind-view.ts";
import { bodyOf } from "../../contract/report.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { Locale } from "../../messages/locale.ts";
import { sentencesIn } from "../../messages/sentence.ts";
import { numberTold } from "../../messages/translate.ts";
import { type ClustersBody, clustersReport } from "../../reports/clusters/report.ts";
import { Doubts } from "../../ui/Doubts.tsx";
import { Caption, mono, Quiet } from "../../ui/field-styles.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { FigureOutput } from "../../ui/FigureOutput.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { PlotlyFigure } from "../../ui/PlotlyFigure.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { useArtifact } from "../../ui/use-artifact.ts";
import { Waiting } from "../../ui/Waiting.tsx";
import { type CurveMeasure, curveFigure, measuresOf } from "./curve-figure.ts";
import { MapView } from "./MapView.tsx";
import type { ClusterSpec } from "./spec.ts";
import { words } from "./words.ts";

const Said = styled("p")({ margin: "0 0 8px", maxWidth: 720 });
const Sizes = styled("table")({
  borderCollapse: "collapse",
  fontSize: 13,
  fontVariantNumeric: "tabular-nums",
  "& th, & td": { padding: "2px 16px 2px 0", textAlign: "right" },
  "& th:first-of-type, & td:first-of-type": { textAlign: "left" },
  "& th": { color: "var(--gc-muted)", fontWeight: 400 },
});
const Code = styled("pre")({ margin: "8px 0 0", fontFamily: mono, fontSize: 12, lineHeight: "18px", overflowX: "auto" });

type Tab = "map" | "silhouettes" | "how-many" | "tree" | "sizes" | "rows" | "in-r";

export function Output({
  name,
  locale,
  outputs,
  reader,
  compact,
  mend,
  stepBefore,
  keepRows,
  keepSelection,
}: OutputProps<ClusterSpec>) {
  const t = translator(words, locale);
  const [tab, setTab] = useState<Tab | null>(null);
  const loaded = useArtifact(outputs["report"], reader);
  if (loaded.state !== "here") return <Waiting loaded={loaded} locale={locale} height={360} />;
  const body = bodyOf(clustersReport, loaded.value);
  if (!body) return null;
  const { map, silhouettes, tree, out } = outputs;
  const offered: readonly Tab[] = [
    ...(map ? (["map"] as const) : []),
    ...(silhouettes ? (["silhouettes"] as const) : []),
    ...(tree ? (["tree"] as const) : []),
    ...(measuresOf(body).length > 0 ? (["how-many"] as const) : []),
    "sizes",
    ...(out ? (["rows"] as const) : []),
    "in-r",
  ];
  const now = tab !== null && offered.includes(tab) ? tab : (offered[0] as Tab);
  const said = (list: ClustersBody["said"]) => sentencesIn(list as never).map((each) => sentenceIn(each, locale));
  const drawn = now === "map" ? map : now === "silhouettes" ? silhouettes : now === "tree" ? tree : undefined;
  return (
    <View locale={locale}>
      <Said>{said(body.said.slice(0, -1)).join(" ")}</Said>
      <Caption>
        {body.why ? said([body.why]).join(" ") : null}
        {mend
          ? body.others.map((other) => (
              <Quiet
                key={other.value}
                type="button"
                title={other.by.map((measure) => t(`measure-${measure as CurveMeasure}`)).join(", ")}
                onClick={() => mend(["method", body.turned], other.value)}
              >
                {orTold(body, other, locale)}
              </Quiet>
            ))
          : null}
      </Caption>
      <Doubts said={body.doubts as Json} stepBefore={stepBefore && ((step) => stepBefore("from", step))} />
      <Tabs label={t("map")} value={now} onChange={setTab} options={offered.map((value) => ({ value, label: t(value) }))} />
      {drawn && now === "map" ? (
        <MapView handle={drawn} rows={out} reader={reader} name={`${name}_map`} compact={compact} keepSelection={keepSelection} />
      ) : drawn ? (
        <FigureOutput handle={drawn} reader={reader} name={`${name}_${now}`} compact={compact} />
      ) : null}
      {now === "how-many" ? <Curves body={body} name={name} locale={locale} /> : null}
      {now === "sizes" ? <SizesOf body={body} locale={locale} /> : null}
      {now === "rows" && out ? (
        <ArtifactView handle={out} reader={reader} compact={compact} {...(keepRows ? { keepRows } : {})} />
      ) : null}
      {now === "in-r" ? <Code tabIndex={0}>{body.inR.join("\n")}</Code> : null}
      {compact ? null : <Caption>{said(body.said.slice(-1)).join(" ")}</Caption>}
    </View>
  );
}

function orTold({ turned }: ClustersBody, { value, clusters }: ClustersBody["others"][number], locale: Locale): string {
  const told = numberTold(value, locale);
  return turned === "k"
    ? words.say("or", { value: told }, locale)
    : words.say("or-clusters", { value: told, n: clusters }, locale);
}

function Curves({ body, name, locale }: { readonly body: ClustersBody; readonly name: string; readonly locale: Locale }) {
  const t = translator(words, locale);
  const measures = measuresOf(body);
  const [chosen, setChosen] = useState<CurveMeasure>("silhouette");
  const measure = measures.includes(chosen) ? chosen : (measures[0] as CurveMeasure);
  const figure = useMemo(() => curveFigure(body, measure), [body, measure]);
  return (
    <>
      <FieldRow>
        <SelectField
          label={t("measure")}
          value={measure}
          readOnly={false}
          options={measures.map((value) => ({ value, label: t(`measure-${value}`) }))}
          onChange={(value) => setChosen(measures.find((each) => each === value) ?? "silhouette")}
        />
      </FieldRow>
      {figure ? <PlotlyFigure figure={figure} name={`${name}_${measure}`} height={280} /> : null}
      <Caption>{t(`says-${measure}`)}</Caption>
    </>
  );
}

function SizesOf({ body, locale }: { readonly body: ClustersBody; readonly locale: Locale }) {
  const t = translator(words, locale);
  const told = (value: number | null | undefined): string =>
    value === null || value === undefined ? "–" : numberTold(Number(value.toPrecision(3)), locale);
  return (
    <Sizes>
      <thead>
        <tr>
          <th>{t("column-cluster")}</th>
          <th>{t("column-n")}</th>
          <th>{t("column-silhouette")}</th>
        </tr>
      </thead>
      <tbody>
        {body.clusters.map((each) => (
          <tr key={each.name}>
            <td>{each.name}</td>
            <td>{numberTold(each.n, locale)}</td>
            <td>{told(each.silhouette)}</td>
          </tr>
        ))}
        {body.without > 0 ? (
          <tr>
            <td>{t("none-named")}</td>
            <td>{numberTold(body.without, locale)}</td>
            <td>–</td>
          </tr>
        ) : null}
      </tbody>
    </Sizes>
  );
}
