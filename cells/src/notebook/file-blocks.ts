// The outer shape of a notebook file: front matter, prose, fenced blocks. Says where each begins; knows nothing of kinds
// beyond their names. Fences follow CommonMark 0.31, section 4.5.

import type { Failure } from "../base/failure.ts";
import type { KeyOf } from "../messages/define-words.ts";
import { words } from "./words.ts";

/** What is wrong with a file, and on which line (the first is 1). */
export interface FileProblem {
  readonly line: number;
  readonly failure: Failure;
}

export const fileProblem = (line: number, key: KeyOf<typeof words>, params: Failure["params"] = {}): FileProblem => ({
  line,
  failure: words.failure(key, params),
});

export type FileBlock =
  /** Text between blocks, without the blank lines around it. */
  | { readonly type: "prose"; readonly line: number; readonly text: string }
  /** `<!-- note id=… -->`: the prose after it, up to the next block or mark, is a note of its own. */
  | { readonly type: "mark"; readonly line: number; readonly info: string }
  /** A fenced block whose info line does not begin with a language. */
  | { readonly type: "fence"; readonly line: number; readonly info: string; readonly body: string };

/** Words after a fence that make it an example inside a note, not a cell. */
const languages = new Set(
  (
    "text txt plain plaintext console output log bash sh shell zsh powershell r R python py julia perl ruby java c cpp rust go " +
    "js javascript ts typescript jsx tsx json json5 jsonl yaml yml toml ini csv tsv xml html css svg sql markdown md " +
    "latex tex math mermaid dot diff patch fasta fastq vcf gff gtf bed sam nextflow snakemake wdl cwl dockerfile makefile regex"
  ).split(" "),
);

const opening = /^( {0,3})(`{3,}|~{3,})[ \t]*(.*)$/;
const markLine = /^<!-- note(?: (.*?))? ?-->$/;

/** `lines` of a file after its front matter; `from`: number of the first. */
export function fileBlocks(
  lines: readonly string[],
  from: number,
): { readonly blocks: readonly FileBlock[]; readonly problems: readonly FileProblem[] } {
  const blocks: FileBlock[] = [];
  const problems: FileProblem[] = [];
  let prose: string[] = [];
  let proseFrom = from;

  const endProse = (): void => {
    let start = 0;
    let end = prose.length;
    while (start < end && isBlank(prose[start])) start++;
    while (end > start && isBlank(prose[end - 1])) end--;
    if (end > start) blocks.push({ type: "prose", line: proseFrom + start, text: prose.slice(start, end).join("\n") });
    prose = [];
  };

  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as string;
    // A fence that ends so would be taken for prose, and its cell be lost.
    if (line.endsWith("\r")) {
      problems.push(fileProblem(from + index, "file-line-ends"));
      break;
    }
    if (prose.length === 0) proseFrom = from + index;
    const mark = markLine.exec(line);
    if (mark) {
      endProse();
      blocks.push({ type: "mark", line: from + index, info: mark[1] ?? "" });
      continue;
    }
    const fence = opening.exec(line);
    // An info line after backticks holds no backtick: that is inline code.
    if (!fence || (fence[2]?.startsWith("`") && fence[3]?.includes("`"))) {
      prose.push(line);
      continue;
    }
    const end = closingLine(lines, index + 1, fence[2] as string);
    const info = (fence[3] as string).trim();
    const isExample = info === "" || languages.has(info.split(/\s/u)[0] as string);
    if (end === null) {
      problems.push(fileProblem(from + index, "file-fence-open", { info: info || (fence[2] as string) }));
      break;
    }
    if (!isExample) {
      if (fence[1] !== "" || !fence[2]?.startsWith("`")) problems.push(fileProblem(from + index, "file-fence-place", { info }));
      endProse();
      blocks.push({ type: "fence", line: from + index, info, body: lines.slice(index + 1, end).join("\n") });
    } else prose.push(...lines.slice(index, end + 1));
    index = end;
  }
  endProse();
  return { blocks, problems };
}

const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === "";

function closingLine(lines: readonly string[], from: number, fence: string): number | null {
  const mark = fence.charAt(0);
  for (let index = from; index < lines.length; index++) {
    const text = (lines[index] as string).replace(/^ {0,3}/, "").trimEnd();
    if (text.length >= fence.length && text === mark.repeat(text.length)) return index;
  }
  return null;
}

/** Whether prose, printed as it is, is read back as exactly this one note. */
export function isPlainProse(text: string): boolean {
  if (text === "" || text.includes("\r")) return false;
  const { blocks, problems } = fileBlocks(text.split("\n"), 1);
  const first = blocks[0];
  return problems.length === 0 && blocks.length === 1 && first?.type === "prose" && first.text === text;
}

/** A fence longer than any run of backticks in the body. */
export function fenceFor(body: string): string {
  let longest = 2;
  for (const run of body.match(/`+/g) ?? []) longest = Math.max(longest, run.length);
  return "`".repeat(longest + 1);
}
