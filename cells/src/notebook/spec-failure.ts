// What is wrong with a spec, said of one field: turns the validator's issues into one failure of ours.

import type { z } from "zod";
import type { Failure } from "../base/failure.ts";
import type { Json, JsonObject, JsonPath } from "../base/json.ts";
import { isJsonObject } from "../base/json.ts";
import { words as generalWords } from "../messages/general/words.ts";
import { words } from "./words.ts";

type Issue = z.core.$ZodIssue;

const pathOf = (path: readonly PropertyKey[]): JsonPath => path.map((step) => (typeof step === "number" ? step : String(step)));

/** A path as people read it: `steps.2.column`. */
export const shownPath = (path: JsonPath): string => path.map((step) => (typeof step === "number" ? step + 1 : step)).join(".");

/** What stands at a path, undefined when nothing does. */
export function valueAt(value: Json | undefined, path: JsonPath): Json | undefined {
  let found: Json | undefined = value;
  for (const step of path) {
    if (Array.isArray(found) && typeof step === "number") found = (found as readonly Json[])[step];
    else if (isJsonObject(found) && Object.hasOwn(found, step)) found = found[String(step)];
    else return undefined;
  }
  return found;
}

/** Of a choice between shapes, the one that the value comes nearest to: whose complaint lies deepest. */
function deepest(issue: Issue, prefix: JsonPath): { readonly issue: Issue; readonly path: JsonPath } {
  const path = [...prefix, ...pathOf(issue.path)];
  if (issue.code !== "invalid_union") return { issue, path };
  let best: { readonly issue: Issue; readonly path: JsonPath } | null = null;
  for (const branch of issue.errors) {
    const first = branch[0];
    if (!first) continue;
    const found = deepest(first, path);
    const nearer =
      best === null ||
      found.path.length > best.path.length ||
      (found.path.length === best.path.length && rank(found.issue) >= rank(best.issue));
    if (nearer) best = found;
  }
  return best ?? { issue, path };
}

/** A shape that only lacks something or has a key too many is nearer than one of another type. */
const rank = (issue: Issue): number => (issue.code === "invalid_type" || issue.code === "unrecognized_keys" ? 0 : 1);

const describe = (value: Json | undefined): string => {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  if (isJsonObject(value)) return "object";
  if (typeof value !== "string") return String(value);
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
};

/** The first thing to mend. `spec` is what was validated, for the words "found …". */
export function specFailure(issues: readonly Issue[], spec: JsonObject): Failure {
  const first = issues[0];
  if (!first) return generalWords.failure("spec-invalid", { detail: "", field: "" });
  const { issue, path } = deepest(first, []);
  const field = shownPath(path);
  const found = describe(valueAt(spec, path));
  switch (issue.code) {
    case "unrecognized_keys": {
      const key = issue.keys[0] ?? "";
      return words.failure("spec-key-unknown", { key, field: field || "spec" }, { at: [...path, key] });
    }
    case "invalid_type":
      if (found === "nothing") return words.failure("spec-key-missing", { field, expected: issue.expected }, { at: path });
      return words.failure("spec-type-wrong", { field, expected: issue.expected, found }, { at: path });
    case "invalid_value":
      return words.failure("spec-not-one-of", { field, found, allowed: issue.values.map(String) }, { at: path });
    case "invalid_union": {
      // A tagged choice whose tag is none of the known ones.
      const options = "options" in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
      if (options.length > 0) return words.failure("spec-not-one-of", { field, found, allowed: options }, { at: path });
      return words.failure("spec-type-wrong", { field, expected: "", found }, { at: path });
    }
    case "too_big":
    case "too_small": {
      const bound = Number(issue.code === "too_big" ? issue.maximum : issue.minimum);
      const { origin } = issue;
      const of = origin === "string" || origin === "array" ? (`${origin}-` as "string-" | "array-") : "";
      const isOpen = issue.code === "too_small" && issue.inclusive === false && origin === "number";
      const key = isOpen ? "spec-above" : (`spec-${of}${issue.code === "too_big" ? "at-most" : "at-least"}` as const);
      return words.failure(key, { field, found, bound }, { at: path });
    }
    default:
      return generalWords.failure("spec-invalid", { detail: issue.message, field }, { at: path });
  }
}
