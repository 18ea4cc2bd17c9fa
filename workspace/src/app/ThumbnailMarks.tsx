// The strokes of a small figure in the colours of the screen.

import type { ThumbnailMark } from "@genomecraft/cells/artifacts/figure-thumbnail.ts";
import { ThumbnailMarks as Marks } from "@genomecraft/cells/ui/ThumbnailMarks.tsx";
import { useScreen } from "./screen.tsx";

export function ThumbnailMarks({ marks }: { readonly marks: readonly ThumbnailMark[] }) {
  const { scheme } = useScreen();
  return <Marks marks={marks} dark={scheme === "dark"} />;
}
