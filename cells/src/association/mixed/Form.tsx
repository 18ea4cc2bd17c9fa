// The settings of the linear mixed model.

import type { AssociationFormProps } from "../../contract/association-view.ts";
import { TickField } from "../../ui/SegmentedField.tsx";
import type { MixedOptions } from "./model.ts";
import { words } from "./words.ts";

export function Form({ options, set, readOnly, locale }: AssociationFormProps<MixedOptions>) {
  return (
    <TickField
      label={words.say("leave-out", {}, locale)}
      value={options.leaveOut}
      readOnly={readOnly}
      onChange={(leaveOut) => set({ ...options, leaveOut })}
    />
  );
}
