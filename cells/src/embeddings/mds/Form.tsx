// The settings of multidimensional scaling.

import type { EmbeddingFormProps } from "../../contract/embedding-view.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import { type MdsCardOptions, mdsDistances, mdsModels } from "./card.ts";
import { words } from "./words.ts";

export function Form({ options, set, readOnly, locale }: EmbeddingFormProps<MdsCardOptions>) {
  return (
    <>
      <SelectField
        label={words.say("model", {}, locale)}
        value={options.model}
        readOnly={readOnly}
        options={mdsModels.map((value) => ({ value, label: words.say(`model-${value}`, {}, locale) }))}
        onChange={(value) => set({ ...options, model: mdsModels.find((known) => known === value) ?? options.model })}
      />
      <SelectField
        label={words.say("distance", {}, locale)}
        value={options.distance}
        readOnly={readOnly}
        options={mdsDistances.map((value) => ({ value, label: words.say(`distance-${value}`, {}, locale) }))}
        onChange={(value) => set({ ...options, distance: mdsDistances.find((known) => known === value) ?? options.distance })}
      />
    </>
  );
}
