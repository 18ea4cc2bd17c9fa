// A whole figure, report or value behind a handle: what travelled with it, else fetched once.

import { useEffect, useState } from "react";
import type { Json } from "../base/json.ts";
import type { ArtifactReader, OutputHandle } from "../kinds/kind-view.ts";

export type Loaded =
  | { readonly state: "loading" }
  | { readonly state: "failed" }
  | { readonly state: "here"; readonly value: Json };

/** While a newer artifact is fetched the one before stays, so that a chart does not flicker when a parameter turns. */
export function useArtifact(handle: OutputHandle | undefined, reader: ArtifactReader): Loaded {
  const [loaded, setLoaded] = useState<{ readonly digest: string; readonly loaded: Loaded } | null>(null);
  const digest = handle?.digest;
  const inline = handle?.inline;
  useEffect(() => {
    if (!handle || inline !== undefined) return undefined;
    let here = true;
    reader.json(handle).then(
      (value) => here && setLoaded({ digest: handle.digest, loaded: { state: "here", value } }),
      () => here && setLoaded({ digest: handle.digest, loaded: { state: "failed" } }),
    );
    return () => {
      here = false;
    };
    // biome-ignore lint/correctness/useExhaustiveDependencies: the digest is the artifact
  }, [digest, reader, inline === undefined]);
  if (inline !== undefined) return { state: "here", value: inline };
  return loaded?.loaded ?? { state: "loading" };
}
