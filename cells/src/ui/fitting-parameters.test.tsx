// A field offers the parameters whose value it can take; one that is set and cannot be taken is said.

import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { CellId } from "../base/ids.ts";
import type { Json } from "../base/json.ts";
import type { CellRef } from "../base/refs.ts";
import type { EditorProps, InputChoice } from "../contract/kind-view.ts";
import { locales } from "../messages/locale.ts";
import { fittingParameters, type Wanted } from "./fitting-parameters.ts";
import { View } from "./locale-context.tsx";
import { NumberOrParameter } from "./ValueField.tsx";

const parameter = (name: string, value: Json | undefined): InputChoice => ({
  ref: { ref: `cell_${name}` as CellId },
  name,
  type: "value",
  summary: value === undefined ? null : { type: "value", shape: [], detail: { value } },
});
const all = [
  parameter("least", 5),
  parameter("gene", "Xist"),
  parameter("day", "2026-01-31"),
  parameter("shown", true),
  parameter("genes", ["Xist", "Ddx3y"]),
  parameter("span", [1, 9]),
  parameter("box", { x: [0, 1], y: [0, 1] }),
  parameter("empty", null),
  parameter("new", undefined),
];
const editor: Pick<EditorProps, "choices" | "readOnly"> = { choices: () => all, readOnly: false };
const refTo = (name: string): CellRef => ({ ref: `cell_${name}` as CellId });

test.each<readonly [Wanted, readonly string[]]>([
  ["number", ["least"]],
  ["name", ["gene", "day"]],
  ["names", ["gene", "day", "genes"]],
  ["value", ["least", "gene", "day", "shown"]],
  ["values", ["least", "gene", "day", "shown", "genes", "span"]],
  ["range", ["genes", "span"]],
])("where a %s is wanted, %j are offered, and those of which no value is known", (wanted, names) => {
  const found = fittingParameters(editor, { wanted, chosen: null });
  expect(found.parameters.map(({ name }) => name)).toEqual([...names, "empty", "new"]);
  expect(found.misfit).toBeNull();
});

describe.each(locales)("a field for a number (%s)", (locale) => {
  const field = (value: number | CellRef): string =>
    renderToStaticMarkup(
      <View locale={locale}>
        <NumberOrParameter label="least" value={value} fallback={10} editor={editor} onChange={() => undefined} />
      </View>,
    );
  test("offers no text, no date and no list", () => {
    const options = [...field(3).matchAll(/<option[^>]*>([^<]*)</g)].map((match) => match[1]);
    expect(options).toEqual([locale === "en" ? "number" : "число", "least", "empty", "new"]);
    expect(field(3)).not.toContain(`role="alert"`);
  });
  test("says what is set wrong, and keeps it in the list", () => {
    const shown = field(refTo("day"));
    expect(shown).toMatch(/role="alert"[^>]*>[^<]*day[^<]*2026-01-31/);
    expect(shown).toMatch(/<option[^>]*selected=""[^>]*>day</);
    expect(field(refTo("least"))).not.toContain(`role="alert"`);
  });
});
