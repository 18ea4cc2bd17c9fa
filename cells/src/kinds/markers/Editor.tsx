// The form: which matrix, whose groups, which features are drawn.

import type { EditorProps } from "../../contract/kind-view.ts";
import { CellField, choiceOf } from "../../ui/CellField.tsx";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { ManyField } from "../../ui/ManyField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import type { MarkersSpec } from "./spec.ts";
import { words } from "./words.ts";

export function Editor(props: EditorProps<MarkersSpec>) {
  const { spec, locale, set, readOnly, choices, handleOf, reader } = props;
  const t = translator(words, locale);
  const handle = spec.from ? (handleOf?.(spec.from) ?? null) : null;
  const matrix = handle?.summary ?? choiceOf(choices(["assay"]), spec.from)?.summary ?? null;
  const table = choiceOf(choices(["table"]), spec.groups)?.summary ?? null;
  const columns = ((spec.groups ? table : matrix)?.columns ?? []).map(({ name }) => name);
  return (
    <View locale={locale}>
      <FieldRow>
        <CellField
          label={t("data")}
          value={spec.from}
          accepts={["assay"]}
          editor={props}
          onChange={(ref) => set(["from"], ref)}
        />
        <CellField
          label={t("groups-from")}
          value={spec.groups}
          accepts={["table"]}
          optional
          editor={props}
          onChange={(ref) => set(["groups"], ref)}
        />
        <SelectField
          label={t("by")}
          value={spec.by}
          needed={spec.by === ""}
          readOnly={readOnly}
          columns={columns}
          onChange={(by) => set(["by"], by)}
        />
        <NumberField
          label={t("least")}
          value={spec.least}
          min={0}
          max={1}
          step={0.05}
          readOnly={readOnly}
          onChange={(next) => next !== null && set(["least"], next)}
        />
        <NumberField
          label={t("first-shown")}
          value={spec.first}
          min={1}
          max={50}
          whole
          readOnly={readOnly}
          onChange={(next) => next !== null && set(["first"], next)}
        />
        <ManyField
          label={t("show")}
          value={spec.show}
          readOnly={readOnly}
          placeholder={t("first-markers")}
          find={async (text) =>
            handle
              ? (await reader.search(handle, { what: "features", text, limit: 12 })).map((name) => ({ value: name, label: name }))
              : []
          }
          onChange={(show) => set(["show"], [...show])}
        />
      </FieldRow>
    </View>
  );
}
