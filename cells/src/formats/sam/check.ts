// Holds a SAM file to its specification (rules, words and the reading of header and records lie in parts/sam-check, which BAM shares).

import type { CheckTask } from "../../contract/format.ts";
import { eachLine } from "../parts/check/each-line.ts";
import { headerLines } from "../parts/sam-check/check-header.ts";
import { samRecords } from "../parts/sam-check/check-record.ts";
import { newSamHeader } from "../parts/sam-check/sam-header.ts";
import { sayer } from "../parts/sam-check/say.ts";

export { rules } from "../parts/sam-check/rules.ts";

const ofHeader = /^@(?:HD|SQ|RG|PG|CO)(?:\t|$)/;

export async function check(task: CheckTask): Promise<void> {
  const say = sayer(task);
  const header = newSamHeader();
  const lines = headerLines(header, say);
  const records = samRecords(header, say);
  let isBody = false;
  await eachLine(task, (line, number) => {
    const place = { line: number };
    if (line === "") return say("sam-line-empty", place, null, "");
    if (line.startsWith("@") && !isBody) return lines.see(line, place);
    if (isBody && ofHeader.test(line)) return say("sam-header-place", place, line.slice(0, 3), line);
    if (!isBody) lines.end();
    isBody = true;
    records.see(line.split("\t"), place);
  });
  lines.end();
}
