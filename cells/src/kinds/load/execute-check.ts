// The file of a load held to the rules of its standard (port "check"). It is read once more for that, so that unasked only files
// that are not large are.

import type { Report } from "../../artifacts/artifact.ts";
import type { ByteSource } from "../../base/byte-source.ts";
import { checkerOf } from "../../checkers.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { checkFile, type FileCheck } from "../../files/check-file.ts";
import type { ReadFile } from "../../files/read-file.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import { type CheckOfFile, fileCheckReport } from "../../reports/file-check/report.ts";
import type { LoadSpec } from "./spec.ts";
import { words } from "./words.ts";

/** Bytes of text; beyond these a check is asked for. */
const largestUnasked = 32 * 2 ** 20;
/** Genomic text is packed to a quarter or less. */
const unpacked = 4;
/** Findings of each rule that are kept. */
const examples = 10;

type Context = Pick<ExecuteContext, "signal" | "progress" | "log" | "engines">;

export async function checkOfFile(
  spec: LoadSpec,
  source: ByteSource,
  name: string,
  read: ReadFile,
  context: Context,
): Promise<Report> {
  const { name: format } = read.listed.format;
  const notDone = (state: CheckOfFile["state"]): Report => reportOf({ state, ...nothing, format });
  if (spec.check === "off") return notDone("off");
  const say = (sentence: Parameters<typeof sentenceIn>[0]): void => context.log(sentenceIn(sentence, "en"));
  if (!checkerOf(format)) {
    if (spec.check !== "auto") say(words.sentence("check-no-rules", { format }));
    return notDone("no-rules");
  }
  const size = source.size * (read.compression === "none" ? 1 : unpacked);
  if (spec.check === "auto" && size > largestUnasked) {
    say(words.sentence("check-too-large", { format }));
    return notDone("too-large");
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
  const found = { format, version, strict, errors, warnings, notes, rules, findings };
  if (rules.length > 0) say(words.sentence("check-log", { format, errors, warnings, notes }));
  return reportOf({ state: "checked", ...found });
}

const nothing = { version: null, strict: false, errors: 0, warnings: 0, notes: 0, rules: [], findings: [] };

type Body = Omit<FileCheck, "file" | "compression" | "checked"> & Pick<CheckOfFile, "state">;

const reportOf = (body: Body): Report => ({
  type: "report",
  report: fileCheckReport.name,
  body: {
    ...body,
    rules: [...body.rules],
    findings: body.findings.map(({ expected, ...finding }) => ({ ...finding, expected: { ...expected } })),
  },
});
