// A meta-information line taken apart: ##key=value, or ##key=<key=value,key="value",…>.

export interface MetaField {
  readonly key: string;
  readonly value: string;
  readonly isQuoted: boolean;
}
/** What is wrong with the brackets: unclosed (no ">"), a quote that is not closed, text behind a closing quote, what is no key=value. */
export type MetaFault = { readonly kind: "unclosed" | "quote-open" | "quote-inside" | "bare"; readonly found: string };
export interface MetaLine {
  readonly key: string;
  readonly text: string;
  /** Null: it has no brackets. */
  readonly fields: readonly MetaField[] | null;
  readonly fault: MetaFault | null;
}

/** Null: no key=value. `line` begins with "##". */
export function metaLine(line: string): MetaLine | null {
  const at = line.indexOf("=");
  const key = line.slice(2, at);
  if (at < 0 || key === "" || /[\s<>"]/.test(key)) return null;
  const text = line.slice(at + 1);
  if (!text.startsWith("<")) return { key, text, fields: null, fault: null };
  return { key, text, ...bracketed(text) };
}

function bracketed(text: string): Pick<MetaLine, "fields" | "fault"> {
  const fields: MetaField[] = [];
  const wrong = (kind: MetaFault["kind"], found: string) => ({ fields, fault: { kind, found } });
  const end = text.trimEnd().length - 1;
  let at = 1;
  while (at < end || (at === end && text[at] !== ">")) {
    const equals = text.indexOf("=", at);
    const comma = text.indexOf(",", at);
    if (equals < 0 || (comma >= 0 && comma < equals) || equals === at) {
      const stop = comma < 0 ? end : comma;
      return wrong("bare", text.slice(at, stop));
    }
    const key = text.slice(at, equals).trim();
    if (/["<>]/.test(key)) return wrong("bare", key);
    const value = valueAt(text, equals + 1, end);
    if (value.fault) return wrong(value.fault, text.slice(at, at + 100));
    fields.push({ key, value: value.text, isQuoted: value.isQuoted });
    at = value.next;
    if (text[at] === ",") {
      at++;
      if (at >= end) return wrong("bare", text.slice(at - 1));
    } else break;
  }
  return text[end] === ">" && at >= end ? { fields, fault: null } : wrong("unclosed", text.slice(-40));
}

interface Value {
  readonly text: string;
  readonly isQuoted: boolean;
  /** Where the comma behind it stands, or the end. */
  readonly next: number;
  readonly fault?: "quote-open" | "quote-inside";
}

function valueAt(text: string, from: number, end: number): Value {
  if (text[from] === '"') {
    let at = from + 1;
    while (at <= end && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
    const quoted = { text: text.slice(from + 1, at).replace(/\\(["\\])/g, "$1"), isQuoted: true, next: at + 1 };
    if (at > end) return { ...quoted, fault: "quote-open" };
    const behind = text[at + 1];
    return behind === "," || behind === undefined || (behind === ">" && at + 1 === end)
      ? quoted
      : { ...quoted, fault: "quote-inside" };
  }
  // Lists of values of ##META.
  const list = text[from] === "[" ? text.indexOf("]", from) : -1;
  const comma = text.indexOf(",", list < 0 ? from : list);
  const next = comma < 0 ? (text[end] === ">" ? end : end + 1) : comma;
  return { text: text.slice(from, next), isQuoted: false, next };
}
