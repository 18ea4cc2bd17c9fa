// A whole figure, report or value behind a handle: what travelled with it, else fetched once.

import { useEffect, useState } from "react";
import type { Json } from "../base/json.ts";
import type { ArtifactReader, OutputHandle } from "../contract/kind-view.ts";

export type Loaded =
  | { readonly state: "loading" }
  | { readonly state: "failed" }
  | { readonly state: "here"; readonly value: Json };

/** The same object as long as it means the same artifact: a host may make a new handle at each render. */
export function useSameHandle<T extends OutputHandle | null | undefined>(handle: T): T {
  const [kept, keep] = useState(handle);
  if (kept?.digest === handle?.digest && kept?.ref.ref === handle?.ref.ref) return kept;
  keep(handle);
  return handle;
}

/** While a newer artifact is fetched the one before stays, so that a chart does not flicker when a parameter turns. */
export function useArtifact(given: OutputHandle | undefined, reader: ArtifactReader): Loaded {
  const handle = useSameHandle(given);
  const [loaded, setLoaded] = useState<Loaded>({ state: "loading" });
  useEffect(() => {
    if (!handle) return undefined;
    if (handle.inline !== undefined) {
      setLoaded({ state: "here", value: handle.inline });
      return undefined;
    }
    let here = true;
    reader.json(handle).then(
      (value) => here && setLoaded({ state: "here", value }),
      () => here && setLoaded({ state: "failed" }),
    );
    return () => {
      here = false;
    };
  }, [handle, reader]);
  return handle ? loaded : { state: "loading" };
}
