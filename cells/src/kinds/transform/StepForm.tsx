// The form of one step, by its verb. All forms are loaded together with this file, before the editor is shown, so that
// none jumps in after the rest of it.

import type { Json } from "../../base/json.ts";
import type { StepBase } from "../../contract/step.ts";
import type { KnownData, StepForm as Form, StepHost } from "../../contract/step-form.ts";
import { listedSteps } from "../../steps.ts";

const forms: ReadonlyMap<string, Form<StepBase>> = new Map(
  await Promise.all(listedSteps.map(async ({ step, Form }) => [step.name, (await Form()).Form] as const)),
);

/** Nothing for a verb that this release does not know. */
export function StepForm(props: {
  readonly step: StepBase & { readonly verb: string };
  readonly known: KnownData;
  readonly host: StepHost;
  /** Sets one field of the step. */
  readonly write: (field: string, value: Json | undefined) => void;
}) {
  const Form = forms.get(props.step.verb);
  return Form ? <Form {...props} /> : null;
}
