// Whether text is JSON lines (an object in each) or one JSON document over several.

import type { FileHead, Sniffed } from "../../../contract/format.ts";
import { words as loadWords } from "../words.ts";

const said = (confidence: number): Sniffed => ({ confidence, why: loadWords.key("why-content") });

export function jsonOf({ text, lines: whole, name, isWhole }: FileHead): {
  readonly lines: Sniffed | null;
  readonly json: Sniffed | null;
} {
  if (text === null) return { lines: null, json: null };
  const lines = isWhole ? text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "") : whole;
  const first = lines.slice(0, 20);
  const isNamed = /\.(?:jsonl|ndjson)$/.test(name);
  if (/^\s*\{/.test(text)) {
    const areObjects = first.every((line) => /^\s*\{.*\}\s*$/.test(line) && isJson(line));
    // Named so and begun so: the line that is wrong is told when it is read.
    const areNamed = isNamed && isJson(lines[0] ?? "");
    // One object is a document, unless it is called a line.
    const isLines = areNamed || (areObjects && (lines.length > 1 || !isWhole));
    return isLines ? { lines: said(0.95), json: said(0.5) } : { lines: areObjects ? said(0.5) : null, json: said(0.95) };
  }
  // A list in each line, as programs write tables.
  if (lines.length > 1 && first.every((line) => /^\[.*,.*\]$/.test(line.trim()) && isJson(line)))
    return { lines: said(0.95), json: null };
  // Lines that each stand in brackets are no document.
  const areBrackets = lines.length > 1 && lines.every((line) => /^\[[^[\]]*\]$/.test(line.trim()));
  const isArray = /^\s*\[/.test(text) && (name.endsWith(".json") || (!areBrackets && /^\s*\[\s*[{["\d\]]/.test(text)));
  const isValue = name.endsWith(".json") && isWhole && isJson(text);
  return { lines: null, json: isArray ? said(0.95) : isValue ? said(0.6) : null };
}

function isJson(line: string): boolean {
  try {
    // NaN and Infinity are what Python writes where JSON has no word.
    JSON.parse(line.replace(/"(?:[^"\\]|\\.)*"|\bNaN\b|-?\bInfinity\b/g, (found) => (found.startsWith('"') ? found : "0")));
    return true;
  } catch {
    return false;
  }
}
