// What a regression found: sentences, why this family, then coefficients with their forest, groups, terms, residuals, the whole model and
// R's calls.

import { styled } from "@mui/material/styles";
import { useMemo, useState } from "react";
import { artifactFromJson } from "../../artifacts/artifact-json.ts";
import type { Figure } from "../../artifacts/artifact.ts";
import type { Json } from "../../base/json.ts";
import type { OutputHandle, OutputProps } from "../../contract/kind-view.ts";
import { bodyOf } from "../../contract/report.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { Locale } from "../../messages/locale.ts";
import { receivedSentence, sentencesIn } from "../../messages/sentence.ts";
import { familyOf, familySchema, newFamily } from "../../regressions.ts";
import { type RegressionBody, regressionReport } from "../../reports/regression/report.ts";
import { DoubtList } from "../../ui/Doubts.tsx";
import { Caption, Card, mono, Quiet } from "../../ui/field-styles.ts";
import { translator, View } from "../../ui/locale-context.tsx";
import { formatValue, MetricTable } from "../../ui/MetricTable.tsx";
import { PlotlyFigure } from "../../ui/PlotlyFigure.tsx";
import { Tabs } from "../../ui/Tabs.tsx";
import { useArtifact } from "../../ui/use-artifact.ts";
import { Waiting } from "../../ui/Waiting.tsx";
import { CoefficientsView } from "./CoefficientsView.tsx";
import { GroupsView } from "./GroupsView.tsx";
import { sayFact } from "./say-fact.ts";
import type { RegressionSpec } from "./spec.ts";
import { words } from "./words.ts";

type Tab = "coefficients" | "comparisons" | "terms" | "diagnostics" | "model" | "in-r";

const Said = styled("ul")({ margin: "4px 0 8px", paddingLeft: 20, fontSize: 14, lineHeight: "20px" });
const Code = styled("pre")({
  margin: 0,
  padding: 12,
  overflowX: "auto",
  fontFamily: mono,
  fontSize: 12,
  lineHeight: "18px",
  background: "var(--gc-sunken)",
});

