// The lab that new things of this person belong to.

import { useState } from "react";
import type { LabRef, MyLab } from "../api/answers.ts";
import { useMe } from "./screen.tsx";

const labKey = "genomecraft:lab";

/** The lab that new things belong to: the one chosen last. */
export function useLab(): { readonly lab: MyLab | null; choose(id: string): void } {
  const me = useMe();
  const [id, setId] = useState(() => localStorage.getItem(labKey));
  return {
    lab: me.labs.find((found) => found.id === id) ?? me.labs[0] ?? null,
    choose: (next) => {
      localStorage.setItem(labKey, next);
      setId(next);
    },
  };
}

/** Where files go that are dropped into a notebook: its own lab for members, one's own for guests; null for those without any. */
export function useLabForFiles(of: LabRef): LabRef | null {
  const me = useMe();
  const { lab } = useLab();
  return me.labs.find((found) => found.id === of.id) ?? lab;
}
