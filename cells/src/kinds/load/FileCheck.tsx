// Where the file breaks the rules of its standard: a line above the data, and behind a click the rules with their numbers, the first
// places of each, and all that was kept as TSV.

import { useState } from "react";
import type { ArtifactType } from "../../artifacts/artifact.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import { listedFormat } from "../../formats.ts";
import { bodyOf } from "../../contract/report.ts";
import type { OutputProps } from "../../contract/kind-view.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { Locale } from "../../messages/locale.ts";
import { stepInWords } from "../../messages/settings/step-in-words.ts";
import { formatNumber } from "../../messages/translate.ts";
import { type CheckedFinding, type CheckOfFile, fileCheckReport } from "../../reports/file-check/report.ts";
import { Caption, Card, LineButton, Quiet } from "../../ui/field-styles.ts";
import { MetricTable } from "../../ui/MetricTable.tsx";
import { doesStep } from "./does-step.ts";
import { words } from "./words.ts";

/** Places that are shown; the TSV has all that were kept. */
const mostShown = 50;
const order = { error: 0, warning: 1, note: 2 };

export function FileCheckView(props: {
  readonly report: Json | undefined;
  readonly locale: Locale;
  readonly name: string;
  readonly mend: OutputProps["mend"];
  readonly stepAfter: OutputProps["stepAfter"];
  /** Of what was loaded. */
  readonly type: ArtifactType | undefined;
}) {
  const { report, locale, name, mend, stepAfter, type } = props;
  const [isOpen, setOpen] = useState(false);
  const body = report === undefined ? null : bodyOf(fileCheckReport, report);
  if (!body || body.state === "off" || body.state === "no-rules") return null;
  const say = (key: Parameters<typeof words.say>[0], params = {}): string => words.say(key, params, locale);
  const format = [standardCalled(body.format, locale), body.version].filter(Boolean).join(" ");
  if (body.state === "too-large")
    return (
      <Line>
        {say("check-not-done", { format })}
        {mend ? (
          <LineButton type="button" onClick={() => mend(["check"], "relaxed")}>
            {say("check-do")}
          </LineButton>
        ) : null}
      </Line>
    );
  const { errors, warnings, notes } = body;
  if (body.rules.length === 0) return <Line>{say("check-sound", { format })}</Line>;
  return (
    <>
      <Line isGrave={errors > 0}>
        {say("check-counts", { format, errors, warnings, notes })}
        <Quiet type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {say(isOpen ? "check-hide" : "check-show")}
        </Quiet>
      </Line>
      {stepAfter && type ? <Mending rules={body.rules} type={type} locale={locale} stepAfter={stepAfter} /> : null}
      {isOpen ? <Details body={body} locale={locale} name={name} /> : null}
    </>
  );
}

/** "BED (intervals)" is BED here: the rules are those of the standard, whatever its files hold. */
const standardCalled = (format: string, locale: Locale): string =>
  listedFormat(format)
    ?.format.words.say("title", {}, locale)
    .replace(/ \(.*\)$/, "") ?? format.toUpperCase();

/** What a step mends, once for each step: rules that it mends, and the click that adds it below. */
function Mending(props: {
  readonly rules: CheckOfFile["rules"];
  readonly type: ArtifactType;
  readonly locale: Locale;
  stepAfter(step: JsonObject): void;
}) {
  const { rules, type, locale, stepAfter } = props;
  const bySteps = new Map<string, { readonly step: JsonObject; readonly rules: Set<string> }>();
  for (const { rule, step } of rules) {
    if (!step || !doesStep(type, step)) continue;
    const key = JSON.stringify(step);
    const known = bySteps.get(key) ?? { step, rules: new Set() };
    bySteps.set(key, { ...known, rules: known.rules.add(rule) });
  }
  return [...bySteps].map(([key, { step, rules: mended }]) => (
    <Line key={key}>
      {words.say("check-mends", { n: mended.size, rules: [...mended] }, locale)}
      <LineButton type="button" style={{ height: "auto", minHeight: 28, whiteSpace: "normal" }} onClick={() => stepAfter(step)}>
        {stepInWords(step, locale)}
      </LineButton>
    </Line>
  ));
}

