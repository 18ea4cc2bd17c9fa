// The form of predicting: a model of this notebook, or an ONNX file, and the data that it runs on.

import { isFileRef } from "../../base/refs.ts";
import { KnownColumns } from "../../ui/columns/said-columns.tsx";
import { CellField } from "../../ui/CellField.tsx";
import { LineButton } from "../../ui/field-styles.ts";
import { FieldGroup, FieldRow } from "../../ui/FieldRow.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { ManyField, namesMatching } from "../../ui/ManyField.tsx";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import type { EditorProps } from "../../contract/kind-view.ts";
import type { PredictSpec } from "./spec.ts";
import { words as viewsWords } from "../../messages/views/words.ts";

export function Editor(props: EditorProps<PredictSpec>) {
  const { spec, locale, set, readOnly, sendFile, reader } = props;
  const t = translator(viewsWords, locale);
  const handle = spec.from ? (props.handleOf?.(spec.from) ?? null) : null;
  const file = isFileRef(spec.model) ? spec.model : null;
  const choose = async (): Promise<void> => {
    const sent = await sendFile?.([".onnx"]);
    if (sent) set(["model"], sent);
  };
  return (
    <View locale={locale}>
      <KnownColumns columns={handle?.summary.columns}>
        <FieldRow>
          {file ? (
            <FieldGroup label={t("form-model")}>
              <span>{file.name}</span>
              {readOnly ? null : (
                <LineButton type="button" onClick={() => set(["model"], null)}>
                  {t("form-use-cell")}
                </LineButton>
              )}
            </FieldGroup>
          ) : (
            <>
              <CellField
                label={t("form-model")}
                value={isFileRef(spec.model) ? null : spec.model}
                accepts={["model"]}
                editor={props}
                empty={t("form-choose-model")}
                onChange={(ref) => set(["model"], ref)}
              />
              {sendFile && !readOnly ? (
                <LineButton type="button" onClick={() => void choose()}>
                  {t("form-onnx-file")}
                </LineButton>
              ) : null}
            </>
          )}
          <CellField
            label={t("form-on")}
            value={spec.from}
            accepts={["assay", "table"]}
            editor={props}
            needed={spec.model !== null && spec.from === null}
            onChange={(ref) => set(["from"], ref)}
          />
          <SegmentedField
            label={t("form-answer")}
            value={spec.answer}
            readOnly={readOnly}
            options={[
              { value: "class", label: t("form-class") },
              { value: "probability", label: t("form-probability") },
              { value: "both", label: t("form-both") },
            ]}
            onChange={(value) => set(["answer"], value)}
          />
          {file ? (
            <ManyField
              label={t("form-features")}
              value={spec.features ?? []}
              readOnly={readOnly}
              find={async (text) =>
                handle?.summary.type === "assay"
                  ? (await reader.search(handle, { what: "features", text, limit: 8 })).map((name) => ({
                      value: name,
                      label: name,
                    }))
                  : namesMatching(
                      (handle?.summary.columns ?? []).map((column) => column.name),
                      text,
                    )
              }
              onChange={(features) => set(["features"], features.length > 0 ? [...features] : null)}
            />
          ) : null}
        </FieldRow>
      </KnownColumns>
    </View>
  );
}
