// The file of a load held to the rules of its standard (port "check"). It is read once more for that, so that unasked only files
// that are not large are.

import type { Report } from "../../artifacts/artifact.ts";
import type { ByteSource } from "../../base/byte-source.ts";
import { checkerOf } from "../../checkers.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { checkFile } from "../../files/check-file.ts";
import type { ReadFile } from "../../files/read-file.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { checkReport, notChecked } from "./check-report.ts";
import type { LoadSpec } from "./spec.ts";
import { words } from "./words.ts";

/** Bytes of text; beyond these a check is asked for. */
const largestUnasked = 32 * 2 ** 20;
/** Genomic text is packed to a quarter or less. */
const unpacked = 4;
/** Findings of each rule that are kept. */
const examples = 10;

export interface FileOfLoad {
  readonly source: ByteSource;
  readonly name: string;
  readonly read: ReadFile;
}

export async function checkOfFile(
  spec: LoadSpec,
  { source, name, read }: FileOfLoad,
  context: Pick<ExecuteContext, "signal" | "progress" | "log" | "engines">,
): Promise<Report> {
  const format = read.listed.format.name;
  const say = (sentence: Sentence): void => context.log(sentenceIn(sentence, "en"));
  if (spec.check === "off") return notChecked("off", format);
  if (!checkerOf(format)) {
    if (spec.check !== "auto") say(words.sentence("check-no-rules", { format }));
    return notChecked("no-rules", format);
  }
  const size = source.size * (read.compression === "none" ? 1 : unpacked);
  if (spec.check === "auto" && size > largestUnasked) {
    say(words.sentence("check-too-large", { format }));
    return notChecked("too-large", format);
  }
  context.progress(null, words.sentence("check-progress"));
  const { errors, warnings, notes, rules, findings, version, strict } = await checkFile(source, name, {
    format,
    part: spec.sheet,
    encoding: spec.encoding,
    strict: spec.check === "strict",
    examples,
    inflate: context.engines.inflate,
    signal: context.signal,
  });
  if (rules.length > 0) say(words.sentence("check-log", { format, errors, warnings, notes }));
  return checkReport({ format, version, strict, errors, warnings, notes, rules, findings });
}
