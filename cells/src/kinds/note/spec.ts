// What a note says: Markdown with values of other cells inside (`{{kept.rows}}`) and links to cells (`[[kept]]`).
// The accessors are a closed list: a note never computes.

import { z } from "zod";
import { mostNames } from "../../notebook/spec-length.ts";
import { defineKind } from "../../contract/define-kind.ts";
import type { TextReference } from "../../contract/kind.ts";
import { card } from "./card.ts";
import { example } from "./example.ts";
import { accessors, noteParts } from "./note-parts.ts";
import { titleOfNote, withoutOpenValues } from "./title-of-note.ts";
import { discloses } from "./discloses.ts";
import { forReaders } from "./for-readers.ts";
import { words as noteWords } from "./words.ts";

const schema = z.strictObject({
  text: z
    .string()
    .default("")
    .meta({
      title: "Text",
      description: `Markdown; {{name.rows}} shows a number of another cell (${accessors.join(", ")}), [[name]] links to it`,
    }),
});
export type NoteSpec = z.infer<typeof schema>;

export const note = defineKind({
  ...card,
  title: "Note",
  example,
  version: 1,
  specVersion: 1,
  engines: [],
  reproduces: "exact",
  schema,
  empty: schema.parse({}),
  missing: () => null,
  textReferences: (spec): readonly TextReference[] => {
    // A cell that names more is not looked into (SPEC, L-4).
    const { values, links } = noteParts(spec.text, mostNames);
    return [
      ...values.map(
        (value): TextReference => ({
          field: "text",
          name: value.name,
          ...(value.port === null ? {} : { port: value.port }),
          start: value.nameStart,
          end: value.nameStart + value.name.length,
        }),
      ),
      ...links.map(
        (link): TextReference => ({
          field: "text",
          name: link.name,
          start: link.nameStart,
          end: link.nameStart + link.name.length,
          link: true,
        }),
      ),
    ].sort((a, b) => a.start - b.start);
  },
  // Names of values give way to ports, so that a rename changes no key. Links stay: they stand in the text that is shown.
  keySpec: (spec, portOf) => {
    let text = "";
    let at = 0;
    for (const value of noteParts(spec.text).values) {
      const reference: TextReference = {
        field: "text",
        name: value.name,
        ...(value.port === null ? {} : { port: value.port }),
        start: value.nameStart,
        end: value.nameStart + value.name.length,
      };
      text += `${spec.text.slice(at, value.start)}{{${portOf(reference)}.${value.accessor}}}`;
      at = value.end;
    }
    return { text: text + spec.text.slice(at) };
  },
  discloses,
  carries: (_spec, read) => read,
  forReaders,
  words: (spec, context) => titleOfNote(withoutOpenValues(spec.text)) ?? noteWords.say("words-empty", {}, context.locale),
  suggestName: () => "",
});
