// The settings of limma-trend.

import type { DifferentialFormProps } from "../../contract/differential-view.ts";
import { TickField } from "../../ui/SegmentedField.tsx";
import type { Options } from "./method.ts";
import { words } from "./words.ts";

export function Form({ options, set, readOnly, locale }: DifferentialFormProps<Options>) {
  return (
    <TickField
      label={words.say("robust", {}, locale)}
      value={options.robust}
      readOnly={readOnly}
      onChange={(robust) => set({ ...options, robust })}
    />
  );
}
