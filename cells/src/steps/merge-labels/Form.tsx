// The form of the step merge-labels: labels with their writings, and a button that proposes them, with how many rows have each.

import { useState } from "react";
import type { Json } from "../../base/json.ts";
import type { OptionsOf } from "../../contract/step.ts";
import type { StepForm, StepHost } from "../../contract/step-view.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { Caption, LineButton } from "../../ui/field-styles.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { TextFieldRow } from "../../ui/TextFieldRow.tsx";
import { ColumnField } from "../parts/ColumnField.tsx";
import { Rows } from "../parts/Rows.tsx";
import { type Label, nearLabels, type NearLabels } from "../../base/near-labels.ts";
import type { mergeLabels } from "./step.ts";
import { words } from "./words.ts";

type Options = OptionsOf<typeof mergeLabels>;
type Group = Options["groups"][number];

export const Form: StepForm<Options> = ({ step, known, host, write }) => {
  const t = translator(formsWords, host.locale);
  const add = (group: NearLabels, to: string): void => {
    const taken = new Set(step.groups.flatMap(({ from }) => from));
    const from = group.flatMap(({ text }) => (text === to || taken.has(text) ? [] : [text]));
    write("groups", [...step.groups, { to, from }]);
  };
  return (
    <>
      <FieldRow>
        <ColumnField
          label={t("column")}
          value={step.column}
          columns={known.columns}
          host={host}
          write={(column) => write("column", column)}
        />
      </FieldRow>
      <Caption>{words.say("groups", {}, host.locale)}</Caption>
      <Rows<Group>
        items={step.groups}
        empty={{ to: "?", from: [] }}
        t={t}
        readOnly={host.readOnly}
        write={(groups) => write("groups", groups as Json)}
        show={(group, set) => (
          <>
            <TextFieldRow
              label={words.say("to", {}, host.locale)}
              value={group.to}
              width={120}
              readOnly={host.readOnly}
              onChange={(to) => to !== "" && set({ ...group, to })}
            />
            <TextFieldRow
              label={words.say("from", {}, host.locale)}
              value={group.from.join("; ")}
              readOnly={host.readOnly}
              onChange={(text) => set({ ...group, from: text.split(/; ?/).filter((each) => each !== "") })}
            />
          </>
        )}
      />
      {host.readOnly || step.column === "" ? null : <Proposals key={step.column} step={step} host={host} add={add} />}
    </>
  );
};

interface Found {
  readonly groups: readonly NearLabels[];
  readonly rows: number;
  readonly all: number;
}

function Proposals({
  step,
  host,
  add,
}: {
  readonly step: Options;
  readonly host: StepHost;
  readonly add: (group: NearLabels, to: string) => void;
}) {
  const [found, setFound] = useState<Found | null>(null);
  const { locale } = host;
  const taken = new Set(step.groups.flatMap(({ from }) => from));
  const left = found?.groups.filter((group) => group.filter(({ text }) => !taken.has(text)).length > 1) ?? [];
  const shown = ({ text, count }: Label): string => `${text} (${count})`;
  return (
    <div>
      <LineButton type="button" onClick={() => void labelsIn(step.column, host).then(setFound)}>
        {words.say("find", {}, locale)}
      </LineButton>
      {found ? (
        <Caption role="status">
          {words.say(left.length > 0 ? "found" : "found-none", { groups: left.length, rows: found.rows }, locale)}{" "}
          {found.rows < found.all ? words.say("found-part", { rows: found.rows, all: found.all }, locale) : null}
        </Caption>
      ) : null}
      {left.map((group) => (
        <FieldRow key={group[0]?.text}>
          <span>{words.say("merge", {}, locale)}</span>
          {group.map((label) => (
            <LineButton
              key={label.text}
              type="button"
              aria-label={`${words.say("merge", {}, locale)} ${label.text}`}
              onClick={() => add(group, label.text)}
            >
              {shown(label)}
            </LineButton>
          ))}
        </FieldRow>
      ))}
    </div>
  );
}

const mostRows = 20_000;

/** Of the data that the cell begins with. */
async function labelsIn(column: string, host: StepHost): Promise<Found | null> {
  const handle = host.from ? (host.handleOf?.(host.from) ?? null) : null;
  if (!handle) return null;
  const { columns, total } = await host.reader.window(handle, { offset: 0, limit: 1 });
  const offset = columns.findIndex(({ name }) => name === column);
  if (offset < 0) return { groups: [], rows: 0, all: total };
  const counts = new Map<string, number>();
  let rows = 0;
  while (rows < Math.min(total, mostRows)) {
    const page = await host.reader.window(handle, { offset: rows, limit: 1000, columns: { offset, limit: 1 } });
    if (page.rows.length === 0) break;
    for (const [value] of page.rows) if (typeof value === "string") counts.set(value, (counts.get(value) ?? 0) + 1);
    rows += page.rows.length;
  }
  return { groups: nearLabels([...counts].map(([text, count]) => ({ text, count }))), rows, all: total };
}
