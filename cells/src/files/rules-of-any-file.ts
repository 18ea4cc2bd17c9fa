// What is wrong with a file whatever its format: packed and cut short, no UTF-8, line ends mixed, empty, unknown.

import type { Rules } from "../contract/check.ts";
import { words } from "./check-words.ts";

const { key } = words;

export const rulesOfAnyFile = {
  "file-empty": { severity: "error", section: "-", expected: key("empty") },
  "file-unknown": { severity: "error", section: "-", expected: key("unknown") },
  "file-tie": { severity: "error", section: "-", expected: key("tie") },
  "file-first-line": { severity: "error", section: "-", expected: key("first-line") },
  "file-no-rules": { severity: "error", section: "-", expected: key("no-rules") },
  "file-one-of-several": { severity: "warning", section: "-", expected: key("each-of-archive") },
  "file-unreadable": { severity: "error", section: "-", expected: key("readable") },
  "file-cut": { severity: "error", section: "RFC 1952 §2.3.1", expected: key("whole") },
  "file-last-block": { severity: "error", section: "SAM v1 §4.1.2", expected: key("last-block") },
  "text-utf8": { severity: "error", relaxed: "warning", section: "RFC 3629 §4", expected: key("utf8") },
  "text-mark": { severity: "warning", section: "RFC 3629 §6", expected: key("no-mark") },
  "text-zero": { severity: "error", section: "-", expected: key("no-zero") },
  "text-line-ends": { severity: "warning", section: "-", expected: key("one-line-end") },
} as const satisfies Rules;

/** By these a file was not held to the rules of a format. */
export const notChecked: ReadonlySet<string> = new Set<keyof typeof rulesOfAnyFile>([
  "file-empty",
  "file-unknown",
  "file-tie",
  "file-no-rules",
  "file-unreadable",
]);
