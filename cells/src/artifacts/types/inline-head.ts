// The bytes of a type that travels inline: its JSON is the whole header, and there are no arrays beside it.

import { invariant } from "../../base/invariant.ts";
import { isJsonObject } from "../../base/json.ts";
import type { ArtifactType } from "../artifact.ts";
import type { ArtifactCard, ArtifactTypeOf } from "../artifact-type.ts";

export const inlineHead = <T extends ArtifactType>(
  inline: NonNullable<ArtifactCard<T>["inline"]>,
): Pick<ArtifactTypeOf<T>, "write" | "read"> => ({
  write: (artifact) => ({ type: "json", artifact: inline.toJson(artifact) }),
  read: ({ artifact }) => {
    invariant(isJsonObject(artifact), "an inline artifact is an object");
    return inline.fromJson(artifact);
  },
});
