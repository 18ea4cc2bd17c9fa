// Prepare: one chain of steps that the verdicts and what the data are for propose, each with its reason and a switch.

import { styled } from "@mui/material/styles";
import { useMemo, useState } from "react";
import { stepSays, titleOfStep } from "../../step-says.ts";
import type { ArtifactSummary } from "../../artifacts/artifact.ts";
import type { JsonObject } from "../../base/json.ts";
import type { CellRef } from "../../base/refs.ts";
import type { OutputProps } from "../../contract/kind-view.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { Locale } from "../../messages/locale.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { type Goal, goals } from "../../prepare/proposal.ts";
import { propose } from "../../prepare/propose.ts";
import { Caption, LineButton } from "../../ui/field-styles.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { SegmentedField, TickField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { asked, type Judged } from "../../prepare/asked-of-report.ts";
import { partsOfChain } from "./parts-of-chain.ts";
import type { QualitySpec } from "./spec.ts";
import { words } from "./words.ts";

const Frame = styled("details")({
  margin: "0 0 12px",
  fontSize: 13,
  lineHeight: "18px",
  "& > summary": {
    cursor: "pointer",
    fontWeight: 600,
    width: "fit-content",
    padding: "4px 12px 4px 8px",
    border: "1px solid var(--gc-control)",
    borderRadius: 4,
  },
  "&[open] > summary": { marginBottom: 8 },
  "& details > summary": { cursor: "pointer" },
  overflowWrap: "anywhere",
});
const Steps = styled("ol")({
  listStyle: "none",
  margin: "8px 0",
  padding: "0 0 0 12px",
  borderLeft: "2px solid var(--gc-line)",
  "& li + li": { marginTop: 8 },
  "& li[data-off=true] p": { opacity: 0.75 },
});
const Reason = styled("p")({ margin: "0 0 0 22px" });

type Props = Pick<OutputProps<QualitySpec>, "spec" | "locale" | "mend"> & {
  readonly body: Judged;
  readonly summary: ArtifactSummary;
  readonly from: CellRef;
  readonly chainAfter: NonNullable<OutputProps["chainAfter"]>;
};

export function Prepare({ body, summary, from, spec, locale, chainAfter, mend }: Props) {
  const [goal, setGoal] = useState<Goal>("explore");
  const said = (says: string): string | null => body.columns.find((one) => one.says === says)?.column ?? null;
  const [chosen, setChosen] = useState<string | null>(null);
  const [switched, setSwitched] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [again, setAgain] = useState(true);
  const judged = said("outcome");
  const outcome = chosen ?? judged;
  const group = said("group");
  const proposal = useMemo(
    () => propose(asked(body, summary, { goal, outcome, judgedOutcome: judged, group, switched })),
    [body, summary, goal, outcome, judged, group, switched],
  );
  const { steps, notes, left } = proposal;
  const on = steps.filter((step) => step.on).length;
  const isOther = goal === "predict" && summary.type === "table" && outcome !== null && outcome !== judged;
  const says = (key: Parameters<typeof words.say>[0], params: JsonObject = {}): string => words.say(key, params, locale);
  return (
    <Frame>
      <summary>{says("prepare")}</summary>
      <Caption>{says("prepare-does")}</Caption>
      <FieldRow>
        <SegmentedField
          label={says("goal")}
          value={goal}
          options={goals.map((value) => ({ value, label: says(`goal-${value}`) }))}
          onChange={setGoal}
        />
        {goal === "predict" ? (
          <SelectField
            label={says("predicted")}
            value={outcome ?? ""}
            empty={says("none-says")}
            options={(summary.columns ?? []).map(({ name }) => ({ value: name, label: name }))}
            onChange={(value) => setChosen(value === "" ? null : value)}
          />
        ) : null}
      </FieldRow>
      {isOther ? (
        <Caption>
          {says("other-outcome", { outcome: outcome ?? "" })}{" "}
          {mend ? (
            <LineButton type="button" onClick={() => mend(["outcome"], outcome)}>
              {says("check-outcome", { outcome: outcome ?? "" })}
            </LineButton>
          ) : null}
        </Caption>
      ) : null}
      {steps.length === 0 ? <p>{says("no-steps")}</p> : null}
      <Steps>
        {steps.map(({ key, step, reason, found, on: isOn }) => (
          <li key={key} data-off={!isOn}>
            <TickField
              label={stepSays(step, summary.type === "table" ? "table" : "assay", locale)}
              value={isOn}
              title={titleOfStep(step, locale)}
              onChange={(value) => setSwitched(new Map(switched).set(key, value))}
            />
            <Reason>{sentenceIn(reason, locale)}</Reason>
            {found.length > 0 ? <Told said={found} title={says("found-by", { n: found.length })} locale={locale} /> : null}
          </li>
        ))}
      </Steps>
      {notes.map((note) => (
        <p key={JSON.stringify(note)}>{sentenceIn(note, locale)}</p>
      ))}
      {left.length > 0 ? <Told said={left} title={says("left", { n: left.length })} locale={locale} /> : null}
      {steps.length > 0 ? (
        <FieldRow>
          <LineButton
            type="button"
            disabled={on === 0}
            onClick={() => {
              const chain = steps.map(({ step, on: isOn }) => (isOn ? step : { ...step, off: true }));
              chainAfter(
                partsOfChain(chain),
                from,
                again ? (ref) => checkedAgain(spec, { from: ref, goal, outcome }) : undefined,
              );
            }}
          >
            {says("add-chain", { n: on })}
          </LineButton>
          <TickField label={says("check-again")} value={again} onChange={setAgain} />
        </FieldRow>
      ) : null}
    </Frame>
  );
}

function Told({ said, title, locale }: { readonly said: readonly Sentence[]; readonly title: string; readonly locale: Locale }) {
  return (
    <details style={{ margin: "2px 0 0 22px", color: "var(--gc-muted)" }}>
      <summary style={{ fontWeight: 400, padding: 0 }}>{title}</summary>
      <ul style={{ margin: "4px 0 0", paddingLeft: 20 }}>
        {said.map((sentence) => (
          <li key={JSON.stringify(sentence)}>{sentenceIn(sentence, locale)}</li>
        ))}
      </ul>
    </details>
  );
}

/** The same rules and thresholds. Columns that a step may take away are told by their meaning. */
const checkedAgain = (
  { off, thresholds, cells, sex, group, outcome }: QualitySpec,
  by: { readonly from: CellRef; readonly goal: Goal; readonly outcome: string | null },
): JsonObject => ({
  from: { ...by.from },
  cells,
  sex,
  group: by.goal === "predict" ? null : group,
  outcome: by.goal === "predict" ? by.outcome : outcome,
  off: [...off],
  thresholds: Object.fromEntries(Object.entries(thresholds).map(([rule, values]) => [rule, { ...values }])),
});
