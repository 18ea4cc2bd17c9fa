// The lines above the data: "@attribute name type". (Weka, "ARFF (stable version)", The ARFF Header Section.)

import { fieldsOf, LineScanner } from "./fields.ts";
import { words } from "./words.ts";

export interface Attribute {
  readonly name: string;
  readonly kind: "numeric" | "nominal" | "string" | "date";
  /** Of a nominal one, in their order. */
  readonly levels: readonly string[];
  /** Of a date, as Java's SimpleDateFormat has it. */
  readonly format: string;
}

const isoFormat = "yyyy-MM-dd'T'HH:mm:ss";

/** `from`: behind the word. Fails with "attribute", "kind", "relational", "level-twice" and what quotes fail with. */
export function attributeIn(text: string, line: number, from: number): Attribute {
  const scanner = new LineScanner(text, line, from);
  const { text: name } = scanner.field(" \t{");
  const first = scanner.next();
  if (name === "" || first === "") return words.fail("attribute", { line, found: text.slice(0, 100) });
  const more = { name, levels: [], format: "" } as const;
  if (first === "{") {
    const { fields } = fieldsOf(text, line, scanner.at + 1, "}");
    const levels = fields.map((field) => field.text);
    const twice = twiceIn(levels);
    if (twice !== undefined) return words.fail("level-twice", { line, column: name, level: twice });
    return { ...more, kind: "nominal", levels };
  }
  const { text: kind } = scanner.field(" \t[");
  switch (kind.toLowerCase()) {
    case "numeric":
    case "real":
    case "integer":
      return { ...more, kind: "numeric" };
    case "string":
      return { ...more, kind: "string" };
    case "date":
      return { ...more, kind: "date", format: scanner.next() === "" ? isoFormat : scanner.field("").text };
    case "relational":
      return words.fail("relational", { line, column: name });
    default:
      return words.fail("kind", { line, column: name, found: kind.slice(0, 40) });
  }
}

function twiceIn(levels: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return levels.find((level) => seen.size === seen.add(level).size);
}
