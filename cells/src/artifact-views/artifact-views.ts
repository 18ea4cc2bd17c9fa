// THE list of how artifact types are looked at. Null: what it means only its kind knows, which shows it itself.

import type { ComponentType } from "react";
import type { ArtifactType } from "../artifacts/artifact.ts";
import { AssayView } from "./AssayView.tsx";
import { FileView } from "./FileView.tsx";
import type { ArtifactViewProps } from "./props.ts";
import { ReportView } from "./ReportView.tsx";
import { TableView } from "./TableView.tsx";
import { ModelCardView } from "./ModelCardView.tsx";

export const artifactViews: { readonly [T in ArtifactType]: ComponentType<ArtifactViewProps> | null } = {
  table: TableView,
  assay: AssayView,
  model: ModelCardView,
  figure: null,
  report: ReportView,
  value: null,
  file: FileView,
};
