// A file that is refused can be put into a cell from its card where something of the cell may mend it; else the card says what to do.

import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { IntakeFile } from "../api/answers.ts";
import { ScreenProvider, translator } from "../app/screen.tsx";
import { FileCard } from "./IntakeFile.tsx";

const refused = (format: string): IntakeFile => ({
  dataset: "d",
  version: 1,
  name: `x.${format}`,
  digest: "0".repeat(64),
  size: 1,
  format,
  compression: "none",
  confidence: 1,
  formatVersion: null,
  alternatives: [],
  isTie: false,
  artifact: null,
  samplesIn: null,
  sheets: [],
  sheet: null,
  isHidden: false,
  why: [],
  shape: [],
  columns: [],
  preview: { columns: [], rows: [] },
  issues: [{ rule: "position", severity: "error", line: 5, field: null, message: "Line 5 holds x.", fix: null }],
  aboutPersons: false,
  sameName: [],
});
const nothing = (): undefined => undefined;
const shown = (file: IntakeFile): string =>
  renderToStaticMarkup(
    <ScreenProvider
      value={{
        me: null,
        locale: "en",
        scheme: "light",
        t: translator("en"),
        reloadMe: async () => undefined,
        signOut: async () => undefined,
      }}
    >
      <FileCard
        sheets={[file]}
        chosen={[]}
        isLooking={false}
        onChoose={nothing}
        roleOf={() => null}
        isTicked={() => false}
        onTick={nothing}
        onAddRefused={nothing}
      />
    </ScreenProvider>,
  );

test("a text that is refused becomes a cell all the same", () => {
  expect(shown(refused("vcf"))).toContain("Make a cell of it all the same");
});

test("what no setting mends says so, and what is to be done", () => {
  const card = shown(refused("bam"));
  expect(card).not.toContain("<button");
  expect(card).toContain("drop it again");
});

test("of a format that is not loaded the refusal says it all", () => {
  expect(shown(refused("cram"))).not.toMatch(/button|No setting/);
});
