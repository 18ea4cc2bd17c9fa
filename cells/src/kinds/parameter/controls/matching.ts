// Names that hold what was typed, those that begin with it first.

import type { Hit } from "../../../ui/HitList.tsx";

export function matching(names: readonly string[], text: string): Hit[] {
  const wanted = text.trim().toLowerCase();
  const first = names.filter((name) => name.toLowerCase().startsWith(wanted));
  const then = names.filter((name) => !name.toLowerCase().startsWith(wanted) && name.toLowerCase().includes(wanted));
  return [...first, ...then].slice(0, 8).map((name) => ({ value: name, label: name }));
}
