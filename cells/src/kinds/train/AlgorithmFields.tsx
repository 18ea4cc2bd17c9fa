// The settings of the model that was chosen.

import type { JsonObject } from "../../base/json.ts";
import { useT } from "../../ui/locale-context.tsx";
import { TickField } from "../../ui/SegmentedField.tsx";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import type { AlgorithmSpec } from "./spec.ts";

export function AlgorithmFields({
  algorithm,
  readOnly,
  set,
}: {
  readonly algorithm: AlgorithmSpec;
  readonly readOnly: boolean;
  set(algorithm: AlgorithmSpec & JsonObject): void;
}) {
  const t = useT("views");
  return algorithm.type === "forest" ? (
    <>
      <NumberField
        label={t("form-trees")}
        value={algorithm.trees}
        min={1}
        max={5000}
        whole
        readOnly={readOnly}
        onChange={(trees) => trees !== null && set({ ...algorithm, trees })}
      />
      <NumberField
        label={t("form-depth")}
        value={algorithm.maxDepth}
        min={1}
        max={100}
        whole
        optional
        placeholder={t("form-no-limit")}
        readOnly={readOnly}
        onChange={(maxDepth) => set({ ...algorithm, maxDepth })}
      />
      <NumberField
        label={t("form-leaf")}
        value={algorithm.minLeaf}
        min={1}
        whole
        readOnly={readOnly}
        onChange={(minLeaf) => minLeaf !== null && set({ ...algorithm, minLeaf })}
      />
    </>
  ) : (
    <>
      <NumberField
        label="C"
        value={algorithm.c}
        min={1e-9}
        max={1e6}
        readOnly={readOnly}
        onChange={(c) => c !== null && set({ ...algorithm, c })}
      />
      <TickField
        label={t("form-standardise")}
        value={algorithm.standardise}
        readOnly={readOnly}
        onChange={(standardise) => set({ ...algorithm, standardise })}
      />
    </>
  );
}
