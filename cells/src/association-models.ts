// THE list of models of association, in the order of the form. A line holds the card and how its code is loaded.

import { z } from "zod";
import { linear } from "./association/linear/model.ts";
import { logistic } from "./association/logistic/model.ts";
import { mixed } from "./association/mixed/model.ts";
import { invariant } from "./base/invariant.ts";
import type { AssociationLine, AssociationModel, AssociationOptions, AssociationWorkOf } from "./contract/association-model.ts";

export const associationModels = {
  linear: { model: linear, work: () => import("./association/linear/work.ts") },
  logistic: {
    model: logistic,
    work: () => import("./association/logistic/work.ts"),
    Form: () => import("./association/logistic/Form.tsx"),
  },
  mixed: {
    model: mixed,
    work: () => import("./association/mixed/work.ts"),
    Form: () => import("./association/mixed/Form.tsx"),
  },
} as const satisfies { readonly [name: string]: AssociationLine };

const [first, ...others] = Object.values(associationModels).map(({ model }) => model.schema);

/** A model with its settings, as specs hold it. */
export const associationSchema = z.discriminatedUnion("type", [first as NonNullable<typeof first>, ...others]);
export type AssociationSettings = z.output<typeof associationSchema>;
export const usualAssociation: AssociationSettings = associationSchema.parse({ type: "linear" });

function lineOf(name: string): AssociationLine {
  invariant(Object.hasOwn(associationModels, name), `${name} stands in a validated spec`);
  return associationModels[name as keyof typeof associationModels];
}

/** The card of the model that validated settings name. */
export const modelOf = (options: AssociationOptions): AssociationModel => lineOf(options.type).model;
export const formOfModel = (options: AssociationOptions): AssociationLine["Form"] => lineOf(options.type).Form;
export const loadScan = async (options: AssociationOptions): Promise<AssociationWorkOf> =>
  (await lineOf(options.type).work()).work;
