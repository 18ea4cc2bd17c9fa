// Every form of a step shows itself in both languages, on each type of data that the step takes, with words for all it says.

import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import type { ArtifactReader, InputChoice } from "@genomecraft/cells/contract/kind-view.ts";
import { stepData, type StepData } from "@genomecraft/cells/contract/step.ts";
import type { StepHost } from "@genomecraft/cells/contract/step-view.ts";
import { locales } from "@genomecraft/cells/messages/locale.ts";
import { listedSteps, stepSchema } from "@genomecraft/cells/steps.ts";
import { casesOf } from "@genomecraft/cells/testing/step-cases.ts";

const choice = (name: string, type: InputChoice["type"]): InputChoice => ({
  ref: { ref: `cell_${name}` as CellId },
  name,
  type,
  summary: { type, shape: [3, 2], columns: [{ name: "ген", type: "text" }] },
});
const choices = [choice("data", "table"), choice("other", "table"), choice("number", "value")];
const host = (locale: StepHost["locale"]): StepHost => ({
  locale,
  readOnly: false,
  from: { ref: "cell_data" as CellId },
  choices: (accepts) => choices.filter(({ type }) => accepts.includes(type)),
  reader: {} as ArtifactReader,
});

test.each(listedSteps.map((listed) => [listed.step.name, listed] as const))("%s", async (verb, { step: card, Form: load }) => {
  const { Form } = await load();
  const { examples } = await casesOf(verb);
  const shown = (options: JsonObject, what: StepData, locale: StepHost["locale"], features: readonly string[]): string =>
    renderToStaticMarkup(
      <Form
        step={stepSchema.parse({ ...options, verb })}
        known={{ what, columns: ["ген", "n"], features, otherSamples: false }}
        host={host(locale)}
        write={() => undefined}
      />,
    );
  for (const options of [{}, ...examples.map((example) => example.options)])
    for (const what of stepData.filter((data) => card.takes[data]))
      for (const features of [[], ["gene", "Length"]]) {
        const [en, ru] = locales.map((locale) => shown(options, what, locale, features));
        expect(`${en}${ru}`).not.toMatch(/forms\.[\w-]+|step-[\w-]+\.|undefined|\[object/);
        // Steps without settings show nothing.
        if (en !== "") expect(ru).not.toBe(en);
      }
});
