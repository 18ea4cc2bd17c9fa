// Makes a kind from its schema: the type of the spec is inferred from it, never written a second time.

import type { z } from "zod";
import type { Kind } from "./kind.ts";

export const defineKind = <Schema extends z.ZodType>(
  kind: Omit<Kind<z.output<Schema>>, "schema"> & { readonly schema: Schema },
): Kind<z.output<Schema>> => kind as unknown as Kind<z.output<Schema>>;

/** Any kind, seen by those who hold specs as JSON that its schema has validated. */
export const anyKind = <Spec>(kind: Kind<Spec>): Kind => kind as unknown as Kind;
