// What a result was made from, as it is kept with it: the spec as it entered the key, who answered, and the digests
// behind its slots. Made by the runtime, and by the server when a kernel reports.

import type { JsonObject } from "../base/json.ts";
import { keyFormat } from "../base/key-format.ts";
import { identityOf } from "../contract/identity.ts";
import type { Kind } from "../contract/kind.ts";
import { keySpec } from "../contract/result-key.ts";
import type { MadeFrom } from "../session/cell-status.ts";

export function madeFrom(
  kind: Kind,
  spec: JsonObject,
  inputs: MadeFrom["inputs"],
  keyed: JsonObject = keySpec(kind, spec),
): MadeFrom {
  return { format: keyFormat, version: kind.version, variants: identityOf(kind, spec).variants, spec: keyed, inputs };
}
