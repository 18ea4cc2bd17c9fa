// `genomecraft kinds`: every kind of cell with the schema of its settings, so that a person or a program can write a
// notebook from this alone.

import type { Json, JsonObject } from "@genomecraft/cells/base/json.ts";
import type { Kind } from "@genomecraft/cells/kinds/kind.ts";
import { type KindName, kindOf, kinds } from "@genomecraft/cells/kinds.ts";
import { z } from "zod";
import { kindExamples } from "./kind-examples.ts";
import type { Terminal } from "./terminal.ts";

export function kindAsJson(kind: Kind): JsonObject {
  return {
    kind: kind.kind,
    title: kind.title,
    place: kind.place,
    mode: kind.mode,
    version: kind.version,
    reproduces: kind.reproduces as Json,
    inputs: kind.inputs.map(({ field, accepts, title, optional }) => ({
      field,
      accepts: [...accepts],
      title,
      optional: optional ?? false,
    })),
    outputs: kind.outputs.map(({ name, type, title }) => ({ name, type: typeof type === "string" ? [type] : [...type], title })),
    text: [...kind.textFields],
    empty: kind.empty,
    example: kindExamples[kind.kind as KindName],
    schema: z.toJSONSchema(kind.schema, { io: "input", unrepresentable: "any" }) as unknown as JsonObject,
  };
}

export const allKinds = (): readonly Kind[] =>
  Object.keys(kinds).flatMap((name) => {
    const kind = kindOf(name);
    return kind ? [kind] : [];
  });

export function kindsCommand(flags: { readonly json?: boolean }, terminal: Terminal): 0 {
  if (flags.json) {
    terminal.out(JSON.stringify(allKinds().map(kindAsJson), null, 2));
    return 0;
  }
  for (const kind of allKinds()) {
    terminal.out(`${kind.kind.padEnd(10)} ${kind.title}`);
    const { properties = {} } = z.toJSONSchema(kind.schema, { io: "input", unrepresentable: "any" }) as {
      properties?: { [field: string]: { title?: string; description?: string; format?: string; type?: string } };
    };
    for (const [field, { title, description, type }] of Object.entries(properties)) {
      terminal.out(`    ${field.padEnd(14)} ${[title, description ?? (title ? "" : type)].filter(Boolean).join(": ")}`);
    }
    terminal.out(`    -> ${kind.outputs.map((port) => `${port.name} (${[port.type].flat().join(" | ")})`).join(", ")}`);
  }
  return 0;
}
