// ARFF as a table: what is nominal is text of its levels, what is numeric are numbers, "?" is missing. Whatever does not fit what the
// file says of its columns is refused with its line.

import { numberColumn } from "../../artifacts/table.ts";
import type { FileContent, Issue, Read } from "../../contract/format.ts";
import { eachLineOfBytes } from "../parts/check/each-line.ts";
import { issueOfRepeatedName } from "../parts/delimited/read-as-delimited.ts";
import { uniqueNames } from "../parts/delimited/read-delimited.ts";
import { words as loadWords } from "../parts/words.ts";
import { type Attribute, attributeIn } from "./attributes.ts";
import { ArffColumn } from "./column.ts";
import { fieldsOf, LineScanner, type Pair, pairsOf } from "./fields.ts";
import { words } from "./words.ts";

export const read: Read = async (task): Promise<FileContent> => {
  const reader = new ArffReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  await eachLineOfBytes(task, (bytes, line) => {
    let text = "";
    try {
      text = decoder.decode(bytes);
    } catch {
      loadWords.fail("not-utf8", { line, column: "" });
    }
    reader.take(text, line);
  });
  return reader.finish();
};

class ArffReader {
  private readonly attributes: Attribute[] = [];
  private columns: readonly ArffColumn[] | null = null;
  private readonly lines: number[] = [];
  private readonly weights: number[] = [];
  private line = 0;

  take(text: string, line: number): void {
    this.line = line;
    const first = new LineScanner(text, line).next();
    if (first === "") return;
    if (this.columns) this.takeRow(text, line, this.columns);
    else this.takeHeader(text, line);
  }

  private takeHeader(text: string, line: number): void {
    const [all = "", word = ""] = /^\s*@(\w+)[ \t]*/.exec(text) ?? [];
    switch (word.toLowerCase()) {
      case "relation":
      // KEEL tells here which columns are predicted.
      case "inputs":
      case "input":
      case "outputs":
      case "output":
        return;
      case "attribute":
        this.attributes.push(attributeIn(text, line, all.length));
        return;
      case "data":
        if (this.attributes.length === 0) words.fail("no-attributes", { line });
        this.columns = this.attributes.map((attribute) => new ArffColumn(attribute));
        return;
      default:
        words.fail("header", { line, found: text.trim().slice(0, 100) });
    }
  }

  private takeRow(text: string, line: number, columns: readonly ArffColumn[]): void {
    const scanner = new LineScanner(text, line);
    const isSparse = scanner.next() === "{";
    let at = 0;
    if (isSparse) {
      const sparse = pairsOf(text, line, scanner.at + 1);
      at = sparse.at;
      this.takeSparse(sparse.pairs, line, columns);
    } else {
      const { fields, at: end } = fieldsOf(text, line);
      at = end;
      if (fields.length !== columns.length) words.fail("fields-differ", { line, found: fields.length, expected: columns.length });
      fields.forEach((field, nth) => columns[nth]?.add(field, line));
    }
    this.lines.push(line);
    this.weights.push(weightBehind(text, line, at));
  }

  /** Values with the number of their column before them, from 0, ascending; all others are 0, or the first level. */
  private takeSparse(pairs: readonly Pair[], line: number, columns: readonly ArffColumn[]): void {
    let next = 0;
    for (const { place, value } of pairs) {
      if (place < next || place >= columns.length) words.fail("sparse-place", { line, found: place, columns: columns.length });
      for (; next < place; next++) columns[next]?.addLeftOut();
      columns[next++]?.add(value, line);
    }
    for (; next < columns.length; next++) columns[next]?.addLeftOut();
  }

  finish(): FileContent {
    const { columns, attributes } = this;
    if (!columns) return words.fail("no-data", { line: Math.max(1, this.line) });
    if (this.lines.length === 0) return loadWords.fail("header-only", { columns: columns.length });
    const written = attributes.map(({ name }) => name);
    const hasWeights = this.weights.some((weight) => weight !== 1);
    const { names, repeatedNames } = uniqueNames([...written, ...(hasWeights ? ["weight"] : [])]);
    const made = columns.map((column, at) => column.finish(names[at] as string));
    const weights = hasWeights ? [numberColumn(names.at(-1) as string, this.weights)] : [];
    const issues: Issue[] = [...repeatedNames.map(issueOfRepeatedName), ...columns.flatMap((column) => column.issues())];
    const unused = columns.flatMap((column) => column.unusedLevels());
    return {
      content: {
        shape: "table",
        table: { type: "table", rowCount: this.lines.length, columns: [...made, ...weights] },
      },
      header: written,
      issues,
      said: [...unused, ...(hasWeights ? [words.sentence("weights", { column: names.at(-1) ?? "" })] : [])],
      turnedIntoDates: [],
      lineOf: (row) => this.lines[row] ?? 1,
      whole: true,
    };
  }
}

/** What stands behind the values of a row: nothing, or its weight in braces. */
function weightBehind(text: string, line: number, from: number): number {
  const scanner = new LineScanner(text, line, from);
  if (scanner.next() === ",") scanner.at++;
  if (scanner.next() === "") return 1;
  const rest = scanner.rest();
  const weight = /^\{\s*(\d+(?:\.\d*)?(?:e[+-]?\d+)?)\s*\}\s*(?:%.*)?$/i.exec(rest)?.[1];
  return weight === undefined ? words.fail("row-behind", { line, found: rest.slice(0, 60) }) : Number(weight);
}
