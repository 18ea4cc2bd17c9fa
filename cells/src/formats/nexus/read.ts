// NEXUS as the table of its alignment, or of its trees: the sheet that is named, or the first that it has.

import { FailureError } from "../../base/failure.ts";
import type { FileContent, Issue, OpenSheets, Read, ReadTask } from "../../contract/format.ts";
import { wholeContent } from "../parts/sequences/aligned-rows.ts";
import { linesOfText } from "../parts/sequences/text-lines.ts";
import { words as loadWords } from "../parts/words.ts";
import { type NexusText, readCommands } from "./commands.ts";
import { hasMatrix, readMatrix } from "./matrix.ts";
import { hasTrees, readTrees } from "./trees.ts";
import { words } from "./words.ts";

type SheetName = "sequences" | "trees";

export const read: Read = async (task) => {
  const nexus = nexusOf(await task.bytes());
  const sheets = sheetsOf(nexus);
  const wanted = task.settings.sheet;
  const sheet = wanted === null ? sheets[0] : sheets.find((name) => name === wanted);
  if (!sheet)
    throw new FailureError(loadWords.failure("sheet-missing", { sheet: wanted, sheets: [...sheets] }, { at: ["sheet"] }));
  return contentOf(nexus, sheet, task);
};

export const openSheets: OpenSheets = async (bytes) => {
  const nexus = nexusOf(bytes);
  return sheetsOf(nexus).map((name) => ({ name, isHidden: false, read: async (task) => contentOf(nexus, name, task) }));
};

const nexusOf = (bytes: Uint8Array): NexusText => readCommands(linesOfText(bytes).join("\n"));

function sheetsOf(nexus: NexusText): readonly SheetName[] {
  const sheets: SheetName[] = [
    ...(hasMatrix(nexus) ? (["sequences"] as const) : []),
    ...(hasTrees(nexus) ? (["trees"] as const) : []),
  ];
  if (sheets.length === 0) {
    const blocks = [...new Set(nexus.commands.map(({ block }) => block.toUpperCase()))];
    throw new FailureError(words.failure("nothing", { blocks }));
  }
  return sheets;
}

function contentOf(nexus: NexusText, sheet: SheetName, task: ReadTask): FileContent {
  const others = task.settings.sheet === null ? sheetsOf(nexus).filter((name) => name !== sheet) : [];
  const notes = others.map(
    (name): Issue => ({
      rule: "sheet",
      severity: "note",
      line: null,
      field: null,
      message: words.sentence("other-table", { sheet, other: name }),
      fix: { path: ["sheet"], value: name },
    }),
  );
  if (sheet === "sequences") {
    const matrix = readMatrix(nexus, task.settings.alphabet);
    return wholeContent({ ...matrix, issues: [...notes, ...matrix.issues] });
  }
  const { table, lines } = readTrees(nexus);
  return wholeContent({ table, issues: notes, lineOf: (row) => lines[row] ?? 1 });
}
