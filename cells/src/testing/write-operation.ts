// One operation done to a document, for tests.

import type * as Y from "yjs";
import type { Result } from "../base/result.ts";
import type { ShapeOf } from "../contract/kind-of.ts";
import type { Operation, Refusal } from "../notebook/operation.ts";
import { writeOperations } from "../notebook/y-write.ts";

export const writeOperation = (doc: Y.Doc, operation: Operation, kindOf: ShapeOf, origin: unknown): Result<void, Refusal> =>
  writeOperations(doc, [operation], kindOf, origin);
