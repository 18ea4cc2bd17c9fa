// Holds a BED file to BEDv1, line by line.

import type { CheckTask } from "../../contract/format.ts";
import { eachLine } from "../parts/check/each-line.ts";
import { finderOf } from "../parts/check/finder.ts";
import { isDisplayLine } from "../parts/intervals/head-rows.ts";
import { rules } from "./rules.ts";

export { rules } from "./rules.ts";

const whole = /^\d{1,19}$/;

export async function check(task: CheckTask): Promise<void> {
  const find = finderOf(rules, task);
  let width = 0;
  const order = orderOfPlaces();
  await eachLine(task, (text, line) => {
    if (text.trim() === "" || text.startsWith("#") || isDisplayLine(text)) return;
    const say = (rule: keyof typeof rules, field: string, found: string, params = {}): void =>
      find(rule, { line, field, found: found.slice(0, 100), params });
    const isTabbed = text.includes("\t") && !/^\S+ +\d/.test(text);
    const fields = isTabbed ? text.split("\t") : text.trim().split(/[ \t]+/);
    if (!isTabbed) say("bed-separator", "line", text);
    if (width === 0) width = fields.length;
    // Further columns are a file's own.
    if (fields.length < 3 || fields.length !== width) say("bed-fields", "line", String(fields.length));
    if (fields.length < 3) return;
    checkFields(fields, say);
    const [chrom = "", start = ""] = fields;
    const before = order(chrom, Number(start), line);
    if (before) say("bed-sorted", "chromStart", `${chrom} ${start}`, before);
  });
}

/** Sees place after place; answers the line behind which one stands though it comes before it. */
function orderOfPlaces(): (chrom: string, start: number, line: number) => { readonly other: number } | null {
  /** Of the chromosomes that ended: their last line. */
  const ended = new Map<string, number>();
  let last = { chrom: "", start: Number.NEGATIVE_INFINITY, line: 0 };
  return (chrom, start, line) => {
    const before = last;
    if (Number.isNaN(start)) return null;
    last = { chrom, start, line };
    if (chrom === before.chrom) return start < before.start ? { other: before.line } : null;
    if (before.line > 0) ended.set(before.chrom, before.line);
    const end = ended.get(chrom);
    return end === undefined ? null : { other: end };
  };
}

function checkFields(
  fields: readonly string[],
  say: (rule: keyof typeof rules, field: string, found: string, params?: { readonly [name: string]: string }) => void,
): void {
  const [chrom = "", start = "", end = "", name, score, strand, thickStart, thickEnd, rgb] = fields;
  if (!/^[A-Za-z0-9_]{1,255}$/.test(chrom)) say("bed-chrom", "chrom", chrom);
  if (!whole.test(start)) say("bed-start", "chromStart", start);
  if (!whole.test(end) || (whole.test(start) && Number(end) < Number(start))) say("bed-end", "chromEnd", end, { start });
  if (name !== undefined && !/^[\x20-\x7e]{1,255}$/.test(name)) say("bed-name", "name", name);
  if (score !== undefined && !/^(?:\d{1,3}|1000)$/.test(score)) say("bed-score", "score", score);
  if (strand !== undefined && !/^[+.-]$/.test(strand)) say("bed-strand", "strand", strand);
  if (thickStart !== undefined) {
    const last = thickEnd ?? thickStart;
    const isInside =
      whole.test(thickStart) &&
      whole.test(last) &&
      Number(thickStart) >= Number(start) &&
      Number(last) <= Number(end) &&
      Number(thickStart) <= Number(last);
    if (!isInside) say("bed-thick", "thickStart", `${thickStart} ${last}`);
  }
  if (rgb !== undefined && !isColour(rgb)) say("bed-rgb", "itemRgb", rgb);
  if (fields.length >= 12) checkBlocks(fields, Number(end) - Number(start), say);
}

const isColour = (rgb: string): boolean => {
  const parts = rgb.split(",");
  return rgb === "0" || (parts.length === 3 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255));
};

function checkBlocks(
  fields: readonly string[],
  length: number,
  say: (rule: keyof typeof rules, field: string, found: string) => void,
): void {
  const [count = "", sizes = "", starts = ""] = fields.slice(9, 12);
  const numbers = (list: string): readonly number[] =>
    list
      .replace(/,$/, "")
      .split(",")
      .map((part) => (whole.test(part) ? Number(part) : Number.NaN));
  const [lengths, from] = [numbers(sizes), numbers(starts)];
  if (
    !whole.test(count) ||
    lengths.length !== Number(count) ||
    from.length !== Number(count) ||
    [...lengths, ...from].some(Number.isNaN)
  )
    return say("bed-blocks", "blockCount", `${count} ${sizes} ${starts}`);
  const isInOrder = from.every((start, at) => at === 0 || start >= (from[at - 1] as number) + (lengths[at - 1] as number));
  const last = (from.at(-1) ?? 0) + (lengths.at(-1) ?? 0);
  if (from[0] !== 0 || last !== length || !isInOrder) say("bed-block-places", "blockStarts", `${sizes} ${starts}`);
}
