// What stands in the way of publishing.

import { useEffect, useRef, useState } from "react";
import { api } from "../api/client.ts";
import type { PublicationCheck } from "../api/answers.ts";

/** Asks the server what stands in the way, again whenever the choice or a state changed. */
export function useCheck(
  base: string,
  request: { readonly cells: readonly string[] },
  states: string,
): { readonly check: PublicationCheck | null; readonly wrong: string | null; again(): void } {
  const [answer, setAnswer] = useState<{ readonly check: PublicationCheck | null; readonly wrong: string | null }>({
    check: null,
    wrong: null,
  });
  const [round, setRound] = useState(0);
  const turn = useRef(0);
  const body = JSON.stringify(request);
  const empty = request.cells.length === 0;
  useEffect(() => {
    const mine = ++turn.current;
    if (empty) {
      setAnswer({ check: null, wrong: null });
      return undefined;
    }
    const timer = setTimeout(() => {
      void api.post<PublicationCheck>(`${base}/publications/check`, JSON.parse(body)).then((found) => {
        if (mine === turn.current)
          setAnswer(found.ok ? { check: found.value, wrong: null } : { check: null, wrong: found.error.message });
      });
    }, 300);
    return () => clearTimeout(timer);
  }, [base, body, empty, states, round]);
  return { ...answer, again: () => setRound((before) => before + 1) };
}
