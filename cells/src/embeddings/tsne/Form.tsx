// The settings of t-SNE.

import type { EmbeddingFormProps } from "../../contract/embedding-view.ts";
import { NumberField } from "../../ui/TextFieldRow.tsx";
import type { TsneCardOptions } from "./card.ts";
import { words } from "./words.ts";

export function Form({ options, set, readOnly, locale }: EmbeddingFormProps<TsneCardOptions>) {
  return (
    <>
      <NumberField
        label={words.say("perplexity", {}, locale)}
        value={options.perplexity}
        min={1}
        max={1_000}
        readOnly={readOnly}
        onChange={(perplexity) => perplexity !== null && set({ ...options, perplexity })}
      />
      <NumberField
        label={words.say("theta", {}, locale)}
        value={options.theta}
        min={0}
        max={1}
        optional
        placeholder={words.say("theta-usual", {}, locale)}
        readOnly={readOnly}
        onChange={(theta) => set({ ...options, theta })}
      />
      <NumberField
        label={words.say("iterations", {}, locale)}
        value={options.iterations}
        min={300}
        max={10_000}
        whole
        readOnly={readOnly}
        onChange={(iterations) => iterations !== null && set({ ...options, iterations })}
      />
    </>
  );
}
