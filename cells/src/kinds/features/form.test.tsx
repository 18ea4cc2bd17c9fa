// The forms that name files: what is chosen stands there by its name, what may be chosen by its own, in both languages.

import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { CellId } from "../../base/ids.ts";
import type { EditorProps } from "../../contract/kind-view.ts";
import { locales } from "../../messages/locale.ts";
import { Form } from "../../steps/recipe/Form.tsx";
import { stepSchema } from "../../steps.ts";
import { Editor } from "./Editor.tsx";
import { Output } from "./Output.tsx";
import { features, type FeaturesSpec } from "./spec.ts";

const file = { digest: "ab".repeat(32), name: "weights.parquet", size: 12, dataset: "ds_1", version: 3 };
const list = { ref: "cell_visits" as CellId };
const propsOf = (spec: object, locale: (typeof locales)[number]): EditorProps<FeaturesSpec> => ({
  cell: "cell_a" as CellId,
  spec: features.schema.parse(spec),
  readOnly: false,
  locale,
  set: () => undefined,
  choices: () => [
    {
      ref: list,
      name: "visits",
      type: "table",
      summary: {
        type: "table",
        shape: [3, 2],
        columns: [
          { name: "patient", type: "text" },
          { name: "on", type: "text" },
        ],
      },
    },
  ],
  reader: {
    json: () => Promise.reject(new Error("nothing")),
    window: () => Promise.reject(new Error("nothing")),
    summary: () => Promise.reject(new Error("nothing")),
    search: () => Promise.reject(new Error("nothing")),
    downloadUrl: () => "",
  },
  text: () => null,
  files: () => Promise.resolve([]),
  sendFile: () => Promise.resolve(null),
});

test.each(locales)("an empty form asks for a view, a filled one shows what is chosen (%s)", (locale) => {
  const empty = renderToStaticMarkup(<Editor {...propsOf({}, locale)} />);
  expect(empty).toContain(locale === "en" ? "Choose a view" : "Выберите представление");
  const filled = renderToStaticMarkup(
    <Editor
      {...propsOf(
        { views: [{ file, entity: "patient", time: "day", features: ["kg"] }], entities: list, entity: "patient", time: "on" },
        locale,
      )}
    />,
  );
  for (const said of ["weights.parquet", "patient", "day", "kg", "visits", "on"]) expect(filled).toContain(said);
  expect(filled).not.toMatch(/cell-features\.|undefined|\{\w+\}/);
});

test.each(locales)("an answer that is on its way shows nothing wrong (%s)", (locale) => {
  const props = propsOf({}, locale);
  const output = { ...props, name: "known", outputs: {} };
  expect(renderToStaticMarkup(<Output {...output} spec={{ ...output.spec }} />)).not.toMatch(/undefined|NaN/);
});

test.each(locales)("the step recipe shows its file, and a cell where it is one (%s)", (locale) => {
  const props = propsOf({}, locale);
  const form = (from: object | null): string =>
    renderToStaticMarkup(
      <Form
        step={stepSchema.parse({ verb: "recipe", from }) as never}
        known={{ what: "table", columns: [], features: [], otherSamples: false }}
        host={{ ...props, from: null }}
        write={() => undefined}
      />,
    );
  expect(form({ ...file, name: "age.recipe.json" })).toContain("age.recipe.json");
  expect(form(null)).toContain(locale === "en" ? "Choose a cell with steps" : "Выберите ячейку с шагами");
});
