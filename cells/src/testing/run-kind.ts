// One cell run by itself: its spec as people write it, the artifacts that it reads by the id of their cell. For tests only.

import type { Artifact } from "../artifacts/artifact.ts";
import type { Failure } from "../base/failure.ts";
import type { Json, JsonObject } from "../base/json.ts";
import { isCellRef } from "../base/refs.ts";
import { invariant } from "../base/invariant.ts";
import type { ExecuteContext, Outputs } from "../contract/execute.ts";
import { executorOf } from "../executors.ts";
import { kindOf } from "../kinds.ts";

export interface Ran {
  readonly outputs: Outputs | null;
  readonly failure: Failure | null;
  readonly logged: readonly string[];
}

/** What throws is no refusal, and is thrown. An input is found by its cell, or by cell and port ("cell_a.fit"). */
export async function runKind(kind: string, spec: JsonObject, inputs: { readonly [id: string]: Artifact } = {}): Promise<Ran> {
  const logged: string[] = [];
  const execute = await executorOf(kind);
  invariant(execute, `there is no kind ${kind} that runs`);
  const context: Partial<ExecuteContext> = {
    signal: new AbortController().signal,
    progress: () => {},
    log: (line) => void logged.push(line),
    input: ({ ref, port }) => {
      const found = inputs[port === undefined ? ref : `${ref}.${port}`] ?? inputs[ref];
      invariant(found, `nothing is given as ${ref}`);
      return found;
    },
    engines: { sql: null, onnx: null } as never,
    valueOf: (field) => {
      invariant(!isCellRef(field as Json), "fields hold values here");
      return field as JsonObject;
    },
  };
  const parsed = kindOf(kind)?.schema.parse(spec) as JsonObject;
  const made = await execute(parsed, context as ExecuteContext);
  return made.ok ? { outputs: made.value, failure: null, logged } : { outputs: null, failure: made.error, logged };
}
