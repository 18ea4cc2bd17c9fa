// What zod found wrong with a request, as one sentence about the first field.

import { failure, type Failure } from "@genomecraft/cells/base/failure.ts";

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly code?: string;
  readonly keys?: readonly string[];
}

export function validationFailure(error: { readonly issues: readonly Issue[] }): Failure {
  const issue = error.issues[0];
  if (!issue) return failure("server.bad-body");
  const field = issue.code === "unrecognized_keys" && issue.keys ? issue.keys.join(", ") : issue.path.map(String).join(".");
  return failure("server.bad-field", { field: field || "(the whole body)", detail: issue.message });
}
