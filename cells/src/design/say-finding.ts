// A finding of stats/design as a sentence, and what mends it as the title of a button.

import type { JsonObject } from "../base/json.ts";
import type { Sentence } from "../messages/sentence.ts";
import type { DesignFix, Finding, Pair } from "../stats/design/finding.ts";
import { words } from "./words.ts";

export const sentenceOfFinding = (finding: Finding): Sentence => words.sentence(`found-${finding.kind}`, paramsOf(finding));

/** The same without a value of the sheet, for logs and reports, which more people read than may see the samples. */
export function withoutValues(finding: Finding): Sentence {
  switch (finding.kind) {
    case "constant":
    case "level-lost":
    case "one-sample":
    case "looks-grouped":
      return words.sentence(`bare-${finding.kind}`, { column: finding.column });
    case "same":
    case "apart":
      return words.sentence(`bare-${finding.kind}`, { first: finding.first, second: finding.second });
    case "follows":
      return words.sentence("bare-follows", { column: finding.column, from: finding.from });
    case "cells-empty":
    case "one-cell":
      return words.sentence(`bare-${finding.kind}`, { term: finding.term });
    case "block-one":
      return words.sentence("bare-block-one", { block: finding.block });
    case "block-confounded":
      return words.sentence("bare-block-confounded", { block: finding.block, column: finding.column });
    default:
      return sentenceOfFinding(finding);
  }
}

const inPairs = (pairs: readonly Pair[]): string[] => pairs.map(([one, other]) => `${one} = ${other}`);

/** The evidence, but for what is no part of it; lists of pairs as texts. `n` chooses the form of words for one and several. */
function paramsOf(finding: Finding): JsonObject {
  const { kind: _kind, severity: _severity, fixes: _fixes, ...evidence } = finding;
  const lists = { ...evidence } as { readonly [name: string]: unknown };
  const pairs = "pairs" in finding ? { pairs: inPairs(finding.pairs) } : {};
  const n = "n" in evidence ? {} : lengthOf(lists["levels"]);
  return { ...(evidence as JsonObject), ...pairs, ...n };
}
const lengthOf = (list: unknown): JsonObject => (Array.isArray(list) ? { n: list.length } : {});

export function fixInWords(fix: DesignFix): Sentence {
  switch (fix.do) {
    case "leave-out":
      return words.sentence("fix-leave-out", { what: fix.what });
    case "formula":
      return words.sentence("fix-write", { formula: fix.formula });
    case "as":
      return words.sentence(fix.as === "factor" ? "fix-as-factor" : "fix-as-number", { column: fix.column });
    case "drop-missing":
      return words.sentence("fix-drop-missing");
    case "no-block":
      return words.sentence("fix-no-block");
  }
}
