// The editor of settings as text, loaded when somebody opens it: it brings YAML along.

import { Suspense } from "react";
import { part } from "../base/part.ts";
import type { SpecTextProps } from "./SpecText.tsx";

const Loaded = part(() => import("./SpecText.tsx").then((module) => module.SpecText));

export const SpecTextLazy = (props: SpecTextProps) => (
  <Suspense fallback={<div style={{ minHeight: 120 }} />}>
    <Loaded {...props} />
  </Suspense>
);
