// The form of training: what to predict from what, by which model, and how it is validated. Where the data say which lab
// a row came from, leaving one lab out is offered first: it is the question that a second lab will ask.

import { lazy, Suspense, useMemo, useState } from "react";
import { formOf, learners, newAlgorithm } from "../../learners.ts";
import { CellField, choiceOf } from "../../ui/CellField.tsx";
import { Quiet } from "../../ui/field-styles.ts";
import { KnownColumns } from "../../ui/columns/said-columns.tsx";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { ManyField, namesMatching } from "../../ui/ManyField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField, TextFieldRow } from "../../ui/TextFieldRow.tsx";
import type { EditorProps } from "../../contract/kind-view.ts";
import { groupsLeftOut } from "./groups-left-out.ts";
import type { TrainSpec } from "./spec.ts";
import { words as viewsWords } from "../../messages/views/words.ts";

const leave = "leave:";

export function Editor(props: EditorProps<TrainSpec>) {
  const { spec, locale, set, readOnly, choices, reader } = props;
  const t = translator(viewsWords, locale);
  const [more, setMore] = useState(false);
  const source = choiceOf(choices(["assay", "table"]), spec.from);
  const handle = spec.from ? (props.handleOf?.(spec.from) ?? null) : null;
  const isMatrix = (handle?.summary.type ?? source?.type) === "assay";
  const all = (handle?.summary ?? source?.summary)?.columns ?? [];
  const columns = all.map((column) => column.name);
  const validation = spec.validation.type === "k-fold" ? "k-fold" : `${leave}${spec.validation.column}`;
  const chosen = spec.validation.type === "k-fold" ? null : spec.validation.column;
  const { labs, others } = groupsLeftOut(all, { target: spec.target, chosen });
  const { algorithm } = spec;
  const levels = all.find((column) => column.name === spec.target)?.levels ?? null;
  const Form = useMemo(() => lazy(async () => ({ default: (await formOf(algorithm)()).Form })), [algorithm.type]);
  return (
    <View locale={locale}>
      <KnownColumns columns={all}>
        <FieldRow>
          <SelectField
            label={t("form-predict")}
            value={spec.target}
            needed={spec.from !== null && spec.target === ""}
            readOnly={readOnly || spec.from === null}
            columns={columns}
            onChange={(value) => {
              set(["target"], value);
              if (spec.positive !== "") set(["positive"], "");
            }}
          />
          {spec.target === "" ? null : levels === null ? (
            <TextFieldRow
              label={t("form-positive")}
              value={spec.positive}
              placeholder={t("form-rarer")}
              readOnly={readOnly}
              onChange={(value) => set(["positive"], value.trim())}
            />
          ) : levels.length === 2 || spec.positive !== "" ? (
            <SelectField
              label={t("form-positive")}
              value={spec.positive}
              empty={t("form-rarer")}
              readOnly={readOnly}
              options={levels.map((level) => ({ value: level, label: level }))}
              onChange={(value) => set(["positive"], value)}
            />
          ) : null}
          <CellField
            label={t("data")}
            value={spec.from}
            accepts={["assay", "table"]}
            editor={props}
            onChange={(ref) => {
              set(["from"], ref);
              const read = choiceOf(choices(["assay", "table"]), ref)?.summary?.columns ?? [];
              const [lab] = groupsLeftOut(read, { target: spec.target, chosen: null }).labs;
              if (lab !== undefined && spec.validation.type === "k-fold")
                set(["validation"], { type: "leave-one-out", column: lab });
            }}
          />
          <CellField
            label={t("form-prepare")}
            value={spec.prepare}
            accepts={["report"]}
            editor={{ readOnly, choices: () => choices(["report"]).filter(({ ref }) => ref.port === "fitted") }}
            needed={false}
            optional
            empty={t("form-prepare-none")}
            onChange={(ref) => set(["prepare"], ref)}
          />
          <SelectField
            label={t("form-model")}
            value={algorithm.type}
            readOnly={readOnly}
            options={Object.values(learners).map(({ learner }) => ({
              value: learner.name,
              label: learner.words.say("title", {}, locale),
            }))}
            onChange={(value) => set(["algorithm"], newAlgorithm(value))}
          />
          <SelectField
            label={t("form-validated")}
            value={validation}
            readOnly={readOnly}
            options={[
              ...labs.map((name) => ({ value: leave + name, label: t("form-leave-out", { column: name }) })),
              { value: "k-fold", label: t("form-folds") },
              ...others.map((column) => ({
                value: leave + column,
                label: t("form-leave-out", { column }),
                group: t("form-other-columns"),
              })),
            ]}
            onChange={(value) =>
              set(
                ["validation"],
                value === "k-fold" ? { type: "k-fold", folds: 10 } : { type: "leave-one-out", column: value.slice(leave.length) },
              )
            }
          />
          {spec.validation.type === "k-fold" ? (
            <NumberField
              label={t("form-fold-count")}
              value={spec.validation.folds}
              min={2}
              max={100}
              whole
              readOnly={readOnly}
              onChange={(folds) => folds !== null && set(["validation"], { type: "k-fold", folds })}
            />
          ) : null}
          {isMatrix && spec.features === null ? (
            <NumberField
              label={t("form-top")}
              value={spec.topFeatures}
              min={0}
              whole
              readOnly={readOnly}
              onChange={(value) => value !== null && set(["topFeatures"], value)}
            />
          ) : null}
          <Quiet type="button" aria-expanded={more} onClick={() => setMore(!more)}>
            {more ? t("less") : t("more")}
          </Quiet>
        </FieldRow>
        {more ? (
          <FieldRow>
            <Suspense fallback={null}>
              <Form options={algorithm} locale={locale} readOnly={readOnly} set={(options) => set(["algorithm"], options)} />
            </Suspense>
            <ManyField
              label={t("form-features")}
              value={spec.features ?? []}
              readOnly={readOnly}
              placeholder={spec.features === null ? t(isMatrix ? "form-most-variable" : "form-all-numbers") : t("add-name")}
              find={async (text) =>
                isMatrix && handle
                  ? (await reader.search(handle, { what: "features", text, limit: 8 })).map((name) => ({
                      value: name,
                      label: name,
                    }))
                  : namesMatching(
                      columns.filter((name) => name !== spec.target),
                      text,
                    )
              }
              onChange={(features) => set(["features"], features.length > 0 ? [...features] : null)}
            />
            {isMatrix || spec.features !== null ? null : (
              <ManyField
                label={t("form-except")}
                value={spec.except}
                readOnly={readOnly}
                find={async (text) =>
                  namesMatching(
                    columns.filter((name) => name !== spec.target),
                    text,
                  )
                }
                onChange={(except) => set(["except"], [...except])}
              />
            )}
            <SelectField
              label={t("form-labs")}
              value={spec.labColumn}
              empty={t("none")}
              readOnly={readOnly}
              columns={columns.filter((name) => name !== spec.target)}
              onChange={(value) => set(["labColumn"], value)}
            />
            <SelectField
              label={t("form-weights")}
              value={spec.weights}
              readOnly={readOnly}
              options={(["none", "balanced"] as const).map((value) => ({ value, label: t(`form-weights-${value}`) }))}
              onChange={(value) => set(["weights"], value)}
            />
            <NumberField
              label={t("form-permutations")}
              value={spec.permutations}
              min={0}
              max={1000}
              whole
              readOnly={readOnly}
              onChange={(permutations) => permutations !== null && set(["permutations"], permutations)}
            />
            <NumberField
              label={t("form-seed")}
              value={spec.seed}
              min={0}
              max={4294967295}
              whole
              readOnly={readOnly}
              onChange={(seed) => seed !== null && set(["seed"], seed)}
            />
          </FieldRow>
        ) : null}
      </KnownColumns>
    </View>
  );
}
