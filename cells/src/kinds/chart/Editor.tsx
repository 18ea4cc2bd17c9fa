// The form of a chart: its type, the data, what stands on which axis. What is asked for less often is behind "More".

import { useState } from "react";
import type { Json } from "../../base/json.ts";
import { CellField, choiceOf } from "../../ui/CellField.tsx";
import { Quiet } from "../../ui/field-styles.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { ManyField, namesMatching } from "../../ui/ManyField.tsx";
import { NameField } from "../../ui/NameField.tsx";
import { TickField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField, TextFieldRow } from "../../ui/TextFieldRow.tsx";
import { isCellRef } from "../../base/refs.ts";
import type { EditorProps } from "../../contract/kind-view.ts";
import { type ChartField, type ChartSpec, type ChartType, chart, chartTypes, fieldsOf } from "./spec.ts";

/** What a new chart of that type says of itself. */
const newChart = (type: ChartType): Json => (chart.schema.parse({ chart: { type } }) as ChartSpec).chart as Json;

export function Editor(props: EditorProps<ChartSpec>) {
  const { spec, locale, set, choices, readOnly, reader } = props;
  const t = translator("chart", locale);
  const [more, setMore] = useState(false);
  const source = choiceOf(choices(["table", "assay"]), spec.from);
  const handle = spec.from ? (props.handleOf?.(spec.from) ?? null) : null;
  const summary = handle?.summary ?? source?.summary ?? null;
  const isMatrix = summary?.type === "assay";
  const columns = (summary?.columns ?? []).map((column) => column.name);
  const noun = isMatrix ? String(summary?.detail?.["featureNoun"] ?? "") || undefined : undefined;
  const missing = chart.missing(spec);
  const type = spec.chart.type;

  const label = (key: "x" | "y" | "color" | "size"): string => {
    if (key === "x" && type === "box") return t("field-by");
    if (key === "x" && type === "histogram") return t("field-of");
    if (key === "color" && type === "heatmap" && !isMatrix) return t("field-z");
    return t(`field-${key}`);
  };
  const asks = (key: "x" | "y" | "color" | "size"): boolean => {
    if (type === "bar" && spec.chart.type === "bar" && key === "y") return spec.chart.measure !== "count";
    if (type === "heatmap" && key === "y") return !isMatrix;
    return true;
  };
  const name = (key: "x" | "y" | "color" | "size", required: boolean) => (
    <NameField
      key={key}
      label={label(key)}
      value={spec[key] as ChartField}
      columns={columns}
      matrix={isMatrix ? handle : null}
      editor={props}
      noun={noun}
      needed={spec.from !== null && missing === key}
      optional={!required}
      empty={type === "histogram" && key === "x" && isMatrix ? t("all-of-matrix") : undefined}
      onChange={(value) => set([key], value as Json)}
    />
  );

  return (
    <View locale={locale}>
      <FieldRow>
        <SelectField
          label={t("field-type")}
          value={type}
          readOnly={readOnly}
          options={chartTypes.map((value) => ({ value, label: t(`type-${value}`) }))}
          onChange={(value) => set(["chart"], newChart(value as ChartType))}
        />
        <CellField
          label={t("field-from")}
          value={spec.from}
          accepts={["table", "assay"]}
          editor={props}
          needed={missing === "from"}
          onChange={(ref) => set(["from"], ref as unknown as Json)}
        />
        {(type === "box" ? (["y!", "x", "color"] as const) : fieldsOf[type]).map((field) => {
          const key = field.replace("!", "") as "x" | "y" | "color" | "size";
          return asks(key) ? name(key, field.endsWith("!")) : null;
        })}
        {spec.chart.type === "bar" ? (
          <SelectField
            label={t("field-measure")}
            value={spec.chart.measure}
            readOnly={readOnly}
            options={(["count", "sum", "mean", "median"] as const).map((value) => ({ value, label: t(`measure-${value}`) }))}
            onChange={(measure) => set(["chart"], { ...spec.chart, measure } as Json)}
          />
        ) : null}
        {spec.chart.type === "heatmap" && isMatrix ? <HeatmapRows {...props} /> : null}
        <Quiet type="button" aria-expanded={more} onClick={() => setMore(!more)}>
          {more ? t("less") : t("more")}
        </Quiet>
      </FieldRow>
      {more ? (
        <FieldRow>
          {spec.chart.type === "box" ? (
            <TickField
              label={t("field-points")}
              value={spec.chart.points}
              readOnly={readOnly}
              onChange={(points) => set(["chart"], { type: "box", points })}
            />
          ) : null}
          {spec.chart.type === "line" ? (
            <TickField
              label={t("field-marks")}
              value={spec.chart.points}
              readOnly={readOnly}
              onChange={(points) => set(["chart"], { type: "line", points })}
            />
          ) : null}
          {spec.chart.type === "bar" ? (
            <TickField
              label={t("field-stacked")}
              value={spec.chart.stacked}
              readOnly={readOnly}
              onChange={(stacked) => set(["chart"], { ...spec.chart, stacked } as Json)}
            />
          ) : null}
          {spec.chart.type === "histogram" ? (
            <NumberField
              label={t("field-bins")}
              value={spec.chart.bins}
              min={2}
              max={500}
              whole
              optional
              placeholder={t("bins-auto")}
              width={96}
              readOnly={readOnly}
              onChange={(bins) => set(["chart"], { type: "histogram", bins })}
            />
          ) : null}
          {type === "point" || type === "line" || type === "histogram" ? (
            <TickField
              label={t("field-log-x")}
              value={spec.logX}
              readOnly={readOnly}
              onChange={(value) => set(["logX"], value)}
            />
          ) : null}
          {type === "heatmap" ? null : (
            <TickField
              label={t("field-log-y")}
              value={spec.logY}
              readOnly={readOnly}
              onChange={(value) => set(["logY"], value)}
            />
          )}
          <SelectField
            label={t("field-order")}
            value={typeof spec.order === "string" ? spec.order : "own"}
            readOnly={readOnly}
            options={[
              ...(["name", "data", "value", "value-down"] as const).map((value) => ({ value, label: t(`order-${value}`) })),
              ...(typeof spec.order === "string" ? [] : [{ value: "own", label: t("order-own") }]),
            ]}
            onChange={(value) => value !== "own" && set(["order"], value)}
          />
          <NumberField
            label={t("field-groups")}
            value={spec.groups}
            min={2}
            max={100}
            whole
            readOnly={readOnly}
            onChange={(value) => value !== null && set(["groups"], value)}
          />
          <TextFieldRow
            label={t("field-title")}
            value={spec.title}
            readOnly={readOnly}
            onChange={(value) => set(["title"], value)}
          />
          <TextFieldRow
            label={t("field-x-title")}
            value={spec.xTitle}
            readOnly={readOnly}
            onChange={(value) => set(["xTitle"], value)}
            width={120}
          />
          <TextFieldRow
            label={t("field-y-title")}
            value={spec.yTitle}
            readOnly={readOnly}
            onChange={(value) => set(["yTitle"], value)}
            width={120}
          />
          <TickField
            label={t("field-labels")}
            title={t("labels-hint")}
            value={spec.labels}
            readOnly={readOnly}
            onChange={(value) => set(["labels"], value)}
          />
          {spec.labels ? (
            <NameField
              label={t("field-rows")}
              value={spec.label as ChartField}
              columns={columns}
              matrix={null}
              editor={{ choices: () => [], readOnly, reader }}
              optional
              onChange={(value) => set(["label"], value as Json)}
            />
          ) : null}
        </FieldRow>
      ) : null}
    </View>
  );
}

