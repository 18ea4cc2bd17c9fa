// Verdicts: how many samples of a matrix, or columns of a table, fail, by which rules, what is said of each and what would mend it;
// then a row for each.

import { styled } from "@mui/material/styles";
import { ArtifactView } from "../../artifact-views/ArtifactView.tsx";
import type { JsonObject } from "../../base/json.ts";
import type { CellRef } from "../../base/refs.ts";
import { stepOnButton } from "../../step-says.ts";
import { bodyOf } from "../../contract/report.ts";
import type { Level } from "../../contract/quality-rule.ts";
import type { OutputProps } from "../../contract/kind-view.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { KeyOf } from "../../messages/define-words.ts";
import type { Locale } from "../../messages/locale.ts";
import { listedRules } from "../../quality-rules.ts";
import { type QualityReport, qualityReport, samplesAt } from "../../reports/quality/report.ts";
import { type TableQualityReport, tableQualityReport } from "../../reports/table-quality/report.ts";
import { DoubtList } from "../../ui/Doubts.tsx";
import { Caption, LineButton } from "../../ui/field-styles.ts";
import { View } from "../../ui/locale-context.tsx";
import { useArtifact } from "../../ui/use-artifact.ts";
import { Waiting } from "../../ui/Waiting.tsx";
import { Pictures } from "./Pictures.tsx";
import { Prepare } from "./Prepare.tsx";
import type { QualitySpec } from "./spec.ts";
import { words } from "./words.ts";

