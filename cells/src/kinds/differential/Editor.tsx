// The form: which matrix, which design, by what method.

import type { Json } from "../../base/json.ts";
import type { EditorProps } from "../../contract/kind-view.ts";
import { differentialMethods, methodOf, methodSchema } from "../../differential-methods.ts";
import { CellField, choiceOf } from "../../ui/CellField.tsx";
import { DesignForm } from "../../ui/design/DesignForm.tsx";
import { useSheet } from "../../ui/design/use-sheet.ts";
import { Caption } from "../../ui/field-styles.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import type { DifferentialSpec } from "./spec.ts";
import { words } from "./words.ts";

export function Editor(props: EditorProps<DifferentialSpec>) {
  const { spec, locale, set, readOnly, choices, handleOf, reader } = props;
  const t = translator(words, locale);
  const choice = choiceOf(choices(["assay"]), spec.from);
  const handle = spec.from ? (handleOf?.(spec.from) ?? null) : null;
  const sheet = useSheet(handle, reader);
  const columns = ((handle?.summary ?? choice?.summary)?.columns ?? []).map(({ name }) => name);
  return (
    <View locale={locale}>
      <FieldRow>
        <CellField
          label={t("matrix")}
          value={spec.from}
          accepts={["assay"]}
          editor={props}
          onChange={(ref) => set(["from"], ref)}
        />
        <SelectField
          label={t("method")}
          value={spec.method.type}
          readOnly={readOnly}
          options={Object.values(differentialMethods).map(({ method }) => ({
            value: method.name,
            label: method.words.say("title", {}, locale),
          }))}
          onChange={(type) => set(["method"], methodSchema.parse({ type }) as Json)}
        />
      </FieldRow>
      <Caption>{methodOf(spec.method).words.say("line", {}, locale)}</Caption>
      <DesignForm
        design={spec.design}
        sheet={sheet}
        doubts={[]}
        otherSamples={false}
        columns={columns}
        readOnly={readOnly}
        locale={locale}
        onChange={(design) => set(["design"], design as Json)}
      />
    </View>
  );
}
