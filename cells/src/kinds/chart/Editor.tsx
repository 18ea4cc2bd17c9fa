// The form of a chart: its family, the data, what stands on which axis, the family's own settings. What is asked for less
// often is behind "More".

import { useState } from "react";
import { featureNoun, featuresCalled } from "../../artifacts/rows-called.ts";
import type { Json } from "../../base/json.ts";
import { charts, type FamilyName } from "../../charts.ts";
import { isAsked, lackingFields } from "../../contract/chart.ts";
import type { EditorProps } from "../../contract/kind-view.ts";
import { CellField, choiceOf } from "../../ui/CellField.tsx";
import { Quiet } from "../../ui/field-styles.ts";
import { KnownColumns } from "../../ui/columns/said-columns.tsx";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { View } from "../../ui/locale-context.tsx";
import { NameField } from "../../ui/NameField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { FamilyPictures } from "./FamilyPictures.tsx";
import { MoreFields } from "./MoreFields.tsx";
import { OwnOptions } from "./OwnOptions.tsx";
import { type ChartSpec, familyOf, newOptions } from "./spec.ts";
import { message } from "../../messages/catalogue.ts";
import { words } from "./words.ts";

const families = Object.entries(charts) as readonly [FamilyName, (typeof charts)[FamilyName]][];

export function Editor(props: EditorProps<ChartSpec>) {
  const { spec, locale, set, choices, readOnly } = props;
  const [more, setMore] = useState(false);
  const [pictures, setPictures] = useState(false);
  const source = choiceOf(choices(["table", "assay"]), spec.from);
  const handle = spec.from ? (props.handleOf?.(spec.from) ?? null) : null;
  const summary = handle?.summary ?? source?.summary ?? null;
  const data = summary?.type === "assay" ? "matrix" : "table";
  const columns = (summary?.columns ?? []).map((column) => column.name);
  const noun = data === "matrix" ? featuresCalled(featureNoun(summary), "one", locale) : undefined;
  const family = familyOf(spec);
  const [lacking] = spec.from ? lackingFields(family, spec) : [];
  return (
    <View locale={locale}>
      <KnownColumns columns={summary?.columns}>
        <FieldRow>
          <SelectField
            label={words.say("field-type", {}, locale)}
            value={spec.chart.type}
            readOnly={readOnly}
            options={families.map(([value, { family: one }]) => ({ value, label: one.title(locale) }))}
            onChange={(value) => set(["chart"], newOptions(value as FamilyName) as Json)}
          />
          {handle && !readOnly && props.setFields ? (
            <Quiet type="button" aria-expanded={pictures} onClick={() => setPictures(!pictures)}>
              {words.say("by-picture", {}, locale)}
            </Quiet>
          ) : null}
          <CellField
            label={words.say("field-from", {}, locale)}
            value={spec.from}
            accepts={["table", "assay"]}
            editor={props}
            needed={!spec.from}
            onChange={(ref) => set(["from"], ref)}
          />
          {family.uses
            .filter((use) => isAsked(use, spec, data))
            .map(({ field, needed, label, ifEmpty }) => (
              <NameField
                key={field}
                label={message(label?.(data) ?? words.key(`field-${field}`), {}, locale)}
                value={spec[field]}
                columns={columns}
                matrix={data === "matrix" ? handle : null}
                editor={props}
                noun={noun}
                needed={lacking === field}
                optional={needed !== true}
                empty={ifEmpty?.(data, locale) ?? undefined}
                onChange={(value) => set([field], value as Json)}
              />
            ))}
          <OwnOptions place="main" data={data} handle={handle} editor={props} />
          <Quiet type="button" aria-expanded={more} onClick={() => setMore(!more)}>
            {words.say(more ? "less" : "more", {}, locale)}
          </Quiet>
        </FieldRow>
        {pictures && handle && props.setFields ? (
          <FamilyPictures spec={spec} handle={handle} reader={props.reader} locale={locale} choose={props.setFields} />
        ) : null}
        {more ? (
          <FieldRow>
            <OwnOptions place="more" data={data} handle={handle} editor={props} />
            <MoreFields {...props} columns={columns} logs={family.logs} />
          </FieldRow>
        ) : null}
      </KnownColumns>
    </View>
  );
}
