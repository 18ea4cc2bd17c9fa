// Fills a note's values in. What it answers holds the text and the values that stand in it, and not the names of the
// cells that they came from: a published note tells nothing of cells that were not published.

import { artifactCardOf } from "../../artifacts/artifact-cards.ts";
import { type Failure, FailureError } from "../../base/failure.ts";
import { isJsonObject, type Json } from "../../base/json.ts";
import { nearestNames } from "../../base/nearest-name.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { inlineContext } from "../../contract/inline-context.ts";
import type { Execute, ExecuteInline, InlineContext, InlineOutputs } from "../../contract/execute.ts";
import { markdownOf, slotClose, slotOpen } from "./slots.ts";
import { type Accessor, accessors, noteParts, type NoteValue } from "./note-parts.ts";
import type { NoteSpec } from "./spec.ts";
import { words } from "./words.ts";

/** out = {markdown: text with the values filled in, template: text with slots, values: what stands in them}. */
export const executeInline: ExecuteInline<NoteSpec> = (spec, context): Result<InlineOutputs, Failure> => {
  try {
    let markdown = "";
    let template = "";
    const values: Json[] = [];
    let at = 0;
    const keep = (text: string): void => {
      const clean = text.replace(/[\uE000\uE001]/g, "");
      markdown += clean;
      template += clean;
    };
    for (const part of noteParts(spec.text).values) {
      keep(spec.text.slice(at, part.start));
      at = part.end;
      const value = accessed(part, context.named(part.name, part.port ?? undefined));
      template += `${slotOpen}${values.length}${slotClose}`;
      values.push(value);
      markdown += markdownOf(value);
    }
    keep(spec.text.slice(at));
    return ok({ out: { type: "value", value: { markdown, template, values } } });
  } catch (error) {
    if (error instanceof FailureError) return err(error.failure);
    throw error;
  }
};

export const execute: Execute<NoteSpec> = async (spec, context) => executeInline(spec, inlineContext(context));

type Output = NonNullable<ReturnType<InlineContext["named"]>>;

function accessed(part: NoteValue, output: Output | null): Json {
  const more = { at: ["text"], span: { start: part.start, end: part.end } };
  if (!part.known) {
    const near = nearestNames(part.accessor, accessors);
    return words.fail("accessor-unknown", { accessor: part.accessor, known: near.length > 0 ? near : [...accessors] }, more);
  }
  if (!output) return words.fail("name-unknown", { name: part.name }, more);
  const found = valueOf(part.accessor as Accessor, output);
  if (found !== undefined) return found;
  const has = accessors.filter((accessor) => valueOf(accessor, output) !== undefined);
  return words.fail("accessor-wrong", { name: part.name, accessor: part.accessor, has }, more);
}

function valueOf(accessor: Accessor, { summary, inline }: Output): Json | undefined {
  const { brief, sizes } = artifactCardOf(summary);
  if (accessor === "value")
    return brief !== "value" ? undefined : isJsonObject(inline) ? (inline["value"] as Json) : summary.detail?.["value"];
  const at = sizes.findIndex((names) => names.includes(accessor));
  return at < 0 ? undefined : summary.shape[at];
}