export function Output(props: OutputProps<RegressionSpec>) {
  const { name, locale, outputs, reader, compact, mend } = props;
  const t = translator(words, locale);
  const [tab, setTab] = useState<Tab>("coefficients");
  const loaded = useArtifact(outputs["report"], reader);
  const body = useMemo(() => (loaded.state === "here" ? bodyOf(regressionReport, loaded.value) : null), [loaded]);
  if (loaded.state !== "here") return <Waiting loaded={loaded} locale={locale} />;
  if (!body) return null;
  const said = (list: typeof body.says) => sentencesIn(list as never).map((each) => sentenceIn(each, locale));
  const tabs: readonly Tab[] = [
    "coefficients",
    ...(body.means ? (["comparisons"] as const) : []),
    ...(body.terms.length > 0 ? (["terms"] as const) : []),
    "diagnostics",
    "model",
    "in-r",
  ];
  const shown = tabs.includes(tab) ? tab : "coefficients";
  const picture = (port: string): OutputHandle | undefined => outputs[port];
  const shared = { body, locale, name, reader } as const;
  return (
    <View locale={locale}>
      <DoubtList said={doubtsOf(body, mend, locale)} />
      <Said>
        {said(body.says).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </Said>
      <Caption>
        {[t(body.auto ? "chosen" : "taken", { family: titleOf(body, locale) }), ...(body.why ? said([body.why]) : [])].join(" ")}
        {mend
          ? body.others.map((other) => (
              <Quiet key={other} type="button" onClick={() => mend(["family"], newFamily(other) as Json)}>
                {t("or", { family: familyOf(newFamily(other)).words.say("title", {}, locale) })}
              </Quiet>
            ))
          : null}
      </Caption>
      <Tabs label={t("result")} value={shown} onChange={setTab} options={tabs.map((value) => ({ value, label: t(value) }))} />
      {shown === "coefficients" ? <CoefficientsView {...shared} forest={picture("forest")} compact={compact ?? false} /> : null}
      {shown === "comparisons" && body.means ? <GroupsView {...shared} means={body.means} drawn={picture("drawn")} /> : null}
      {shown === "terms" ? <TermsView body={body} locale={locale} /> : null}
      {shown === "diagnostics" ? (
        <>
          {said(body.checks).map((sentence) => (
            <Caption key={sentence}>{sentence}</Caption>
          ))}
          {(["residuals", "normal", "influence"] as const).map((port) => {
            const handle = picture(port);
            const title = port === "residuals" ? "fitted-title" : port === "normal" ? "normal-title" : "influence-title";
            return handle ? <Drawn key={port} title={t(title)} handle={handle} name={`${name}_${port}`} reader={reader} /> : null;
          })}
        </>
      ) : null}
      {shown === "model" ? <ModelView body={body} locale={locale} /> : null}
      {shown === "in-r" ? <Code tabIndex={0}>{body.inR.join("\n")}</Code> : null}
    </View>
  );
}

function titleOf({ family }: RegressionBody, locale: Locale): string {
  const settings = familySchema.safeParse(family);
  return settings.success ? familyOf(settings.data).words.say("title", {}, locale) : family.type;
}

/** A setting that mends a doubt is a button beside it. */
function doubtsOf({ doubts, ways }: RegressionBody, mend: OutputProps<RegressionSpec>["mend"], locale: Locale) {
  const all = sentencesIn(doubts as never).map((sentence) => ({ sentence }));
  if (!mend) return all;
  return all.map((each) => {
    const way = ways.find(({ of }) => of === each.sentence.key);
    if (!way) return each;
    return {
      ...each,
      act: {
        label: sentenceIn(receivedSentence(way.title as never), locale),
        press: () => mend(way.path, way.value as Json),
      },
    };
  });
}

function Drawn({
  title,
  handle,
  name,
  reader,
}: {
  readonly title: string;
  readonly handle: OutputHandle;
  readonly name: string;
  readonly reader: OutputProps["reader"];
}) {
  const loaded = useArtifact(handle, reader);
  const figure = useMemo((): Figure | null => {
    const artifact = loaded.state === "here" && loaded.value !== null ? artifactFromJson(loaded.value) : null;
    return artifact?.type === "figure" ? artifact : null;
  }, [loaded]);
  return figure ? (
    <>
      <Caption>{title}</Caption>
      <PlotlyFigure figure={figure} name={name} height={300} />
    </>
  ) : null;
}

const told = (value: number | null | undefined, locale: Locale): string =>
  value === null || value === undefined ? "–" : formatValue(value, locale);

function TermsView({ body, locale }: { readonly body: RegressionBody; readonly locale: Locale }) {
  const t = translator(words, locale);
  const isF = body.testedBy === "f";
  return (
    <>
      <Card>
        <MetricTable
          caption={t("caption-terms", { tests: body.tests })}
          columns={[
            { title: t("term") },
            { title: t(isF ? "f" : "chi"), number: true },
            { title: t("df"), number: true },
            { title: t("p"), number: true },
          ]}
          rows={body.terms.map(({ label, statistic, df, residualDf, p }) => [
            label,
            told(statistic, locale),
            residualDf === null ? told(df, locale) : `${told(df, locale)}; ${told(residualDf, locale)}`,
            told(p, locale),
          ])}
        />
      </Card>
      <Caption>
        {[
          t(body.tests === "II" ? "type-II" : "type-III"),
          t(isF ? "tested-by-f" : body.testedBy === "chi" ? "tested-by-chi" : "tested-by-likelihood"),
        ].join(" ")}
      </Caption>
    </>
  );
}

function ModelView({ body, locale }: { readonly body: RegressionBody; readonly locale: Locale }) {
  const t = translator(words, locale);
  return (
    <Card>
      <MetricTable
        caption={t("caption-model")}
        columns={[{ title: t("measure") }, { title: t("value"), number: true }]}
        rows={body.facts.map(({ key, value }) => [sayFact(key, locale), told(value, locale)])}
      />
      {body.inflations.length > 0 ? (
        <MetricTable
          caption={t("caption-inflations")}
          columns={[{ title: t("term") }, { title: t("times"), number: true }]}
          rows={body.inflations.map(({ label, ofError }) => [label, told(ofError, locale)])}
        />
      ) : null}
    </Card>
  );
}
