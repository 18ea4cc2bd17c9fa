// What looks like lines of a table and is none: scripts, prose, logs, settings. Told by how lines begin, and only
// where most of them, or what nothing else has, say so: an ordinary table is never one.

import type { FileHead } from "../../contract/format.ts";

/** Statements that stand at the beginning of a line, and of no cell. */
const count = (lines: readonly string[], is: RegExp): number => lines.filter((line) => is.test(line)).length;

export function isPython({ text, lines, name }: FileHead): boolean {
  if (/^#!\s*\/\S*(?:\/|env\s+)python/.test(text ?? "")) return true;
  const statements = count(
    lines,
    /^(?:from [\w.]+ import \S|import [\w.]+(?: as \w+)?\s*$|import [\w.]+(?:, [\w.]+)+\s*$|def \w+\(.*\).*:\s*$|class \w+.*:\s*$|if __name__)/,
  );
  // A decorator alone is the name of a read as well.
  const decorated = statements > 0 ? count(lines, /^@\w+(?:\.\w+)*(?:\(.*\))?\s*$/) : 0;
  return statements + decorated >= 2 || (statements >= 1 && name.endsWith(".py"));
}

export function isR({ text, lines, name }: FileHead): boolean {
  if (/^#!\s*\/\S*(?:\/|env\s+)Rscript/.test(text ?? "")) return true;
  if (/^\s*structure\(list\(/.test(text ?? "")) return true;
  const statements = count(
    lines,
    /^(?:\s*(?:library|require|source|setwd|suppressPackageStartupMessages)\(.*\)\s*;?\s*$|[\w.]+\s*<-\s*\S|\s*["`\w.]+\s*<-\s*$)/,
  );
  return statements >= 2 || (statements >= 1 && name.endsWith(".r"));
}

export const isSql = ({ text }: FileHead): boolean =>
  /^\s*(?:--[^\n]*\n\s*|\/\*[^]*?\*\/\s*)*(?:SELECT\s+[^;]*?\sFROM\s+\S|CREATE\s+(?:TABLE|VIEW|INDEX)\s+\S|INSERT\s+INTO\s+\S|BEGIN(?:\s+TRANSACTION)?;|PRAGMA\s+\w+|DROP\s+TABLE\s+\S)/i.test(
    text ?? "",
  );

export function isMarkdown({ lines, name }: FileHead): boolean {
  const marks = count(lines, /^(?:#{1,6} \S|```|[-*] \S.*[a-z]{3}|\d+\. \S|> \S|\[[^\]]+\]\(\S+\))/);
  return (
    (marks > 0 && /\.(?:md|markdown|rmd|qmd)$/.test(name)) ||
    (count(lines, /^(?:#{1,6} [A-Z])/) >= 1 &&
      count(lines, /^```|^[-*] \S+ \S+/) >= 2 &&
      !lines.some((line) => line.includes("\t")))
  );
}

/** Most lines say a time (and more behind it: times alone are a column), a level or a program, and are of no one width. */
export function isLog({ lines, name }: FileHead): boolean {
  const first = lines.slice(0, 60);
  const told = count(
    first,
    /^(?:\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d\S* \S|\[?\d\d:\d\d:\d\d\S* \S|\[?(?:INFO|WARN(?:ING)?|ERROR|DEBUG|FATAL)\b|\[[\w:.-]+\] |[A-Z][a-z]{2} [A-Z]?[a-z]{0,2} ?\d\d? \d\d:\d\d)/,
  );
  if (/\.(?:csv|tsv)$/.test(name) || first.some((line) => line.includes("\t")) || first.length < 2) return false;
  // A column of times says nothing behind them.
  if (!first.some((line) => /\d\d:\d\d\S*\s+\S|^\[?[A-Z]{4,}\b\S*\s+\S|^\[[\w:.-]+\] \S/.test(line))) return false;
  const widths = (delimiter: string): number => new Set(first.map((line) => line.split(delimiter).length)).size;
  if ([",", ";"].some((delimiter) => widths(delimiter) === 1 && first[0]?.includes(delimiter))) return false;
  return told * 2 > first.length || (name.endsWith(".log") && told > 0);
}

const isSection = /^\s*\[\[?[\w."' :-]+\]?\]\s*$/;
export function isToml({ lines, name }: FileHead): boolean {
  const entries = count(lines, /^\s*[\w."-]+\s*=\s*(?:"|'|\[|\{|true\b|false\b|[-\d])/);
  return (
    lines.some((line) => isSection.test(line)) &&
    entries > 0 &&
    (name.endsWith(".toml") || count(lines, /=\s*(?:"[^"]*"|\[[^\]]*\]?)\s*$/) * 2 > entries) &&
    !isIniByName(name)
  );
}
const isIniByName = (name: string): boolean => /\.(?:ini|cfg|conf)$/.test(name);
export function isIni({ lines, isWhole }: FileHead): boolean {
  const kept = lines.filter((line) => !/^\s*[#;]/.test(line));
  const known = count(kept, /^\s*\[[\w."' :-]+\]\s*$|^\s*[\w. -]+\s*[=:]/);
  return isWhole && isSection.test(kept[0] ?? "") && kept.length > 1 && known * 10 >= kept.length * 9;
}

/** Keys with what lies deeper below them: a mere list of keys and values has its own name. */
export function isYaml({ lines, name }: FileHead): boolean {
  const kept = lines.filter((line) => !/^\s*#/.test(line) && line.trim() !== "---");
  const keys = count(kept, /^\s*(?:- )?[\w."'/-]+:(?:\s+\S.*)?$/);
  const items = count(kept, /^\s*- \S/);
  const deep = count(kept, /^\s+(?:- )?\S/);
  return (
    kept.length > 1 &&
    keys > 0 &&
    keys + items >= kept.length * 0.9 &&
    deep > 0 &&
    (lines[0]?.trim() === "---" || /\.ya?ml$/.test(name) || count(kept, /^[\w-]+:\s*$/) > 0)
  );
}
