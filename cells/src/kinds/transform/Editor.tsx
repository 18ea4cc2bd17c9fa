// The steps of a transform, one below the other: each in words with its rows in and out, its form, switched off, moved and
// taken away; a menu of tasks adds one.

import { stepAgainst, titleOfStepAgainst } from "../../artifacts/raw-values.ts";
import { styled } from "@mui/material/styles";
import { use, useState } from "react";
import { featureNoun, featuresCalled } from "../../artifacts/rows-called.ts";
import { newId, systemRandom } from "../../base/ids.ts";
import { isJsonObject, type Json, type JsonObject } from "../../base/json.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import { type Sentence, sentencesIn } from "../../messages/sentence.ts";
import { formatNumber } from "../../messages/translate.ts";
import { CellField, choiceOf } from "../../ui/CellField.tsx";
import { LineButton, Quiet } from "../../ui/field-styles.ts";
import { KnownColumns } from "../../ui/columns/said-columns.tsx";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { reportBody } from "../../ui/report-body.ts";
import { TickField } from "../../ui/SegmentedField.tsx";
import { useArtifact } from "../../ui/use-artifact.ts";
import { useFeatureColumns } from "../../ui/use-feature-columns.ts";
import type { EditorProps } from "../../contract/kind-view.ts";
import { stepData } from "../../contract/step.ts";
import type { KnownData, StepHost } from "../../contract/step-view.ts";
import { newStep, type Step, stepOf } from "../../steps.ts";
import { knownBefore } from "./columns-before.ts";
import type { TransformSpec } from "./spec.ts";
import { changesById, StepChanges } from "./StepChanges.tsx";
import { StepMenu } from "./StepMenu.tsx";
import { stepForms } from "./step-forms.ts";
import { words as formsWords } from "../../messages/forms/words.ts";

const List = styled("ol")({ listStyle: "none", margin: 0, padding: 0 });
const Item = styled("li")({
  borderLeft: "2px solid var(--gc-line)",
  padding: "2px 0 4px 12px",
  margin: "4px 0",
  "&[data-off=true]": { opacity: 0.7, borderLeftStyle: "dashed" },
  "& .head": {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "0 8px",
    minHeight: 28,
    fontSize: 13,
    lineHeight: "18px",
  },
  "& .name": { fontWeight: 600 },
  "& .counts": { color: "var(--gc-muted)", fontSize: 12, fontFeatureSettings: '"tnum"' },
  "& .doubt": { color: "var(--gc-accent)", fontSize: 12, lineHeight: "16px", padding: "2px 0" },
  "& .end": { marginLeft: "auto", display: "inline-flex" },
});

