// Makes the card of a step from its verb, its options and its words. The schema of the whole step follows, and every type
// from it.

import { z } from "zod";
import type { Effects, StepCard } from "./step.ts";

const base = {
  id: z
    .string()
    .default("")
    .meta({ title: "Id", description: "Of the step, unlike any other's; in notebook files it may be left out" }),
  off: z.boolean().default(false).meta({ title: "Off", description: "true: the step is passed over" }),
};

const schemaOf = <Name extends string, Options extends z.core.$ZodLooseShape>(name: Name, does: () => string, options: Options) =>
  z.strictObject({ ...base, verb: z.literal(name).meta({ title: "Step", description: does() }), ...options });
type SchemaOf<Name extends string, Options extends z.core.$ZodLooseShape> = ReturnType<typeof schemaOf<Name, Options>>;

/** `options`: its own fields; each has a default, so that a new step of the menu is whole. */
export function defineStep<const Name extends string, Options extends z.core.$ZodLooseShape, const Takes extends Effects>(
  card: Omit<StepCard<SchemaOf<Name, Options>, Takes>, "axis" | "schema"> & {
    readonly name: Name;
    readonly options: Options;
  },
): StepCard<SchemaOf<Name, Options>, Takes> {
  const { options, ...rest } = card;
  return { ...rest, axis: "step", schema: schemaOf(card.name, () => card.words.say("does", {}, "en"), options) };
}
