// What a check of a file against the standard of its format says: formats/<name>/check.ts (Checker in format.ts). Rules have ids, a severity and
// the section of the standard; the check goes on after the first finding. What can be mended safely is offered as a step,
// never done. Reading (read.ts) is lenient where a table comes of it all the same; the check says what is wrong with it.

import type { MessageKey } from "../base/failure.ts";
import type { JsonObject } from "../base/json.ts";

/** error: the standard forbids it, or programs read it otherwise. warning: it will hurt. note: worth knowing. */
export type Severity = "error" | "warning" | "note";

export interface Rule {
  /** Where checking is strict. */
  readonly severity: Severity;
  /** Where it is relaxed, as it is unless chosen otherwise: what every reader in use passes over may be a warning. Absent: the same. */
  readonly relaxed?: Severity;
  /** Of the standard, with its name and version: "VCF 4.3 §1.6.1". */
  readonly section: string;
  /** What the rule asks for, as half a sentence: "a whole number from 0 up". Its params are those of the finding. */
  readonly expected: MessageKey;
  /**
   * The step of a chain (kind transform) by which the table that is loaded of the file keeps the rule, where that is safe: no value is
   * lost or made up. Columns are called as its format calls them.
   */
  readonly step?: JsonObject;
}
/** By id, unique among all formats: "vcf-pos". */
export type Rules = { readonly [id: string]: Rule };

/** A line that may stand in the place of another: safe where no value is lost by it. */
export type LineFix = {
  readonly line: number;
  readonly text: string;
};

/**
 * What a check finds, where. Report as many as there are: all are counted, the first of each rule are kept (files/check-file.ts).
 */
export interface Finding {
  readonly rule: string;
  /** Where the version of the file says it elsewhere than the rule's own section does: "VCF 4.1 §1.2.3". */
  readonly section?: string;
  /** Where the version of the file asks for less than the rule does, or what was found is less grave. */
  readonly severity?: Severity;
  /** Line of the (unpacked) text from 1; null where it is about the whole file, or the file is no text. */
  readonly line: number | null;
  /** Offset in bytes, of files that are no text. */
  readonly byte?: number;
  /** Of a data set of several files: which. */
  readonly part?: string;
  /** Column, tag or sample of the format: "POS", "INFO/AF", "@SQ SN". */
  readonly field: string | null;
  /** What stands there; cut to 100 letters by whoever keeps it. */
  readonly found: string;
  readonly params?: JsonObject;
  readonly fix?: LineFix;
}
