// An output that is looked at as its type is: the views are in artifact-views.ts.

import { artifactViews } from "./artifact-views.ts";
import type { ArtifactViewProps } from "./props.ts";

export function ArtifactView(props: ArtifactViewProps) {
  const View = artifactViews[props.handle.summary.type];
  return View ? <View {...props} /> : null;
}
