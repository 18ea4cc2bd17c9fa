// Values of other cells and links to cells, as they stand in the text of a note.

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

/**
 * Values and links in order of appearance. A backslash before the brackets keeps them as text.
 * @param most of either: of more only one more is told
 */
export function noteParts(
  text: string,
  most = Number.POSITIVE_INFINITY,
): { readonly values: readonly NoteValue[]; readonly links: readonly NoteLink[] } {
  const values: NoteValue[] = [];
  for (const match of text.matchAll(valuePattern)) {
    if (values.length > most) break;
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
    if (links.length > most) break;
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
