// The editor of settings as text, loaded when somebody opens it: it brings YAML along.

import { lazy, Suspense } from "react";
import type { SpecTextProps } from "./SpecText.tsx";

const Loaded = lazy(() => import("./SpecText.tsx").then((module) => ({ default: module.SpecText })));

export const SpecTextLazy = (props: SpecTextProps) => (
  <Suspense fallback={<div style={{ minHeight: 120 }} />}>
    <Loaded {...props} />
  </Suspense>
);
