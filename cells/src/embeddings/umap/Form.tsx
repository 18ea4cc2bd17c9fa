// The settings of UMAP.

import type { EmbeddingFormProps } from "../../contract/embedding-view.ts";
import { metrics } from "../../stats/neighbours/nearest-neighbours.ts";
import { SelectField } from "../../ui/SelectField.tsx";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import type { UmapCardOptions } from "./card.ts";
import { words } from "./words.ts";

export function Form({ options, set, readOnly, locale }: EmbeddingFormProps<UmapCardOptions>) {
  return (
    <>
      <NumberField
        label={words.say("neighbours", {}, locale)}
        value={options.neighbours}
        min={2}
        max={500}
        whole
        readOnly={readOnly}
        onChange={(neighbours) => neighbours !== null && set({ ...options, neighbours })}
      />
      <SelectField
        label={words.say("metric", {}, locale)}
        value={options.metric}
        readOnly={readOnly}
        options={metrics.map((value) => ({ value, label: words.say(`metric-${value}`, {}, locale) }))}
        onChange={(value) => set({ ...options, metric: metrics.find((known) => known === value) ?? options.metric })}
      />
      <NumberField
        label={words.say("least-distance", {}, locale)}
        value={options.leastDistance}
        min={0}
        max={3}
        readOnly={readOnly}
        onChange={(leastDistance) => leastDistance !== null && set({ ...options, leastDistance })}
      />
      <NumberField
        label={words.say("spread", {}, locale)}
        value={options.spread}
        min={0.01}
        max={10}
        readOnly={readOnly}
        onChange={(spread) => spread !== null && set({ ...options, spread })}
      />
      <NumberField
        label={words.say("epochs", {}, locale)}
        value={options.epochs}
        min={10}
        max={10_000}
        whole
        optional
        placeholder={words.say("epochs-usual", {}, locale)}
        readOnly={readOnly}
        onChange={(epochs) => set({ ...options, epochs })}
      />
      <NumberField
        label={words.say("seed", {}, locale)}
        value={options.seed}
        min={0}
        whole
        readOnly={readOnly}
        onChange={(seed) => seed !== null && set({ ...options, seed })}
      />
    </>
  );
}
