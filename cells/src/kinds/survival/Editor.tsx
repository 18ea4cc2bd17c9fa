// The form: which columns are the follow-up, which groups are compared, what the model takes.

import type { Json } from "../../base/json.ts";
import type { EditorProps } from "../../contract/kind-view.ts";
import { CellField, choiceOf } from "../../ui/CellField.tsx";
import { DesignForm } from "../../ui/design/DesignForm.tsx";
import { levelsOf, useSheet } from "../../ui/design/use-sheet.ts";
import { Caption } from "../../ui/field-styles.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { ManyField, namesMatching } from "../../ui/ManyField.tsx";
import { SegmentedField, TickField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { guessEvent, guessTime } from "./guess-columns.ts";
import type { SurvivalSpec } from "./spec.ts";
import { words } from "./words.ts";

export function Editor(props: EditorProps<SurvivalSpec>) {
  const { spec, locale, set, readOnly, choices, handleOf, reader } = props;
  const t = translator(words, locale);
  const choice = choiceOf(choices(["table"]), spec.from);
  const handle = spec.from ? (handleOf?.(spec.from) ?? null) : null;
  const sheet = useSheet(handle, reader);
  const seen = (handle?.summary ?? choice?.summary)?.columns ?? [];
  const columns = seen.map(({ name }) => name);
  const guessed = { time: guessTime(seen), event: guessEvent(seen) };
  const column = (field: "time" | "event") => (
    <SelectField
      label={t(`form-${field}`)}
      value={spec[field]}
      empty={guessed[field] === null ? undefined : t("form-guessed", { column: guessed[field] })}
      needed={spec[field] === "" && guessed[field] === null}
      columns={columns}
      readOnly={readOnly}
      onChange={(value) => set([field], value)}
    />
  );
  const events = levelsOf(sheet, spec.event || (guessed.event ?? ""));
  return (
    <View locale={locale}>
      <FieldRow>
        <CellField
          label={t("table")}
          value={spec.from}
          accepts={["table"]}
          editor={props}
          onChange={(ref) => set(["from"], ref)}
        />
        {column("time")}
        {column("event")}
        <ManyField
          label={t("form-occurred")}
          value={spec.occurred}
          placeholder={t("form-guess")}
          readOnly={readOnly}
          find={(text) => Promise.resolve(namesMatching(events, text))}
          onChange={(value) => set(["occurred"], [...value])}
        />
      </FieldRow>
      <FieldRow>
        <SelectField
          label={t("form-group")}
          value={spec.group}
          empty={t("form-no-group")}
          columns={columns}
          readOnly={readOnly}
          onChange={(value) => set(["group"], value)}
        />
        {spec.group === "" ? null : (
          <SelectField
            label={t("form-without")}
            value={spec.without}
            empty={t("form-left-out")}
            options={[...new Set([...levelsOf(sheet, spec.group), ...(spec.without === "" ? [] : [spec.without])])].map(
              (value) => ({
                value,
                label: value,
              }),
            )}
            readOnly={readOnly}
            onChange={(value) => set(["without"], value)}
          />
        )}
        <ManyField
          label={t("form-strata")}
          value={spec.strata}
          readOnly={readOnly}
          find={(text) => Promise.resolve(namesMatching(columns, text))}
          onChange={(value) => set(["strata"], [...value])}
        />
        <SegmentedField
          label={t("form-interval")}
          value={spec.interval}
          readOnly={readOnly}
          options={(["log", "log-log"] as const).map((value) => ({ value, label: value }))}
          onChange={(value) => set(["interval"], value)}
        />
        <SegmentedField
          label={t("form-ties")}
          value={spec.ties}
          readOnly={readOnly}
          options={[
            { value: "efron", label: "Efron" },
            { value: "breslow", label: "Breslow" },
          ]}
          onChange={(value) => set(["ties"], value)}
        />
        <TickField
          label={t("form-zero")}
          value={spec.zero === "keep"}
          readOnly={readOnly}
          onChange={(keep) => set(["zero"], keep ? "keep" : "leave-out")}
        />
      </FieldRow>
      <Caption>{t("form-model")}</Caption>
      <DesignForm
        design={spec.model}
        sheet={sheet}
        doubts={[]}
        otherSamples={false}
        columns={columns}
        readOnly={readOnly}
        isOptional
        locale={locale}
        onChange={(model) => set(["model"], model as Json)}
      />
    </View>
  );
}
