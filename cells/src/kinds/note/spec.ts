// What a note says: Markdown with values of other cells inside (`{{kept.rows}}`) and links to cells (`[[kept]]`).
// The accessors are a closed list: a note never computes.

import { z } from "zod";
import { defineKind } from "../../contract/define-kind.ts";
import type { TextReference } from "../../contract/kind.ts";
import { card } from "./card.ts";
import { example } from "./example.ts";
import { titleOfNote } from "./title-of-note.ts";
import { discloses } from "./discloses.ts";
import { forReaders } from "./for-readers.ts";
import { words as noteWords } from "./words.ts";

/** What may be asked of a result. A value itself needs no accessor: `{{gene}}`. */
export const accessors = ["rows", "columns", "features", "genes", "samples", "value", "marks"] as const;
export type Accessor = (typeof accessors)[number];
const isAccessor = (text: string): text is Accessor => (accessors as readonly string[]).includes(text);

/** A `{{name.accessor}}`, `{{name.port.accessor}}` or `{{name}}` of a note: offsets of the whole, of its name alone in the reference. */
export interface NoteValue {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly port: string | null;
  readonly accessor: string;
  readonly nameStart: number;
  /** Accessor or form that is not known: said when the note is made. */
  readonly known: boolean;
}
export interface NoteLink {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly nameStart: number;
}

const letter = "[\\p{L}_][\\p{L}\\p{N}_]*";
const valuePattern = new RegExp(`\\{\\{(\\s*)(${letter})((?:\\.${letter})*)\\s*\\}\\}`, "gu");
const linkPattern = new RegExp(`\\[\\[(\\s*)(${letter})\\s*\\]\\]`, "gu");

/** Values and links in order of appearance. A backslash before the brackets keeps them as text. */
export function noteParts(text: string): { readonly values: readonly NoteValue[]; readonly links: readonly NoteLink[] } {
  const values: NoteValue[] = [];
  for (const match of text.matchAll(valuePattern)) {
    if (text[match.index - 1] === "\\") continue;
    const name = match[2] as string;
    const rest = (match[3] as string).split(".").filter((part) => part !== "");
    const last = rest[rest.length - 1];
    const port = rest.length === 2 ? (rest[0] as string) : null;
    values.push({
      start: match.index,
      end: match.index + match[0].length,
      name,
      port,
      accessor: last ?? "value",
      nameStart: match.index + 2 + (match[1] as string).length,
      known: rest.length <= 2 && (last === undefined || isAccessor(last)),
    });
  }
  const links: NoteLink[] = [];
  for (const match of text.matchAll(linkPattern)) {
    if (text[match.index - 1] === "\\") continue;
    links.push({
      start: match.index,
      end: match.index + match[0].length,
      name: match[2] as string,
      nameStart: match.index + 2 + (match[1] as string).length,
    });
  }
  return { values, links };
}

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
    const { values, links } = noteParts(spec.text);
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
  forReaders,
  words: (spec, context) => titleOfNote(spec.text) ?? noteWords.say("words-empty", {}, context.locale),
  suggestName: () => "",
});
