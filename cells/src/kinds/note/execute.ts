// Fills a note's values in. What it answers holds the text and the values that stand in it, and not the names of the
// cells that they came from: a published note tells nothing of cells that were not published.

import type { Failure } from "../../base/failure.ts";
import type { Json } from "../../base/json.ts";
import { ok, type Result } from "../../base/result.ts";
import { inlineContext } from "../../contract/inline-context.ts";
import type { Execute, ExecuteInline, InlineOutputs } from "../../contract/execute.ts";
import { markdownOf, slotClose, slotOpen } from "./slots.ts";
import { accessed } from "./accessed.ts";
import { noteParts } from "./note-parts.ts";
import type { NoteSpec } from "./spec.ts";

/** out = {markdown: text with the values filled in, template: text with slots, values: what stands in them}. */
export const executeInline: ExecuteInline<NoteSpec> = (spec, context): Result<InlineOutputs, Failure> => {
  let markdown = "";
  let template = "";
  const values: Json[] = [];
  let at = 0;
  const keep = (text: string): void => {
    const clean = text.replace(/[\uE000-\uE003]/g, "");
    markdown += clean;
    template += clean;
  };
  for (const part of noteParts(spec.text).values) {
    keep(spec.text.slice(at, part.start));
    at = part.end;
    const found = accessed(part, context.named(part.name, part.port ?? undefined));
    if (!found.ok) return found;
    const { value } = found;
    template += `${slotOpen}${values.length}${slotClose}`;
    values.push(value);
    markdown += markdownOf(value);
  }
  keep(spec.text.slice(at));
  return ok({ out: { type: "value", value: { markdown, template, values } } });
};

export const execute: Execute<NoteSpec> = async (spec, context) => executeInline(spec, inlineContext(context));
