// One colour a group in all figures of a notebook.

import { type ReactNode, useMemo } from "react";
import { colourOf, groupNumbers } from "@genomecraft/cells/artifacts/group-colours.ts";
import { ColourContext } from "@genomecraft/cells/ui/plot-context.ts";
import { useStore } from "../base/store.ts";
import type { OpenNotebook } from "../live/open-notebook.ts";

/** The colours of groups follow from what everybody has on show; figures are drawn again only when these change. */
export function GroupColours({ open, children }: { readonly open: OpenNotebook; readonly children: ReactNode }) {
  const cells = useStore(
    open.notebook,
    (notebook) => notebook.cells.flatMap((cell) => (cell.deletedAt === null ? [cell.id] : [])),
    (a, b) => a.length === b.length && a.every((id, index) => id === b[index]),
  );
  const numbers = useStore(open.feed, (feed) =>
    JSON.stringify(
      groupNumbers(
        cells.flatMap((id) => Object.values(feed.cells.get(id)?.shown?.outputs ?? {}).map((output) => output.summary)),
      ),
    ),
  );
  const of = useMemo(() => colourOf(JSON.parse(numbers) as ReturnType<typeof groupNumbers>), [numbers]);
  return <ColourContext value={of}>{children}</ColourContext>;
}
