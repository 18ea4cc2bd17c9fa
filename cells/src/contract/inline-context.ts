// What an inline kind sees, made from artifacts: lets a worker run `executeInline` of a note or parameter as a step of a
// plan and get the same answer as a browser, which has summaries only.

import type { Artifact } from "../artifacts/artifact.ts";
import type { Digest } from "../base/ids.ts";
import type { OutputRef } from "../artifacts/output-ref.ts";
import { outputRefOf } from "../artifacts/output-ref.ts";
import type { ExecuteContext, InlineContext } from "./execute.ts";

export function inlineContext(context: Pick<ExecuteContext, "input" | "named" | "valueOf">): InlineContext {
  return {
    output: (ref) => outputOf(context.input(ref)),
    named: (name, port) => {
      const artifact = context.named(name, port);
      return artifact ? outputOf(artifact) : null;
    },
    valueOf: (field) => context.valueOf(field),
  };
}

/** The digest is left empty: an inline kind's answer never depends on it. */
const outputOf = (artifact: Artifact): OutputRef => outputRefOf(artifact, "" as Digest);
