// The form: the views with their file, entity, time and columns; the list of entities and moments.

import { useEffect, useState } from "react";
import type { FileRef } from "../../base/refs.ts";
import { isJsonObject, type Json } from "../../base/json.ts";
import type { EditorProps } from "../../contract/kind-view.ts";
import { CellField, choiceOf } from "../../ui/CellField.tsx";
import { LineButton, Quiet } from "../../ui/field-styles.ts";
import { Field, FieldRow } from "../../ui/FieldRow.tsx";
import { FileField } from "../../ui/FileField.tsx";
import { View } from "../../ui/locale-context.tsx";
import { ManyField, namesMatching } from "../../ui/ManyField.tsx";
import { reportBody } from "../../ui/report-body.ts";
import { SegmentedField, TickField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberControl } from "../../ui/TextFieldRow.tsx";
import { useArtifact } from "../../ui/use-artifact.ts";
import type { FeaturesSpec, FeatureView } from "./spec.ts";
import { words } from "./words.ts";

const endings = [".parquet"];
const emptyView: FeatureView = { file: null, features: null, entity: "", time: null };

export function Editor(props: EditorProps<FeaturesSpec>) {
  const { spec, locale, set, readOnly, choices, handleOf } = props;
  const say = (key: Parameters<typeof words.say>[0], params = {}): string => words.say(key, params, locale);
  const source = choiceOf(choices(["table"]), spec.entities);
  const summary = (spec.entities ? handleOf?.(spec.entities)?.summary : null) ?? source?.summary ?? null;
  const ofList = (summary?.columns ?? []).map(({ name }) => name);
  const write = (views: readonly FeatureView[]): void => set(["views"], views);
  const views = spec.views.length === 0 ? [emptyView] : spec.views;
  const change = (at: number, part: Partial<FeatureView>): void =>
    write(views.map((view, each) => (each === at ? { ...view, ...part } : view)));
  const made = useArtifact(props.outputs?.["report"], props.reader);
  const known = made.state === "here" ? columnsOfReport(reportBody(made.value)["views"]) : [];
  return (
    <View locale={locale}>
      {views.map((view, at) => (
        <ViewFields
          key={`${at} ${view.file?.digest ?? ""}`}
          view={view}
          title={say("view", { n: at + 1 })}
          known={known[at] ?? []}
          host={props}
          change={(part) => change(at, part)}
          remove={views.length > 1 ? () => write(views.filter((_, each) => each !== at)) : null}
        />
      ))}
      {readOnly ? null : (
        <LineButton type="button" onClick={() => write([...views, emptyView])}>
          {say("add-view")}
        </LineButton>
      )}
      <FieldRow>
        <CellField
          label={say("entities")}
          value={spec.entities}
          accepts={["table"]}
          editor={props}
          optional
          needed={false}
          empty={say("all-entities")}
          onChange={(ref) => set(["entities"], ref)}
        />
        {spec.entities === null ? null : (
          <>
            <SelectField
              label={say("entity-by")}
              value={spec.entity ?? ""}
              needed={spec.entity === null}
              readOnly={readOnly}
              columns={ofList}
              onChange={(value) => set(["entity"], value === "" ? null : value)}
            />
            <SelectField
              label={say("moment")}
              value={spec.time ?? ""}
              readOnly={readOnly}
              empty={say("newest")}
              columns={ofList}
              onChange={(value) => set(["time"], value === "" ? null : value)}
            />
          </>
        )}
        {spec.time === null ? null : (
          <>
            <TickField
              label={say("strictly")}
              value={spec.strictly}
              readOnly={readOnly}
              onChange={(strictly) => set(["strictly"], strictly)}
            />
            <Field label={say("tolerance")}>
              <NumberControl
                label={say("tolerance")}
                value={spec.tolerance}
                readOnly={readOnly}
                onChange={(tolerance) => set(["tolerance"], tolerance)}
              />
            </Field>
          </>
        )}
        <SegmentedField
          label={say("keep-rows")}
          value={spec.keep}
          readOnly={readOnly}
          options={[
            { value: "all", label: say("keep-all") },
            { value: "found", label: say("keep-found") },
          ]}
          onChange={(keep) => set(["keep"], keep)}
        />
      </FieldRow>
    </View>
  );
}

function ViewFields(props: {
  readonly view: FeatureView;
  readonly title: string;
  /** Columns that the last answer told. */
  readonly known: readonly string[];
  readonly host: EditorProps<FeaturesSpec>;
  readonly change: (part: Partial<FeatureView>) => void;
  readonly remove: (() => void) | null;
}) {
  const { view, title, host, change, remove } = props;
  const { locale, readOnly } = host;
  const say = (key: Parameters<typeof words.say>[0], params = {}): string => words.say(key, params, locale);
  const looked = useColumnsOf(view.file, host.columnsOf);
  const columns = looked ?? props.known;
  const name = view.file?.name ?? title;
  // A view of the store says whom its rows are about; of any other file somebody says it.
  const choose = async (file: FileRef | null): Promise<void> => {
    const keys = file && view.entity === "" ? await host.keysOf?.(file).catch(() => null) : null;
    change(keys ? { file, ...keys } : { file });
  };
  return (
    <FieldRow role="group" aria-label={title}>
      <FileField
        label={title}
        value={view.file}
        endings={endings}
        editor={host}
        empty={say("choose-view")}
        onChange={(file) => void choose(file)}
      />
      {view.file === null ? null : (
        <>
          <SelectField
            label={say("entity-by")}
            value={view.entity}
            needed={view.entity === ""}
            readOnly={readOnly}
            columns={columns}
            onChange={(entity) => change({ entity })}
          />
          <SelectField
            label={say("known-from")}
            value={view.time ?? ""}
            readOnly={readOnly}
            empty={say("no-times")}
            columns={columns}
            onChange={(time) => change({ time: time === "" ? null : time })}
          />
          <ManyField
            label={say("features")}
            value={view.features ?? []}
            readOnly={readOnly}
            placeholder={say("all-features")}
            find={async (text) =>
              namesMatching(
                columns.filter((each) => each !== view.entity && each !== view.time),
                text,
              )
            }
            onChange={(features) => change({ features: features.length > 0 ? [...features] : null })}
          />
        </>
      )}
      {remove && !readOnly ? (
        <Quiet type="button" aria-label={say("remove-view", { name })} onClick={remove}>
          ×
        </Quiet>
      ) : null}
    </FieldRow>
  );
}

const columnsOfReport = (value: Json | undefined): readonly (readonly string[])[] =>
  (Array.isArray(value) ? (value as readonly Json[]) : []).map((view) => {
    const columns = isJsonObject(view) ? view["columns"] : null;
    return Array.isArray(columns) ? (columns as readonly Json[]).map(String) : [];
  });

/** Null until somebody has looked, or where nobody can. */
function useColumnsOf(file: FileRef | null, look: EditorProps["columnsOf"]): readonly string[] | null {
  const [found, setFound] = useState<readonly string[] | null>(null);
  const digest = file?.digest ?? null;
  const mayLook = look !== undefined;
  useEffect(() => {
    if (!file || !look) return undefined;
    let here = true;
    look(file).then(
      (columns) => here && setFound(columns),
      () => undefined,
    );
    return () => {
      here = false;
    };
    // A host makes the function anew at each render: it is asked once a file.
  }, [digest, mayLook]);
  return found;
}
