// The form: what is grouped, by which columns, by which method, into how many.

import { useState } from "react";
import type { Json, JsonObject } from "../../base/json.ts";
import { clusterMethodOf, listedClusterMethods, newClusterMethod } from "../../cluster-methods.ts";
import type { EditorProps } from "../../contract/kind-view.ts";
import { message } from "../../messages/catalogue.ts";
import { CellField, choiceOf } from "../../ui/CellField.tsx";
import { Caption, Quiet } from "../../ui/field-styles.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { ManyField, namesMatching } from "../../ui/ManyField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField, TextFieldRow } from "../../ui/TextFieldRow.tsx";
import type { ClusterSpec } from "./spec.ts";
import { words } from "./words.ts";

const scales = ["auto", "as-is", "unit"] as const;

export function Editor(props: EditorProps<ClusterSpec>) {
  const { spec, locale, set, readOnly, choices, handleOf, reader } = props;
  const t = translator(words, locale);
  const [isOpen, setOpen] = useState(false);
  const choice = choiceOf(choices(["table", "assay"]), spec.from);
  const handle = spec.from ? (handleOf?.(spec.from) ?? null) : null;
  const summary = handle?.summary ?? choice?.summary ?? null;
  const isMatrix = summary?.type === "assay";
  const numbers = (summary?.columns ?? []).filter(({ type }) => type === "float64" || type === "int32").map(({ name }) => name);
  const method = clusterMethodOf(spec.method);
  const settings = spec.method as JsonObject;
  const { turned } = method;
  // The words of a method hold those of its settings (contract/cluster-method.ts).
  const say = (key: string): string => message(method.words.key(key as never), {}, locale);
  const value = settings[turned];
  return (
    <View locale={locale}>
      <FieldRow>
        <CellField
          label={t("data")}
          value={spec.from}
          accepts={["table", "assay"]}
          editor={props}
          onChange={(ref) => set(["from"], ref)}
        />
        <ManyField
          label={t("by")}
          value={spec.columns}
          readOnly={readOnly}
          placeholder={t("by-auto")}
          find={async (text) =>
            isMatrix && handle
              ? (await reader.search(handle, { what: "features", text, limit: 12 })).map((name) => ({ value: name, label: name }))
              : namesMatching(numbers, text)
          }
          onChange={(columns) => set(["columns"], [...columns])}
        />
        <SelectField
          label={t("method")}
          value={spec.method.type}
          readOnly={readOnly}
          options={listedClusterMethods.map((each) => ({ value: each.name, label: each.words.say("title", {}, locale) }))}
          onChange={(type) => set(["method"], newClusterMethod(type) as Json)}
        />
        <NumberField
          label={t(turned)}
          value={typeof value === "number" ? value : null}
          placeholder={t("proposed")}
          {...(turned === "k" ? { min: 1, whole: true } : { min: 0 })}
          readOnly={readOnly}
          onChange={(next) => set(["method", turned], next)}
        />
        <Quiet type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? "fewer-settings" : "more-settings")}
        </Quiet>
      </FieldRow>
      {isOpen ? (
        <FieldRow>
          {method.settings.map(({ field, choices: listed, least, most }) =>
            listed ? (
              <SelectField
                key={field}
                label={say(field)}
                value={String(settings[field])}
                readOnly={readOnly}
                options={Object.entries(listed).map(([name, key]) => ({ value: name, label: say(key) }))}
                onChange={(next) => set(["method", field], next)}
              />
            ) : (
              <NumberField
                key={field}
                label={say(field)}
                value={Number(settings[field])}
                {...(least === undefined ? {} : { min: least })}
                {...(most === undefined ? {} : { max: most })}
                whole
                readOnly={readOnly}
                onChange={(next) => next !== null && set(["method", field], next)}
              />
            ),
          )}
          <SelectField
            label={t("scale")}
            value={spec.scale}
            readOnly={readOnly}
            options={scales.map((scale) => ({ value: scale, label: t(`scale-${scale}`) }))}
            onChange={(scale) => set(["scale"], scale)}
          />
          {isMatrix && spec.columns.length === 0 ? (
            <NumberField
              label={t("top")}
              value={spec.topFeatures}
              min={0}
              whole
              readOnly={readOnly}
              onChange={(next) => next !== null && set(["topFeatures"], next)}
            />
          ) : null}
          {turned === "k" ? (
            <NumberField
              label={t("most")}
              value={spec.most}
              min={2}
              max={50}
              whole
              readOnly={readOnly}
              onChange={(next) => next !== null && set(["most"], next)}
            />
          ) : null}
          <NumberField
            label={t("draws")}
            value={spec.draws}
            min={0}
            max={500}
            whole
            readOnly={readOnly}
            onChange={(next) => next !== null && set(["draws"], next)}
          />
          <NumberField
            label={t("seed")}
            value={spec.seed}
            min={0}
            whole
            readOnly={readOnly}
            onChange={(next) => next !== null && set(["seed"], next)}
          />
          <SelectField
            label={t("compared-by")}
            value={spec.comparedBy}
            readOnly={readOnly}
            options={(["same", "other"] as const).map((each) => ({ value: each, label: t(`compared-${each}`) }))}
            onChange={(each) => set(["comparedBy"], each)}
          />
          <TextFieldRow
            label={t("called")}
            value={spec.called}
            readOnly={readOnly}
            onChange={(next) => next !== "" && set(["called"], next)}
          />
        </FieldRow>
      ) : null}
      <Caption>{method.words.say("does", {}, locale)}</Caption>
    </View>
  );
}
