// The settings of a random forest.

import type { LearnerFormProps } from "../../contract/learner-view.ts";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import type { ForestOptions } from "./learner.ts";
import { words } from "./words.ts";

export function Form({ options, set, readOnly, locale }: LearnerFormProps<ForestOptions>) {
  return (
    <>
      <NumberField
        label={words.say("trees", {}, locale)}
        value={options.trees}
        min={1}
        max={5000}
        whole
        readOnly={readOnly}
        onChange={(trees) => trees !== null && set({ ...options, trees })}
      />
      <NumberField
        label={words.say("depth", {}, locale)}
        value={options.maxDepth}
        min={1}
        max={100}
        whole
        optional
        placeholder={words.say("no-limit", {}, locale)}
        readOnly={readOnly}
        onChange={(maxDepth) => set({ ...options, maxDepth })}
      />
      <NumberField
        label={words.say("leaf", {}, locale)}
        value={options.minLeaf}
        min={1}
        whole
        readOnly={readOnly}
        onChange={(minLeaf) => minLeaf !== null && set({ ...options, minLeaf })}
      />
    </>
  );
}
