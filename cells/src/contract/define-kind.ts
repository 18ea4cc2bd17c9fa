// Makes a kind from its schema: the type of the spec is inferred from it, never written a second time.

import type { z } from "zod";
import type { JsonObject } from "../base/json.ts";
import type { Kind } from "./kind.ts";

type SaidBySchema<Spec extends JsonObject> = Omit<Kind<NoInfer<Spec>>, "schema"> & { readonly schema: z.ZodType<Spec> };

export const defineKind = <Spec extends JsonObject>(kind: SaidBySchema<Spec>): Kind<Spec> => kind;
