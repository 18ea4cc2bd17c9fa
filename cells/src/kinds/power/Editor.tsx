// The form: what is looked for with its size, which of the numbers is asked for, and the others.

import type { Json } from "../../base/json.ts";
import type { EditorProps } from "../../contract/kind-view.ts";
import type { CellRef } from "../../base/refs.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import { translator, View } from "../../ui/locale-context.tsx";
import { SegmentedField } from "../../ui/SegmentedField.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberOrParameter } from "../../ui/ValueField.tsx";
import { type DesignName, designNames, designs, newDesign } from "./designs.ts";
import { nameOfField } from "./name-of-field.ts";
import type { PowerSpec } from "./spec.ts";
import { words } from "./words.ts";

const asked = ["n", "power", "effect"] as const;

export function Editor(props: EditorProps<PowerSpec>) {
  const { spec, locale, set, readOnly } = props;
  const t = translator(words, locale);
  const { design } = spec;
  const { fields, effect } = designs[design.type];
  const values = new Map<string, number | CellRef>(Object.entries(design) as never);
  return (
    <View locale={locale}>
      <FieldRow>
        <SelectField
          label={t("design")}
          value={design.type}
          readOnly={readOnly}
          options={designNames.map((value) => ({ value, label: t(`design-${value}`) }))}
          onChange={(type) => set(["design"], newDesign(type as DesignName) as Json)}
        />
        <SegmentedField
          label={t("solve")}
          value={spec.solve}
          readOnly={readOnly}
          options={asked.map((value) => ({ value, label: t(`solve-${value}`) }))}
          onChange={(solve) => set(["solve"], solve)}
        />
      </FieldRow>
      <FieldRow>
        {Object.entries(fields).map(([field, { usual, whole }]) =>
          // What is asked for is not typed; of a ratio or a share the side is.
          field === effect && spec.solve === "effect" && !hasSides(design.type) ? null : (
            <NumberOrParameter
              key={field}
              label={sentenceIn(nameOfField(design.type, field), locale)}
              value={values.get(field) ?? usual}
              editor={props}
              fallback={usual}
              {...(whole ? { whole } : {})}
              onChange={(value) => set(["design", field], value)}
            />
          ),
        )}
        {spec.solve === "n" ? null : (
          <NumberOrParameter label={t("field-n")} value={spec.n} editor={props} fallback={20} onChange={(n) => set(["n"], n)} />
        )}
        {spec.solve === "power" ? null : (
          <NumberOrParameter
            label={t("field-power")}
            value={spec.power}
            editor={props}
            fallback={0.8}
            onChange={(power) => set(["power"], power)}
          />
        )}
        <NumberOrParameter
          label={t("field-alpha")}
          value={spec.alpha}
          editor={props}
          fallback={0.05}
          onChange={(alpha) => set(["alpha"], alpha)}
        />
      </FieldRow>
    </View>
  );
}

const hasSides = (type: DesignName): boolean =>
  type === "proportions" || type === "correlation" || type === "log-rank" || type === "rna-seq";
