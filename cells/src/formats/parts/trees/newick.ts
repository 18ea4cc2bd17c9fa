// Trees in brackets (Felsenstein, The Newick tree format, 1986; Olsen's interpretation, 1990): "(a:0.1,(b,c)label:0.5)root;", names in
// quotes where they hold marks, comments in square brackets. Read without recursion: a tree may be as deep as it has leaves.

import { FailureError } from "../../../base/failure.ts";
import { words } from "./words.ts";

export interface TreeNode {
  /** Null: the root. */
  readonly parent: number | null;
  /** "" where none stands there. */
  label: string;
  length: number | null;
  children: number;
}

export interface Reading {
  readonly text: string;
  at: number;
  /** Line of a place in the text. */
  lineOf(at: number): number;
}

/** The largest trees that anybody has made have some millions of leaves; a table of them holds no more. */
export const mostNodes = 5_000_000;

/** Nodes of one tree, parents before their children; the reading stands behind its semicolon. */
export function readTree(reading: Reading): readonly TreeNode[] {
  const { text } = reading;
  const nodes: TreeNode[] = [{ parent: null, label: "", length: null, children: 0 }];
  const start = reading.at;
  const fail = (key: "letter" | "bracket" | "length" | "end", found: string): never => {
    throw new FailureError(words.failure(key, { line: reading.lineOf(Math.min(reading.at, text.length - 1)), found }));
  };
  let current = 0;
  /** A label or a length of this node was read: another one is too many. */
  let isNamed = false;
  const child = (parent: number): void => {
    if (nodes.length > mostNodes) throw new FailureError(words.failure("large", { most: mostNodes }));
    (nodes[parent] as TreeNode).children += 1;
    nodes.push({ parent, label: "", length: null, children: 0 });
    current = nodes.length - 1;
    isNamed = false;
  };
  for (;;) {
    skipBlanks(reading);
    const letter = text[reading.at];
    if (letter === undefined) return fail("end", text.slice(start, start + 40));
    const node = nodes[current] as TreeNode;
    if (letter === "(") {
      if (isNamed || node.children > 0) fail("bracket", "(");
      reading.at++;
      child(current);
    } else if (letter === "," || letter === ")") {
      if (node.parent === null) fail("bracket", letter);
      reading.at++;
      if (letter === ",") child(node.parent as number);
      else {
        current = node.parent as number;
        isNamed = false;
      }
    } else if (letter === ";") {
      if (node.parent !== null) fail("bracket", ";");
      reading.at++;
      return nodes;
    } else if (letter === ":") {
      reading.at++;
      skipBlanks(reading);
      const number = /[^\s,:;()[\]']*/y;
      number.lastIndex = reading.at;
      const found = number.exec(text)?.[0] ?? "";
      const value = Number(found);
      if (found === "" || !Number.isFinite(value) || node.length !== null) fail("length", found);
      node.length = value;
      isNamed = true;
      reading.at += found.length;
    } else {
      if (isNamed) fail("letter", letter);
      node.label = labelAt(reading);
      isNamed = true;
    }
  }
}

/** A name, or what stands in quotes, in which a quote is doubled; a mark by itself is one, too, so that reading goes on. */
export function labelAt(reading: Reading): string {
  const { text } = reading;
  if (text[reading.at] !== "'") {
    const name = /[^\s,:;()[\]']+/y;
    name.lastIndex = reading.at;
    const found = name.exec(text)?.[0] ?? text[reading.at] ?? "";
    reading.at += found.length;
    return found;
  }
  const inside = /'((?:[^']|'')*)'/y;
  inside.lastIndex = reading.at;
  const found = inside.exec(text);
  if (!found)
    throw new FailureError(
      words.failure("quote", { line: reading.lineOf(reading.at), found: text.slice(reading.at, reading.at + 40) }),
    );
  reading.at += found[0].length;
  return (found[1] as string).replaceAll("''", "'");
}

/** Blanks and comments, which may stand in each other. */
export function skipBlanks(reading: Reading): void {
  const { text } = reading;
  for (;;) {
    while (reading.at < text.length && /\s/.test(text[reading.at] as string)) reading.at++;
    if (text[reading.at] !== "[") return;
    let depth = 0;
    do {
      if (text[reading.at] === "[") depth++;
      if (text[reading.at] === "]") depth--;
      reading.at++;
    } while (depth > 0 && reading.at < text.length);
  }
}

/** Lines by the places where they begin. */
export function readingOf(text: string, at = 0): Reading {
  const starts = [0];
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) starts.push(end + 1);
  return {
    text,
    at,
    lineOf: (place) => {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] as number) <= place) low = middle;
        else high = middle - 1;
      }
      return low + 1;
    },
  };
}
