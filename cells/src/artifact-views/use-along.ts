// What lies along a place, asked for as long as it is wanted: the newest question wins, and a place that nobody looks at any
// more is let go of.

import { useEffect, useState } from "react";
import type { AlongFile, ArtifactReader, OutputHandle } from "../contract/kind-view.ts";

export interface AlongState {
  /** The last that came, also while another place is read. */
  readonly along: { readonly told: AlongFile; readonly place: string } | null;
  /** Of what is being read; null: nothing is. */
  readonly waits: { readonly message: string; readonly fraction: number | null } | null;
  /** In the reader's language. */
  readonly refused: string | null;
}

/** `place` null: nothing is asked for. A new `round` asks again. */
export function useAlong(
  { handle, reader }: { readonly handle: OutputHandle; readonly reader: ArtifactReader },
  {
    place,
    bins,
    isEstimate,
    round,
  }: { readonly place: string | null; readonly bins: number; readonly isEstimate: boolean; readonly round: number },
): AlongState {
  const [state, setState] = useState<AlongState>({ along: null, waits: null, refused: null });
  useEffect(() => {
    if (place === null || !reader.along) return undefined;
    const stop = new AbortController();
    const { signal } = stop;
    setState(({ along }) => ({ along, waits: { message: "", fraction: null }, refused: null }));
    const waits = (of: { readonly message: string; readonly fraction: number | null }): void => {
      if (!signal.aborted) setState(({ along }) => ({ along, waits: of, refused: null }));
    };
    reader.along(handle, { place, bins, isEstimate, signal, waits }).then(
      (told) => {
        if (!signal.aborted) setState({ along: { told, place }, waits: null, refused: null });
      },
      (error: unknown) => {
        const refused = error instanceof Error ? error.message : String(error);
        if (!signal.aborted) setState(({ along }) => ({ along, waits: null, refused }));
      },
    );
    return () => {
      stop.abort();
      setState(({ along, refused }) => ({ along, waits: null, refused }));
    };
    // `round` is no part of the question.
  }, [handle, reader, place, bins, isEstimate, round]);
  return state;
}
