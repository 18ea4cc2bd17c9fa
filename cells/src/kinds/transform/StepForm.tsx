// The form of one step, by its verb: fields for people who don't write code, a formula where one is wanted.

import type { Json } from "../../base/json.ts";
import { CellField, choiceOf } from "../../ui/CellField.tsx";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator } from "../../ui/locale-context.tsx";
import { ManyField, namesMatching } from "../../ui/ManyField.tsx";
import { SegmentedField, TickField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField, TextFieldRow } from "../../ui/TextFieldRow.tsx";
import { NumberOrParameter } from "../../ui/ValueField.tsx";
import { isCellRef } from "../../base/refs.ts";
import type { EditorProps } from "../../contract/kind-view.ts";
import type { Known } from "./columns-before.ts";
import { Rows } from "./Rows.tsx";
import type { TransformSpec } from "./spec.ts";
import { type Aggregate, aggregates, joinTypes, type Step } from "./steps.ts";
import { typedValue, WhereForm } from "./WhereForm.tsx";

interface Props<S extends Step = Step> {
  readonly step: S;
  readonly known: Known;
  readonly editor: EditorProps<TransformSpec>;
  /** Sets one field of the step. */
  readonly write: (field: string, value: Json | undefined) => void;
}

export function StepForm(props: Props) {
  const { step, known, editor, write } = props;
  const t = translator("forms", editor.locale);
  const { readOnly } = editor;
  const names = known.columns;
  const findColumn = async (text: string) => namesMatching(names, text);
  const columns = (field: string, value: readonly string[], label = t("columns")) => (
    <ManyField label={label} value={value} readOnly={readOnly} find={findColumn} onChange={(next) => write(field, [...next])} />
  );
  const column = (field: string, value: string, label: string) => (
    <SelectField
      label={label}
      value={value}
      needed={value === ""}
      readOnly={readOnly}
      options={names.map((name) => ({ value: name, label: name }))}
      onChange={(next) => write(field, next)}
    />
  );
  const keepDrop = (value: "keep" | "drop") => (
    <SegmentedField
      label={t("do")}
      value={value}
      readOnly={readOnly}
      options={[
        { value: "keep", label: t("keep") },
        { value: "drop", label: t("drop") },
      ]}
      onChange={(next) => write("action", next)}
    />
  );
  const features = async (text: string) => {
    const handle = editor.spec.from ? (editor.handleOf?.(editor.spec.from) ?? null) : null;
    return handle
      ? (await editor.reader.search(handle, { what: "features", text, limit: 8 })).map((name) => ({ value: name, label: name }))
      : [];
  };
  switch (step.verb) {
    case "filter":
      return (
        <FieldRow>
          {keepDrop(step.action)}
          <WhereForm where={step.where} columns={names} editor={editor} write={(where) => write("where", where)} />
        </FieldRow>
      );
    case "select":
      return (
        <FieldRow>
          {keepDrop(step.action)}
          {columns("columns", step.columns)}
        </FieldRow>
      );
    case "rename":
      return (
        <Rows
          items={step.columns}
          empty={{ from: names[0] ?? "", to: "" }}
          t={t}
          readOnly={readOnly}
          write={(items) => write("columns", items.filter((item) => item.from !== "") as Json)}
          show={(item, set) => (
            <>
              <SelectField
                label={t("column")}
                value={item.from}
                readOnly={readOnly}
                options={names.map((name) => ({ value: name, label: name }))}
                onChange={(from) => set({ ...item, from })}
              />
              <TextFieldRow
                label={t("new-name")}
                value={item.to}
                needed={item.to === ""}
                readOnly={readOnly}
                onChange={(to) => set({ ...item, to })}
              />
            </>
          )}
        />
      );
    case "derive":
      return (
        <FieldRow>
          <TextFieldRow
            label={t("new-column")}
            value={step.name}
            needed={step.name === ""}
            readOnly={readOnly}
            onChange={(value) => write("name", value)}
          />
          <TextFieldRow
            label="="
            value={step.formula}
            needed={step.formula === ""}
            width={280}
            placeholder="log2(counts + 1)"
            readOnly={readOnly}
            onChange={(value) => write("formula", value)}
          />
        </FieldRow>
      );
    case "join":
    case "annotate-samples": {
      const other = choiceOf(editor.choices(["table"]), step.with);
      const theirs = (other?.summary?.columns ?? []).map((item) => item.name);
      return (
        <FieldRow>
          <CellField
            label={t("with")}
            value={step.with}
            accepts={["table"]}
            editor={editor}
            onChange={(ref) => write("with", ref as unknown as Json)}
          />
          {step.verb === "join" ? (
            <SelectField
              label={t("rows-kept")}
              value={step.how}
              readOnly={readOnly}
              options={joinTypes.map((value) => ({ value, label: t(`join-${value}`) }))}
              onChange={(value) => write("how", value)}
            />
          ) : null}
          <Rows
            items={step.on}
            empty={{
              left: names.find((name) => theirs.includes(name)) ?? names[0] ?? "",
              right: theirs.find((name) => names.includes(name)) ?? theirs[0] ?? "",
            }}
            t={t}
            readOnly={readOnly}
            add={t("add-pair")}
            write={(items) => write("on", items.filter((item) => item.left !== "" && item.right !== "") as Json)}
            show={(item, set) => (
              <>
                <SelectField
                  label={t("where-here")}
                  value={item.left}
                  readOnly={readOnly}
                  options={names.map((name) => ({ value: name, label: name }))}
                  onChange={(left) => set({ ...item, left })}
                />
                <SelectField
                  label={t("equals-there")}
                  value={item.right}
                  readOnly={readOnly}
                  options={theirs.map((name) => ({ value: name, label: name }))}
                  onChange={(right) => set({ ...item, right })}
                />
              </>
            )}
          />
        </FieldRow>
      );
    }
    case "summarise":
      return (
        <FieldRow>
          {columns("by", step.by, t("for-each"))}
          <Rows
            items={step.values}
            empty={{ name: "n", take: "count" as Aggregate }}
            t={t}
            readOnly={readOnly}
            write={(items) => write("values", items as unknown as Json)}
            show={(item, set) => (
              <>
                <SelectField
                  label={t("take")}
                  value={item.take}
                  readOnly={readOnly}
                  options={aggregates.map((value) => ({ value, label: t(`take-${value}`) }))}
                  onChange={(take) => set(named({ ...item, take: take as Aggregate }, item.name))}
                />
                {item.take === "count" ? null : (
                  <SelectField
                    label={t("of")}
                    value={item.column ?? ""}
                    needed={item.column === undefined}
                    readOnly={readOnly}
                    options={names.map((name) => ({ value: name, label: name }))}
                    onChange={(value) => set(named({ ...item, column: value }, item.name))}
                  />
                )}
                <TextFieldRow
                  label={t("as")}
                  value={item.name}
                  width={120}
                  readOnly={readOnly}
                  onChange={(name) => name !== "" && set({ ...item, name })}
                />
              </>
            )}
          />
        </FieldRow>
      );
    case "sort":
      return (
        <Rows
          items={step.by}
          empty={{ column: names[0] ?? "", descending: false }}
          t={t}
          readOnly={readOnly}
          write={(items) => write("by", items.filter((item) => item.column !== "") as Json)}
          show={(item, set) => (
            <>
              <SelectField
                label={t("by")}
                value={item.column}
                readOnly={readOnly}
                options={names.map((name) => ({ value: name, label: name }))}
                onChange={(next) => set({ ...item, column: next })}
              />
              <TickField
                label={t("largest-first")}
                value={item.descending}
                readOnly={readOnly}
                onChange={(descending) => set({ ...item, descending })}
              />
            </>
          )}
        />
      );
    case "pivot":
      return (
        <FieldRow>
          {column("names", step.names, t("columns-from"))}
          {column("values", step.values, t("filled-with"))}
          <SelectField
            label={t("where-several")}
            value={step.take}
            readOnly={readOnly}
            options={(["first", ...aggregates] as const).map((value) => ({ value, label: t(`take-${value}`) }))}
            onChange={(value) => write("take", value)}
          />
        </FieldRow>
      );
    case "fold":
      return (
        <FieldRow>
          {columns("columns", step.columns)}
          <TextFieldRow
            label={t("names-into")}
            value={step.name}
            width={112}
            readOnly={readOnly}
            onChange={(value) => value !== "" && write("name", value)}
          />
          <TextFieldRow
            label={t("values-into")}
            value={step.value}
            width={112}
            readOnly={readOnly}
            onChange={(value) => value !== "" && write("value", value)}
          />
        </FieldRow>
      );
    case "sample":
      return (
        <FieldRow>
          <SegmentedField
            label={t("draw")}
            value={"rows" in step.size ? "rows" : "fraction"}
            readOnly={readOnly}
            options={[
              { value: "rows", label: t("number-of-rows") },
              { value: "fraction", label: t("share-of-rows") },
            ]}
            onChange={(value) => write("size", value === "rows" ? { rows: 1000 } : { fraction: 0.1 })}
          />
          {"rows" in step.size ? (
            <NumberOrParameter
              label={t("rows")}
              value={step.size.rows}
              min={1}
              whole
              fallback={1000}
              editor={editor}
              onChange={(rows) => write("size", { rows })}
            />
          ) : (
            <NumberOrParameter
              label={t("share")}
              value={step.size.fraction}
              min={0}
              fallback={0.1}
              editor={editor}
              onChange={(fraction) => write("size", { fraction })}
            />
          )}
          <NumberField
            label={t("seed")}
            value={step.seed}
            whole
            readOnly={readOnly}
            onChange={(value) => value !== null && write("seed", value)}
          />
        </FieldRow>
      );
    case "drop-missing":
      return <FieldRow>{columns("columns", step.columns, t("missing-in"))}</FieldRow>;
    case "fill-missing":
      return (
        <FieldRow>
          {columns("columns", step.columns)}
          <SelectField
            label={t("with")}
            value={step.fill.by}
            readOnly={readOnly}
            options={(["mean", "median", "mode", "value"] as const).map((value) => ({ value, label: t(`fill-${value}`) }))}
            onChange={(value) => write("fill", value === "value" ? { by: "value", value: 0 } : { by: value })}
          />
          {step.fill.by === "value" ? (
            <TextFieldRow
              label={t("value")}
              value={isCellRef(step.fill.value) ? "" : String(step.fill.value)}
              width={96}
              readOnly={readOnly}
              onChange={(value) => write("fill", { by: "value", value: typedValue(value) })}
            />
          ) : null}
        </FieldRow>
      );
    case "distinct":
      return <FieldRow>{columns("columns", step.columns, t("one-row-for-each"))}</FieldRow>;
    case "head":
      return (
        <FieldRow>
          <NumberOrParameter
            label={t("rows")}
            value={step.rows}
            min={1}
            whole
            fallback={100}
            editor={editor}
            onChange={(value) => write("rows", value)}
          />
        </FieldRow>
      );
    case "filter-features": {
      const { rule } = step;
      return (
        <FieldRow>
          <SelectField
            label={t("keep-with")}
            value={rule.by}
            readOnly={readOnly}
            options={(["count", "total"] as const).map((value) => ({ value, label: t(`rule-${value}`) }))}
            onChange={(value) =>
              write("rule", value === "count" ? { by: "count", min: 10, samples: 3 } : { by: "total", above: 10 })
            }
          />
          {rule.by === "count" ? (
            <>
              <NumberOrParameter
                label={t("at-least")}
                value={rule.min}
                fallback={10}
                editor={editor}
                onChange={(min) => write("rule", { ...rule, min } as Json)}
              />
              <NumberOrParameter
                label={t("in-samples")}
                value={rule.samples}
                min={1}
                whole
                fallback={3}
                editor={editor}
                onChange={(samples) => write("rule", { ...rule, samples } as Json)}
              />
            </>
          ) : (
            <NumberOrParameter
              label={t("above")}
              value={rule.above}
              fallback={10}
              editor={editor}
              onChange={(above) => write("rule", { by: "total", above })}
            />
          )}
        </FieldRow>
      );
    }
    case "select-features": {
      const parameters = editor.choices(["value"]);
      return (
        <FieldRow>
          {keepDrop(step.action)}
          {parameters.length > 0 ? (
            <SelectField
              label={t("which")}
              value={isCellRef(step.features) ? step.features.ref : "-"}
              readOnly={readOnly}
              options={[
                { value: "-", label: t("these") },
                ...parameters.map((choice) => ({ value: choice.ref.ref as string, label: choice.name, group: t("parameters") })),
              ]}
              onChange={(value) => write("features", value === "-" ? [] : { ref: value })}
            />
          ) : null}
          {isCellRef(step.features) ? null : (
            <ManyField
              label={t("features")}
              value={step.features}
              readOnly={readOnly}
              find={features}
              onChange={(next) => write("features", [...next])}
            />
          )}
        </FieldRow>
      );
    }
    case "log-cpm":
      return (
        <FieldRow>
          <NumberOrParameter
            label={t("prior")}
            value={step.prior}
            min={0}
            fallback={1}
            editor={editor}
            onChange={(value) => write("prior", value)}
          />
        </FieldRow>
      );
    case "log":
      return (
        <FieldRow>
          <SelectField
            label={t("base")}
            value={String(step.base)}
            readOnly={readOnly}
            options={["2", "10", "e"].map((value) => ({ value, label: value }))}
            onChange={(value) => write("base", value === "e" ? "e" : Number(value))}
          />
          <NumberOrParameter
            label={t("prior")}
            value={step.prior}
            fallback={1}
            editor={editor}
            onChange={(value) => write("prior", value)}
          />
        </FieldRow>
      );
    case "top-variable":
      return (
        <FieldRow>
          <NumberOrParameter
            label={t("how-many")}
            value={step.count}
            min={1}
            whole
            fallback={500}
            editor={editor}
            onChange={(value) => write("count", value)}
          />
        </FieldRow>
      );
    case "to-table":
      return (
        <FieldRow>
          <SelectField
            label={t("row-is")}
            value={step.shape}
            readOnly={readOnly}
            options={(["samples", "wide", "long"] as const).map((value) => ({ value, label: t(`shape-${value}`) }))}
            onChange={(value) => write("shape", value)}
          />
        </FieldRow>
      );
    case "cpm":
    case "z-score":
      return null;
  }
}

/** A name that was made from what is taken follows it; one that was typed stays. */
function named<T extends { readonly name: string; readonly take: string; readonly column?: string | undefined }>(
  item: T,
  old: string,
): T {
  const made = item.take === "count" ? "n" : `${item.take}_${item.column ?? ""}`;
  return /^(n|(count|sum|mean|median|sd|min|max|distinct)_.*)$/.test(old) ? { ...item, name: made } : item;
}
