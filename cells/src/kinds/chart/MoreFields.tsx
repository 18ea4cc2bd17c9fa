// What every chart may be asked besides: logarithmic axes, groups and their order, titles, names on hover.

import type { Json } from "../../base/json.ts";
import type { ChartFamily } from "../../contract/chart.ts";
import type { EditorProps } from "../../contract/kind-view.ts";
import { NameField } from "../../ui/NameField.tsx";
import { TickField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField, TextFieldRow } from "../../ui/TextFieldRow.tsx";
import { type ChartSpec, familyOf } from "./spec.ts";
import { words } from "./words.ts";

const axes = [
  ["logX", "field-log-x"],
  ["logY", "field-log-y"],
] as const;
const titles = [
  ["title", "field-title"],
  ["xTitle", "field-x-title"],
  ["yTitle", "field-y-title"],
] as const;
const orders = ["name", "data", "value", "value-down"] as const;

type Props = EditorProps<ChartSpec> & { readonly columns: readonly string[]; readonly logs: ChartFamily["logs"] };

export function MoreFields({ spec, locale, set, readOnly, reader, choices, columns, logs }: Props) {
  const isOwnOrder = typeof spec.order !== "string";
  return (
    <>
      {axes
        .filter(([log]) => logs.includes(log))
        .map(([log, label]) => (
          <TickField
            key={log}
            label={words.say(label, {}, locale)}
            value={spec[log]}
            readOnly={readOnly}
            onChange={(value) => set([log], value)}
          />
        ))}
      {familyOf(spec).panels ? (
        <>
          <NameField
            label={words.say("field-facet", {}, locale)}
            value={spec.facet}
            columns={columns}
            matrix={null}
            editor={{ choices, readOnly, reader }}
            optional
            onChange={(value) => set(["facet"], value as Json)}
          />
          {spec.facet === null ? null : (
            <SelectField
              label={words.say("field-axes", {}, locale)}
              value={spec.axes}
              readOnly={readOnly}
              options={(["shared", "free"] as const).map((value) => ({ value, label: words.say(`axes-${value}`, {}, locale) }))}
              onChange={(value) => set(["axes"], value)}
            />
          )}
        </>
      ) : null}
      <SelectField
        label={words.say("field-order", {}, locale)}
        value={typeof spec.order === "string" ? spec.order : "own"}
        readOnly={readOnly}
        options={[
          ...orders.map((value) => ({ value: value as string, label: words.say(`order-${value}`, {}, locale) })),
          ...(isOwnOrder ? [{ value: "own", label: words.say("order-own", {}, locale) }] : []),
        ]}
        onChange={(value) => value !== "own" && set(["order"], value)}
      />
      <NumberField
        label={words.say("field-groups", {}, locale)}
        value={spec.groups}
        min={2}
        max={100}
        whole
        readOnly={readOnly}
        onChange={(value) => value !== null && set(["groups"], value)}
      />
      {titles.map(([title, label]) => (
        <TextFieldRow
          key={title}
          label={words.say(label, {}, locale)}
          value={spec[title]}
          readOnly={readOnly}
          onChange={(value) => set([title], value)}
          {...(title === "title" ? {} : { width: 120 })}
        />
      ))}
      <TickField
        label={words.say("field-labels", {}, locale)}
        title={words.say("labels-hint", {}, locale)}
        value={spec.labels}
        readOnly={readOnly}
        onChange={(value) => set(["labels"], value)}
      />
      {spec.labels || familyOf(spec).membersByLabel ? (
        <NameField
          label={words.say(familyOf(spec).membersByLabel ? "field-members" : "field-rows", {}, locale)}
          value={spec.label}
          columns={columns}
          matrix={null}
          editor={{ choices: () => [], readOnly, reader }}
          optional
          onChange={(value) => set(["label"], value as Json)}
        />
      ) : null}
    </>
  );
}
