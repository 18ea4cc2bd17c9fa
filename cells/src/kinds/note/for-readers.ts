// A note as readers get it: links lead to what is published and name nothing else.

import { isJsonObject, type Json } from "../../base/json.ts";
import type { ForReaders } from "../../contract/for-readers.ts";

const link = /(?<!\\)\[\[\s*([\p{L}_][\p{L}\p{N}_]*)\s*\]\]/gu;

export const forReaders: ForReaders<unknown> = (artifact, { nameOf, elsewhere }) => {
  if (artifact.type !== "value" || !isJsonObject(artifact.value)) return artifact;
  const clean = (text: Json | undefined): Json =>
    typeof text === "string"
      ? text.replace(link, (_whole, name: string) => (nameOf(name) ?? elsewhere).replace(/[\\`*_[\]<>]/g, "\\$&"))
      : (text ?? "");
  const { value } = artifact;
  return { type: "value", value: { ...value, markdown: clean(value["markdown"]), template: clean(value["template"]) } };
};
