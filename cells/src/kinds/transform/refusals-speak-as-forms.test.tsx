// A refusal calls a field by the name that stands beside it in the form, in the reader's language.

import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FailureError } from "../../base/failure.ts";
import type { CellId } from "../../base/ids.ts";
import type { JsonObject } from "../../base/json.ts";
import type { ArtifactReader, InputChoice } from "../../contract/kind-view.ts";
import { type StepScope, stepData } from "../../contract/step.ts";
import { runStep } from "../../chains/run-step.ts";
import { failureSentence, message } from "../../messages/catalogue.ts";
import { locales } from "../../messages/locale.ts";
import { listedSteps, newStep, type Step, stepSchema } from "../../steps.ts";
import { casesOf } from "../../testing/step-cases.ts";
import { countsMatrix, peopleTable } from "../../testing/step-data.ts";
import { noChain } from "../../testing/no-chain.ts";

const other: InputChoice = {
  ref: { ref: "cell_other" as CellId },
  name: "other",
  type: "table",
  summary: { type: "table", shape: [3, 2], columns: [{ name: "ген", type: "text" }] },
};
const scope: StepScope = {
  index: 0,
  valueOf: (field) => field as never,
  input: () => peopleTable,
  say: () => undefined,
  frozen: noChain,
  file: noChain,
  signal: new AbortController().signal,
};
const refusal = async (step: Step, data: "table" | "assay"): Promise<FailureError> => {
  try {
    await runStep(step, data === "table" ? peopleTable : countsMatrix, scope);
  } catch (error) {
    if (error instanceof FailureError) return error;
    throw error;
  }
  return expect.fail("it was not refused");
};

test.each(listedSteps.filter(({ step }) => step.labels).map((listed) => [listed.step.name, listed] as const))(
  "%s: what refusals call its fields stands in its form",
  async (verb, { step: card, Form: load }) => {
    const { Form } = await load();
    const { examples } = await casesOf(verb);
    for (const locale of locales) {
      const shown = [{}, ...examples.map(({ options }) => options)]
        .flatMap((options) =>
          stepData
            .filter((data) => card.takes[data])
            .map((what) =>
              renderToStaticMarkup(
                <Form
                  step={stepSchema.parse({ ...options, verb })}
                  known={{ what, columns: ["ген", "n"], features: [], otherSamples: false }}
                  host={{
                    locale,
                    readOnly: false,
                    from: { ref: "cell_data" as CellId },
                    choices: () => [other],
                    reader: {} as ArtifactReader,
                  }}
                  write={() => undefined}
                />,
              ),
            ),
        )
        .join("");
      for (const key of Object.values(card.labels ?? {})) expect(shown, `${verb}: ${key}`).toContain(message(key, {}, locale));
    }
  },
);

test("a new column without a name is asked for by the word beside its field, and waits instead of failing", async () => {
  const { failure } = await refusal(newStep("derive", "a"), "table");
  expect(failureSentence(failure, "en")).toBe("Step 1: “column” is empty. Fill it in, or switch the step off.");
  expect(failureSentence(failure, "ru")).toBe("Шаг 1: не заполнено поле «столбец». Заполните его или выключите шаг.");
  expect(failure.asks).toBe(true);
});

test("a step without what has to be chosen in it waits for it", async () => {
  for (const verb of ["summarise", "sort", "join", "fold"]) {
    const { failure } = await refusal(newStep(verb, "a"), "table");
    expect(failure.asks, `${verb}: ${failure.reason}`).toBe(true);
  }
});

test("no word of a document stands in a Russian refusal: steps, values to take and types have their names", async () => {
  const said = async (step: JsonObject, data: "table" | "assay" = "table"): Promise<string> =>
    failureSentence((await refusal(stepSchema.parse(step), data)).failure, "ru");
  const text = { name: "m", take: "mean", column: "ген" };
  expect(await said({ verb: "summarise", values: [text] })).toContain("для «среднее» нужны числа");
  expect(await said({ verb: "distinct" }, "assay")).toContain("Шаг 1 («Убрать повторы») работает с таблицей");
  expect(await said({ verb: "derive", name: "k", formula: 'log2("a")' })).toContain("нужно: числа, а получено: текст");
});