export function Editor(props: EditorProps<TransformSpec>) {
  const { spec, locale, set, readOnly, choices, reader } = props;
  const t = translator(formsWords, locale);
  const [said, setSaid] = useState("");
  const forms = use(stepForms);
  const source = choiceOf(choices(["table", "assay"]), spec.from);
  const { handleOf } = props;
  const handle = spec.from ? (handleOf?.(spec.from) ?? null) : null;
  const summary = handle?.summary ?? source?.summary ?? null;
  const input: KnownData = {
    what: stepData.find((type) => type === summary?.type) ?? "table",
    columns: (summary?.columns ?? []).map((column) => column.name),
    features: useFeatureColumns(summary?.type === "assay" ? props : null, spec.from),
    otherSamples: false,
  };
  const report = useArtifact(props.outputs?.["steps"], reader);
  const counts = report.state === "here" ? countsOf(reportBody(report.value), spec.steps) : new Map<string, Counts>();
  // Who may see no rows is not given it.
  const changed = useArtifact(props.outputs?.["changes"], reader);
  const changes = changesById(changed.state === "here" ? changed.value : null, spec.steps);
  const writeSteps = (steps: readonly Step[]): void => set(["steps"], steps);
  const move = (index: number, by: number): void => {
    const steps = [...spec.steps];
    const [step] = steps.splice(index, 1);
    if (!step) return;
    steps.splice(index + by, 0, step);
    writeSteps(steps);
    setSaid(t("moved", { n: index + by + 1, of: steps.length }));
  };
  const add = (verb: string): void => writeSteps([...spec.steps, newStep(verb, newId("step", systemRandom))]);
  const before = (doubt: Sentence): JsonObject | null => (readOnly ? null : stepAgainst(doubt));
  const insert = (index: number, step: JsonObject | null): void => {
    if (step && typeof step["verb"] === "string")
      writeSteps(spec.steps.toSpliced(index, 0, newStep(step["verb"], newId("step", systemRandom))));
  };
  const end = knownBefore(input, spec.steps, spec.steps.length);
  const titleOf = (verb: string): string => stepOf(verb)?.step.words.say("title", {}, locale) ?? verb;
  const { files, sendFile, takeFile, toldOfFile } = props;
  const host: StepHost = {
    locale,
    readOnly,
    choices,
    reader,
    from: spec.from,
    ...(handleOf ? { handleOf } : {}),
    ...(files ? { files } : {}),
    ...(sendFile ? { sendFile } : {}),
    ...(takeFile ? { takeFile } : {}),
    ...(toldOfFile ? { toldOfFile } : {}),
  };
  return (
    <View locale={locale}>
      <KnownColumns columns={summary?.columns}>
        <FieldRow>
          <CellField
            label={t("from")}
            value={spec.from}
            accepts={["table", "assay"]}
            editor={props}
            onChange={(ref) => set(["from"], ref)}
          />
        </FieldRow>
        <List aria-label={t("steps")}>
          {spec.steps.map((step, index) => {
            const count = counts.get(step.id);
            const name = titleOf(step.verb);
            const Form = forms.get(step.verb);
            const card = stepOf(step.verb)?.step;
            const inForm = (doubt: Sentence): boolean => !step.off && card?.formSays?.(doubt) === true;
            const doubts = count?.doubts ?? [];
            const itsChanges = changes.get(step.id);
            return (
              <Item key={step.id} data-off={step.off}>
                <div className="head">
                  <TickField
                    label={name}
                    value={!step.off}
                    readOnly={readOnly}
                    title={t("switch", { name })}
                    onChange={(on) => set(["steps", step.id, "off"], !on)}
                  />
                  {count ? (
                    <span className="counts">
                      {formatNumber(count.before, locale)} → {formatNumber(count.after, locale)}
                      {` ${count.noun === "features" ? featuresCalled(featureNoun(summary), "of", locale) : t(`noun-${count.noun}`)}`}
                    </span>
                  ) : null}
                  {count?.fittedOn ? <span className="counts">{t("fitted-on", count.fittedOn)}</span> : null}
                  {readOnly ? null : (
                    <span className="end">
                      <Quiet
                        type="button"
                        disabled={index === 0}
                        aria-label={t("move-up", { name })}
                        onClick={() => move(index, -1)}
                      >
                        ↑
                      </Quiet>
                      <Quiet
                        type="button"
                        disabled={index === spec.steps.length - 1}
                        aria-label={t("move-down", { name })}
                        onClick={() => move(index, 1)}
                      >
                        ↓
                      </Quiet>
                      <Quiet
                        type="button"
                        aria-label={t("remove-step", { name })}
                        onClick={() => writeSteps(spec.steps.filter((_, at) => at !== index))}
                      >
                        ×
                      </Quiet>
                    </span>
                  )}
                </div>
                {doubts.map((doubt) =>
                  inForm(doubt) ? null : (
                    <div className="doubt" key={JSON.stringify(doubt)}>
                      {sentenceIn(doubt, locale)}
                      {before(doubt) ? (
                        <LineButton type="button" style={{ marginLeft: 8 }} onClick={() => insert(index, before(doubt))}>
                          {titleOfStepAgainst(doubt, locale)}
                        </LineButton>
                      ) : null}
                    </div>
                  ),
                )}
                {step.off || !Form ? null : (
                  <Form
                    step={step}
                    doubts={doubts.filter(inForm)}
                    known={knownBefore(input, spec.steps, index)}
                    host={host}
                    write={(field, value) => set(["steps", step.id, field], value)}
                  />
                )}
                {step.off || !itsChanges ? null : <StepChanges changed={itsChanges} locale={locale} />}
              </Item>
            );
          })}
        </List>
        {readOnly ? null : (
          <FieldRow>
            <StepMenu on={end.what} locale={locale} onChoose={add} />
            <span role="status" style={{ position: "absolute", width: 1, height: 1, overflow: "hidden", clipPath: "inset(50%)" }}>
              {said}
            </span>
          </FieldRow>
        )}
      </KnownColumns>
    </View>
  );
}

interface Counts {
  readonly before: number;
  readonly after: number;
  readonly noun: "features" | "samples" | "rows";
  readonly doubts: readonly Sentence[];
  readonly fittedOn: JsonObject | null;
}

/** The report counts the steps that are on, in their order. */
function countsOf(body: JsonObject, steps: readonly Step[]): Map<string, Counts> {
  const found = new Map<string, Counts>();
  const active = steps.filter((step) => !step.off);
  const list = Array.isArray(body["steps"]) ? (body["steps"] as readonly Json[]).filter(isJsonObject) : [];
  list.forEach((item, index) => {
    const step = active[index];
    if (!step || item["verb"] !== step.verb) return;
    const before = isJsonObject(item["in"]) ? item["in"] : {};
    const after = isJsonObject(item["out"]) ? item["out"] : {};
    const matrix = after["type"] === "assay";
    // Of a matrix a step drops features or samples: whichever it changed.
    const side = matrix && before["rows"] === after["rows"] && before["columns"] !== after["columns"] ? "columns" : "rows";
    const noun = matrix ? (side === "rows" ? "features" : "samples") : "rows";
    if (typeof before[side] === "number" && typeof after[side] === "number")
      found.set(step.id, {
        before: before[side],
        after: after[side],
        noun,
        doubts: sentencesIn(item["doubts"]),
        fittedOn: isJsonObject(item["fittedOn"]) ? item["fittedOn"] : null,
      });
  });
  return found;
}
