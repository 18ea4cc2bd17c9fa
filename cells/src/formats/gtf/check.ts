// Holds a GTF file to GTF 2.2, line by line.

import type { CheckTask } from "../../contract/format.ts";
import { eachLine } from "../parts/check/each-line.ts";
import { finderOf } from "../parts/check/finder.ts";
import { rules } from "./rules.ts";

export { rules } from "./rules.ts";

const whole = /^[1-9]\d{0,14}$/;
const score = /^(?:\.|[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)$/;
/** One attribute: key "text"; or key number; */
const attribute = /\s*([^\s";]+)[ \t]+(?:"([^"]*)"|([^\s";]+))\s*(;|$)/y;

export async function check(task: CheckTask): Promise<void> {
  const find = finderOf(rules, task);
  await eachLine(task, (text, line) => {
    if (text.trim() === "" || text.startsWith("#")) return;
    const say = (rule: keyof typeof rules, field: string, found: string, params = {}): void =>
      find(rule, { line, field, found: found.slice(0, 100), params });
    const fields = text.split("\t");
    if (fields.length !== 9) return say("gtf-columns", "line", String(fields.length));
    const [seqname = "", , feature = "", start = "", end = "", scored = "", strand = "", frame = "", last = ""] = fields;
    if (seqname.trim() === "") say("gtf-seqname", "seqname", seqname);
    if (!whole.test(start)) say("gtf-start", "start", start);
    if (!whole.test(end) || (whole.test(start) && Number(end) < Number(start))) say("gtf-end", "end", end, { start });
    if (!score.test(scored)) say("gtf-score", "score", scored);
    if (!/^[+.-]$/.test(strand)) say("gtf-strand", "strand", strand);
    if (!/^[012.]$/.test(frame) || (frame === "." && feature === "CDS")) say("gtf-frame", "frame", frame);
    const keys = keysOf(last, say);
    if (!keys.has("gene_id")) say("gtf-gene-id", "gene_id", last);
    if (!keys.has("transcript_id") && feature !== "gene") say("gtf-transcript-id", "transcript_id", last);
  });
}

function keysOf(text: string, say: (rule: keyof typeof rules, field: string, found: string) => void): ReadonlySet<string> {
  const keys = new Set<string>();
  let at = 0;
  const { length } = text.trimEnd();
  while (at < length) {
    attribute.lastIndex = at;
    const [all, key, , bare, close] = attribute.exec(text) ?? [];
    if (all === undefined || key === undefined) {
      say("gtf-attributes", "attributes", text.slice(at));
      break;
    }
    if (close !== ";") say("gtf-attributes", "attributes", all.trim());
    if (bare !== undefined && !/^[+-]?\d/.test(bare)) say("gtf-quotes", key, bare);
    keys.add(key);
    at += all.length;
  }
  return keys;
}
