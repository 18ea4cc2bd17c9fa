// Whether text is JSON lines (an object in each) or one JSON document over several.

import type { FileHead, Sniffed } from "../../contract/format.ts";
import { words as loadWords } from "../parts/words.ts";

const said = (confidence: number): Sniffed => ({ confidence, why: loadWords.key("why-content") });

export function jsonOf({ text, lines: whole, name, isWhole }: FileHead): {
  readonly lines: Sniffed | null;
  readonly json: Sniffed | null;
} {
  if (text === null) return { lines: null, json: null };
  const lines = isWhole ? text.split(/\r\n|\n|\r/).filter((line) => line !== "") : whole;
  if (/^\s*\{/.test(text)) {
    const objects = lines.slice(0, 20);
    const areObjects = objects.every((line) => /^\s*\{.*\}\s*$/.test(line) && isJson(line));
    // Named so and begun so: the line that is wrong is told when it is read.
    const isNamed = /\.(?:jsonl|ndjson)$/.test(name) && isJson(lines[0] ?? "");
    return areObjects || isNamed ? { lines: said(0.95), json: said(0.5) } : { lines: said(0.5), json: said(0.95) };
  }
  // Lines that each stand in brackets are no document.
  const isLines = lines.length > 1 && lines.every((line) => /^\[[^[\]]*\]$/.test(line.trim()));
  const isArray = /^\s*\[/.test(text) && (name.endsWith(".json") || (!isLines && /^\s*\[\s*[{["\d\]]/.test(text)));
  return { lines: null, json: isArray ? said(0.95) : null };
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
