// `genomecraft kinds`: every kind of cell with the schema of its settings, so that a person or a program can write a
// notebook from this alone.

import { receivedKey } from "@genomecraft/cells/base/failure.ts";
import { message } from "@genomecraft/cells/messages/catalogue.ts";
import type { Json, JsonObject } from "@genomecraft/cells/base/json.ts";
import type { Kind } from "@genomecraft/cells/contract/kind.ts";
import { kindOf, kinds } from "@genomecraft/cells/kinds.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import { stepOf } from "@genomecraft/cells/steps.ts";
import { z } from "zod";
import { CommandEnd, type Terminal } from "./terminal.ts";

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
    example: kind.example,
    schema: z.toJSONSchema(kind.schema, { io: "input", unrepresentable: "any" }) as JsonObject,
  };
}

export const allKinds = (): readonly Kind[] =>
  Object.keys(kinds).flatMap((name) => {
    const kind = kindOf(name);
    return kind ? [kind] : [];
  });

export function kindsCommand(names: readonly string[], flags: { readonly json?: boolean }, terminal: Terminal): 0 {
  const known = allKinds();
  const chosen = names.map((name) => {
    const kind = known.find((each) => each.kind === name);
    if (kind) return kind;
    throw new CommandEnd(2, terminal.words("kind-unknown", { name, available: known.map((each) => each.kind).join(", ") }));
  });
  const shown = chosen.length > 0 ? chosen : known;
  if (flags.json) {
    terminal.out(JSON.stringify(shown.map(kindAsJson), null, 2));
    return 0;
  }
  for (const kind of shown) {
    terminal.out(`${kind.kind.padEnd(10)} ${message(receivedKey(`kind-${kind.kind}.title`), {}, terminal.locale)}`);
    const schema = z.toJSONSchema(kind.schema, { io: "input", unrepresentable: "any" }) as Schema;
    for (const line of fieldLines(schema, { indent: "    ", whole: chosen.length > 0, locale: terminal.locale }))
      terminal.out(line);
    terminal.out(`    -> ${kind.outputs.map((port) => `${port.name} (${[port.type].flat().join(" | ")})`).join(", ")}`);
    if (chosen.length > 0) terminal.out(`\n${kind.example}`);
  }
  if (chosen.length === 0) terminal.say(terminal.words("kinds-more"));
  return 0;
}

interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly default?: Json;
  readonly properties?: { readonly [field: string]: Schema };
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
}

interface Lines {
  readonly indent: string;
  /** With the fields of what stands inside a field. */
  readonly whole: boolean;
  /** Of what a step does. Titles and descriptions of settings are those of the schema, which programs read: English. */
  readonly locale: Locale;
}

/** A line a field. */
function fieldLines(schema: Schema, how: Lines): readonly string[] {
  const { indent, whole } = how;
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const allowed = field.enum ? ` (${field.enum.join(" | ")})` : "";
    const standard = whole && field.default !== undefined && field.default !== null ? ` [${JSON.stringify(field.default)}]` : "";
    const title = `${indent}${name.padEnd(14)} ${field.title}: ${field.description}${allowed}${standard}`;
    return whole ? [title, ...insideLines(field, { ...how, indent: `${indent}    ` })] : [title];
  });
}

/** Each of the shapes that a field may have, begun by the setting that tells it from the others. */
function insideLines(field: Schema, how: Lines): readonly string[] {
  const { indent, locale } = how;
  if (field.items) return insideLines(field.items, how);
  const choices = field.oneOf ?? field.anyOf;
  if (choices) return choices.flatMap((choice) => insideLines(choice, how));
  if (!field.properties || field.format !== undefined) return [];
  const [tag, named] = Object.entries(field.properties).find(([, each]) => each.const !== undefined) ?? [];
  if (tag === undefined || !named) return fieldLines(field, how);
  const { [tag]: _tag, ...properties } = field.properties;
  const step = tag === "verb" ? stepOf(String(named.const)) : null;
  const does = step?.step.words.say("does", {}, locale) ?? named.description;
  return [`${indent}${tag}: ${named.const}  ${does}`, ...fieldLines({ properties }, { ...how, indent: `${indent}    ` })];
}
