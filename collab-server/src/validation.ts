// What zod found wrong with a request, as one sentence about the first field.

import type { Failure } from "@genomecraft/cells/base/failure.ts";
import { words as serverWords } from "@genomecraft/cells/messages/server/words.ts";

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly code?: string;
  readonly keys?: readonly string[];
}

export function validationFailure(error: { readonly issues: readonly Issue[] }): Failure {
  const issue = error.issues[0];
  if (!issue) return serverWords.failure("bad-body");
  const field = issue.code === "unrecognized_keys" && issue.keys ? issue.keys.join(", ") : issue.path.map(String).join(".");
  // What zod says of an absent field is not what a person would say.
  if (issue.code === "invalid_type" && issue.message.endsWith("received undefined")) {
    return serverWords.failure("field-missing", { field: field || "(the whole body)" });
  }
  if (issue.code === "unrecognized_keys") return serverWords.failure("field-unknown", { field });
  return serverWords.failure("bad-field", { field: field || "(the whole body)", detail: issue.message });
}