const Head = styled("div")({ display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 12px", marginBottom: 8 });
const Rules = styled("ul")({
  listStyle: "none",
  margin: "0 0 12px",
  padding: 0,
  display: "flex",
  flexWrap: "wrap",
  gap: "4px 16px",
  fontSize: 13,
  lineHeight: "18px",
  "& [data-level=fail]": { color: "var(--gc-failed)" },
  "& [data-level=warn]": { color: "var(--gc-stale)" },
  "& [data-level=pass]": { color: "var(--gc-fresh)" },
});
const glyphs: { readonly [level in Level]: string } = { pass: "✓", warn: "△", fail: "✕" };
const Silent = styled("details")({
  margin: "0 0 12px",
  fontSize: 13,
  lineHeight: "18px",
  color: "var(--gc-muted)",
  "& summary": { cursor: "pointer" },
  "& ul": { margin: "4px 0 0", paddingLeft: 20 },
  overflowWrap: "anywhere",
});
const mostVerdicts = 12;

export function Output(props: OutputProps<QualitySpec>) {
  const { name, locale, outputs, reader, compact, spec, handleOf, stepAfter, chainAfter, mend, keepRows } = props;
  const loaded = useArtifact(outputs["report"], reader);
  if (loaded.state !== "here") return <Waiting loaded={loaded} locale={locale} />;
  const ofMatrix = bodyOf(qualityReport, loaded.value);
  const body = ofMatrix ?? bodyOf(tableQualityReport, loaded.value);
  if (!body) return null;
  const out = outputs["out"];
  const from = spec.from;
  const summary = from ? (handleOf?.(from)?.summary ?? null) : null;
  const keepOthers = ofMatrix && from ? dropsFailed(ofMatrix, out?.summary.columns?.[0]?.name, { ref: props.cell }) : null;
  const { pass, warn, fail } = body.levels;
  const noted = (ofMatrix?.rules ?? []).filter(({ notes }) => notes !== undefined && notes.length > 0);
  const silent = body.rules.filter(({ level }) => level === null);
  return (
    <View locale={locale}>
      <Head>
        <strong>{words.say(headOf(body), { all: judgedIn(body), fail, warn, pass }, locale)}</strong>
        {keepOthers && from && chainAfter ? (
          <LineButton type="button" onClick={() => chainAfter([keepOthers], from)}>
            {words.say("keep-others", { n: judgedIn(body) - fail, fail }, locale)}
          </LineButton>
        ) : null}
      </Head>
      <Rules aria-label={words.say("see-rules", {}, locale)}>
        {body.rules.flatMap(({ rule, level }) => {
          if (level === null) return [];
          return [
            <li key={rule} data-level={level} title={doesOf(rule, locale)}>
              <span aria-hidden>{glyphs[level]}</span> {titleOf(rule, locale)}
              {`: ${words.say(level, {}, locale)}`}
            </li>,
          ];
        })}
      </Rules>
      {noted.length > 0 ? (
        <Silent>
          <summary>{words.say("noted", {}, locale)}</summary>
          <ul>
            {noted.flatMap(({ rule, notes = [] }) =>
              notes.map((note, at) => <li key={`${rule} ${at}`}>{`${titleOf(rule, locale)}: ${sentenceIn(note, locale)}`}</li>),
            )}
          </ul>
        </Silent>
      ) : null}
      {silent.length > 0 ? (
        <Silent>
          <summary>{words.say("silent", { n: silent.length }, locale)}</summary>
          <ul>
            {silent.map(({ rule, lacks }) => (
              <li key={rule}>{`${titleOf(rule, locale)}: ${lacks ? sentenceIn(lacks, locale) : ""}`}</li>
            ))}
          </ul>
        </Silent>
      ) : null}
      <Caption style={{ marginBottom: 8 }}>
        {body.columns
          .map(({ says, column, guessed }) => {
            const named = column === null ? words.say("none-says", {}, locale) : column;
            const value = guessed ? words.say("as-guessed", { column: named }, locale) : named;
            return `${words.say(`${says}-by`, {}, locale)}: ${value}`;
          })
          .join("; ")}
      </Caption>
      {ofMatrix ? <TakenFor body={ofMatrix} locale={locale} {...(mend && !compact ? { mend } : {})} /> : null}
      <DoubtList
        most={compact ? 4 : mostVerdicts}
        said={[...body.verdicts]
          .sort((a, b) => Number(b.level === "fail") - Number(a.level === "fail"))
          .map(({ says, step }) => ({
            sentence: says,
            act:
              step && from && stepAfter
                ? { label: stepOnButton(step, ofMatrix ? "assay" : "table", locale), press: () => stepAfter(step, from) }
                : null,
          }))}
      />
      {from && summary && chainAfter && !compact ? (
        <Prepare
          body={body}
          summary={summary}
          from={from}
          spec={spec}
          locale={locale}
          chainAfter={chainAfter}
          {...(mend ? { mend } : {})}
        />
      ) : null}
      {ofMatrix?.pictures && !compact ? <Pictures pictures={ofMatrix.pictures} name={name} locale={locale} /> : null}
      {out ? <ArtifactView handle={out} reader={reader} compact={compact} {...(isOfTable(body) ? {} : { keepRows })} /> : null}
    </View>
  );
}

/** What samples were taken for where nobody said it, and the button that says otherwise. */
function TakenFor({ body, locale, mend }: { readonly body: QualityReport; readonly locale: Locale } & Pick<OutputProps, "mend">) {
  const { taken } = body;
  if (!taken || taken.by === "chosen" || (taken.by === null && body.samples < fewestThatMayBeCells)) return null;
  const other = taken.for === "cells" ? "samples" : "cells";
  return (
    <Caption style={{ marginBottom: 8 }}>
      {words.say(`taken-${taken.by}`, {}, locale)}{" "}
      {mend ? (
        <LineButton type="button" onClick={() => mend(["cells"], other)}>
          {words.say(`are-${other}`, {}, locale)}
        </LineButton>
      ) : null}
    </Caption>
  );
}
/** Of fewer nobody thinks that they are cells; the form can say it. */
const fewestThatMayBeCells = 100;

type Body = QualityReport | TableQualityReport;

const isOfTable = (body: Body): body is TableQualityReport => !("samples" in body);
/** Samples of a matrix, columns of a table. */
const judgedIn = (body: Body): number => (isOfTable(body) ? body.shape[1] : body.samples);

/** What stands above all. */
function headOf(body: Body): KeyOf<typeof words> {
  const { warn, fail } = body.levels;
  const isTable = isOfTable(body);
  if (body.rules.every(({ level }) => level === null)) return isTable ? "none-judged-table" : "none-judged";
  if (fail + warn > 0) return isTable ? "some-table" : "some";
  return !isTable ? "all-pass" : body.verdicts.length > 0 ? "all-pass-but" : "all-pass-table";
}

/** As many samples as a person would look through in a list. */
const mostListed = 20;

/**
 * The steps that keep the samples that do not fail. Few are named, which stands for itself; of many the verdict is asked of this
 * cell, so that it follows its thresholds. `column`: what names samples. Columns that fail are mended one by one.
 */
function dropsFailed(body: QualityReport, column: string | undefined, own: CellRef): readonly JsonObject[] | null {
  const failed = samplesAt(body, "fail");
  if (failed.length === 0 || failed.length === body.samples || column === undefined) return null;
  const drop = (where: JsonObject): JsonObject => ({ verb: "filter", action: "drop", where: { all: [where] } });
  if (failed.length <= mostListed) return [drop({ column, is: "in", value: failed })];
  return [{ verb: "annotate-samples", with: { ...own } }, drop({ column: "verdict", is: "=", value: "fail" })];
}

const ruleNamed = (name: string) => listedRules.find(({ rule }) => rule.name === name)?.rule;
const titleOf = (name: string, locale: Locale): string => ruleNamed(name)?.words.say("title", {}, locale) ?? name;
const doesOf = (name: string, locale: Locale): string => ruleNamed(name)?.words.say("does", {}, locale) ?? "";