const Line = ({ isGrave = false, children }: { readonly isGrave?: boolean; readonly children: React.ReactNode }) => (
  <Caption
    style={{
      display: "flex",
      flexWrap: "wrap",
      alignItems: "center",
      columnGap: 8,
      margin: "0 0 8px",
      ...(isGrave ? { color: "var(--gc-text)", borderLeft: "2px solid var(--gc-failed)", paddingLeft: 12 } : {}),
    }}
  >
    {children}
  </Caption>
);

function Details({ body, locale, name }: { readonly body: CheckOfFile; readonly locale: Locale; readonly name: string }) {
  const say = (key: Parameters<typeof words.say>[0], params = {}): string => words.say(key, params, locale);
  const rules = body.rules.toSorted((a, b) => order[a.severity] - order[b.severity] || b.count - a.count);
  const findings = body.findings.toSorted(
    (a, b) => order[a.severity] - order[b.severity] || (a.line ?? 0) - (b.line ?? 0) || (a.byte ?? 0) - (b.byte ?? 0),
  );
  const more = findings.length - mostShown;
  return (
    <div style={{ display: "grid", gap: 8, gridTemplateColumns: "minmax(0, 1fr)", marginBottom: 12 }}>
      <Card>
        <div style={{ maxHeight: 260, overflow: "auto" }}>
          <MetricTable
            caption={say("check-rules", { n: rules.length })}
            columns={[
              { title: say("check-rule") },
              { title: say("check-severity") },
              { title: say("check-count"), number: true },
              { title: say("check-section") },
            ]}
            rows={rules.map(({ rule, severity, count, section }) => [
              rule,
              say(`check-severity-${severity}`),
              formatNumber(count, locale),
              section === "-" ? "" : section,
            ])}
          />
        </div>
      </Card>
      <Card>
        <div style={{ maxHeight: 340, overflow: "auto" }}>
          <MetricTable
            caption={say("check-places")}
            columns={[
              { title: say("check-line"), number: true },
              { title: say("check-rule") },
              { title: say("check-field") },
              { title: say("check-found") },
              { title: say("check-expected") },
              ...(findings.some(({ fix }) => fix) ? [{ title: say("check-instead") }] : []),
            ]}
            rows={findings
              .slice(0, mostShown)
              .map((finding) => [
                placeOf(finding, locale),
                finding.rule,
                finding.field ?? "",
                <Broad key="found" text={finding.found} />,
                <Broad key="expected" text={sentenceIn(finding.expected, locale)} />,
                ...(findings.some(({ fix }) => fix) ? [<Broad key="fix" text={finding.fix?.text ?? ""} />] : []),
              ])}
          />
        </div>
      </Card>
      <div style={{ display: "flex", flexWrap: "wrap", alignItems: "center", gap: 8 }}>
        <LineButton type="button" onClick={() => saveTsv(tsvOf(body, findings, locale), `${name}.check.tsv`)}>
          {say("check-download")}
        </LineButton>
        {more > 0 ? <Caption>{say("check-more", { n: more })}</Caption> : null}
      </div>
    </div>
  );
}

/** Sentences break; all else of a row stays on its line. */
const Broad = ({ text }: { readonly text: string }) => (
  <span style={{ display: "block", minWidth: 120, maxWidth: 360, whiteSpace: "normal", overflowWrap: "anywhere" }}>{text}</span>
);

const placeOf = ({ line, byte, part }: CheckedFinding, locale: Locale): string =>
  [part, line === null ? (byte === undefined ? undefined : `0x${byte.toString(16)}`) : formatNumber(line, locale)]
    .filter((each) => each !== undefined)
    .join(" ");

/** Columns as `genomecraft check --json` calls them: programs read them. */
const columns = ["severity", "rule", "line", "byte", "part", "field", "found", "expected", "section", "instead"];

function tsvOf({ format }: CheckOfFile, findings: readonly CheckedFinding[], locale: Locale): string {
  const rows = findings.map((finding) =>
    [
      finding.severity,
      finding.rule,
      finding.line,
      finding.byte,
      finding.part,
      finding.field,
      finding.found,
      sentenceIn(finding.expected, locale),
      finding.section,
      finding.fix?.text,
    ]
      // No tab and no line end of a value makes another column or row.
      .map((cell) => String(cell ?? "").replace(/[\t\r\n]+/g, " "))
      .join("\t"),
  );
  return `${[`# ${format}`, columns.join("\t"), ...rows].join("\n")}\n`;
}

function saveTsv(text: string, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/tab-separated-values" }));
  link.download = name;
  link.click();
}