/** The most variable features, or chosen ones, or those of a parameter. */
function HeatmapRows(props: EditorProps<ChartSpec>) {
  const { spec, locale, set, readOnly, reader, choices } = props;
  const t = translator("chart", locale);
  if (spec.chart.type !== "heatmap") return null;
  const heatmap = spec.chart;
  const handle = spec.from ? (props.handleOf?.(spec.from) ?? null) : null;
  const parameters = choices(["value"]);
  const how = heatmap.features === null ? "top" : isCellRef(heatmap.features) ? `=${heatmap.features.ref}` : "chosen";
  const write = (change: { readonly [key: string]: Json }): void => set(["chart"], { ...heatmap, ...change } as Json);
  return (
    <>
      <SelectField
        label={t("field-rows")}
        value={how}
        readOnly={readOnly}
        options={[
          { value: "top", label: t("field-top") },
          { value: "chosen", label: t("field-features") },
          ...parameters.map((choice) => ({ value: `=${choice.ref.ref}`, label: choice.name, group: t("group-parameters") })),
        ]}
        onChange={(value) => write({ features: value === "top" ? null : value === "chosen" ? [] : { ref: value.slice(1) } })}
      />
      {how === "top" ? (
        <NumberField
          label={t("field-count")}
          value={heatmap.top}
          min={2}
          max={2000}
          whole
          readOnly={readOnly}
          onChange={(top) => top !== null && write({ top })}
        />
      ) : null}
      {Array.isArray(heatmap.features) ? (
        <ManyField
          label={t("field-features")}
          value={heatmap.features as readonly string[]}
          readOnly={readOnly}
          find={async (text) =>
            handle
              ? (await reader.search(handle, { what: "features", text, limit: 8 })).map((name) => ({ value: name, label: name }))
              : namesMatching([], text)
          }
          onChange={(features) => write({ features: [...features] })}
        />
      ) : null}
      <TickField label={t("field-centre")} value={heatmap.centre} readOnly={readOnly} onChange={(centre) => write({ centre })} />
    </>
  );
}
