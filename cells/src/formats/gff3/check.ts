// Holds a GFF3 file to its specification: lines by themselves, then what they say of each other.

import type { CheckTask } from "../../contract/format.ts";
import { eachLine } from "../parts/check/each-line.ts";
import { finderOf } from "../parts/check/finder.ts";
import { Features } from "./check-features.ts";
import { rules } from "./rules.ts";

export { rules } from "./rules.ts";

const whole = /^[1-9]\d{0,14}$/;
const score = /^(?:\.|[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)$/;
/** GFF3 1.26, Column 9: "attributes that begin with an uppercase letter are reserved". */
const reserved: ReadonlySet<string> = new Set([
  "ID",
  "Name",
  "Alias",
  "Parent",
  "Target",
  "Gap",
  "Derives_from",
  "Note",
  "Dbxref",
  "Ontology_term",
  "Is_circular",
]);

type Say = (rule: keyof typeof rules, field: string, found: string, params?: { readonly [name: string]: string }) => void;

export async function check(task: CheckTask): Promise<void> {
  const find = finderOf(rules, task);
  const features = new Features(find);
  let isFirst = true;
  let isOver = false;
  await eachLine(task, (text, line) => {
    if (isOver) return;
    const say: Say = (rule, field, found, params = {}) => find(rule, { line, field, found: found.slice(0, 100), params });
    if (text.trim() === "") return;
    if (isFirst && !/^##gff-version\s+3(?:\.\d+)*\s*$/.test(text)) say("gff3-version", "##gff-version", text);
    isFirst = false;
    if (text.startsWith("##FASTA") || text.startsWith(">")) isOver = true;
    else if (text.startsWith("##sequence-region")) seeRegion(text, features, say);
    else if (!text.startsWith("#")) checkLine(text.split("\t"), { features, line, say });
  });
  features.end();
}

function seeRegion(text: string, features: Features, say: Say): void {
  const [, id, start, end] = /^##sequence-region\s+(\S+)\s+(\d+)\s+(\d+)\s*$/.exec(text) ?? [];
  if (!id || !start || !end || Number(start) > Number(end)) say("gff3-region", "##sequence-region", text);
  else features.region(id, Number(start), Number(end));
}

function checkLine(
  fields: readonly string[],
  { features, line, say }: { readonly features: Features; readonly line: number; readonly say: Say },
): void {
  if (fields.length !== 9) return say("gff3-columns", "line", String(fields.length));
  const [seqid = "", , type = "", start = "", end = "", scored = "", strand = "", phase = "", last = ""] = fields;
  if (seqid === "" || /^>|\s/.test(seqid)) say("gff3-seqid", "seqid", seqid);
  if (type.trim() === "" || type === ".") say("gff3-type", "type", type);
  if (!whole.test(start)) say("gff3-start", "start", start);
  if (!whole.test(end) || (whole.test(start) && Number(end) < Number(start))) say("gff3-end", "end", end, { start });
  if (!score.test(scored)) say("gff3-score", "score", scored);
  if (!/^[+.?-]$/.test(strand)) say("gff3-strand", "strand", strand);
  if (!/^[012.]$/.test(phase) || (phase === "." && type === "CDS")) say("gff3-phase", "phase", phase);
  if (fields.some((field) => /%(?![\da-f]{2})/i.test(field)))
    say("gff3-escape", "line", fields.find((field) => /%(?![\da-f]{2})/i.test(field)) ?? "");
  const attributes = attributesOf(last, say);
  features.see({ line, seqid, type, start: Number(start), end: Number(end), attributes }, say);
}

function attributesOf(text: string, say: Say): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (text === "." || text.trim() === "") return found;
  for (const part of text.split(";")) {
    if (part.trim() === "") continue;
    const cut = part.indexOf("=");
    const tag = part.slice(0, Math.max(0, cut)).trim();
    if (tag === "") {
      say("gff3-attributes", "attributes", part);
      continue;
    }
    if (found.has(tag)) say("gff3-attribute-twice", tag, text);
    if (/^[A-Z]/.test(tag) && !reserved.has(tag)) say("gff3-attribute-case", tag, tag);
    found.set(tag, part.slice(cut + 1));
  }
  const target = found.get("Target");
  if (target !== undefined && !/^\S+ \d+ \d+(?: [+-])?$/.test(target)) say("gff3-target", "Target", target);
  return found;
}
