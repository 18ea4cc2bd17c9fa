// What every report must say: the form of its body, what people call it, what it tells of individuals. One folder a report
// in reports/, one line in reports.ts. Executors make bodies of that form; views and the gate read them through it.

import type { z } from "zod";
import type { Artifact } from "../artifacts/artifact.ts";
import { isJsonObject, type Json, type JsonObject } from "../base/json.ts";
import type { Words } from "../messages/define-words.ts";
import type { Sentence } from "../messages/sentence.ts";
import type { Disclosure } from "./disclosure.ts";
import type { Fix } from "./format.ts";
import type { Variant } from "./identity.ts";

export interface ReportCard<Body = unknown> extends Variant<"report"> {
  /** Stands in the artifact, and enters its digest. */
  readonly name: string;
  /** Raised when the form of the body changes: part of the key of the cells that make it, whose kinds name it among their variants. */
  readonly version: number;
  /** "title": what people call it. */
  readonly words: Words<string, "title">;
  /** Loose where releases may have said more or less: bodies that were made long ago are still read. */
  readonly schema: z.ZodType<Body>;
  /** Null: of this body it cannot be told. */
  discloses(body: Body): Disclosure | null;
  /** The part of it that tells of groups alone, for whoever may see results only of data about persons. Absent: all of it. */
  ofGroups?(body: Body): Body;
  /** It quotes rows, whatever port it leaves by (a recipe that was loaded): as of a port that is `withRows`. */
  readonly quotesRows?: true;
  /** What is doubtful by it: programs and the command line are told it beside the state, also of a result that was kept. */
  doubts?(body: Body): readonly SettledDoubt[];
}

/** A doubt, with the setting of its cell that makes it otherwise, or the step below that mends it. */
export interface SettledDoubt extends Sentence {
  readonly fix?: Fix;
  readonly step?: JsonObject;
}

/** The type of the body is inferred from its schema. */
export const defineReport = <Schema extends z.ZodType>(
  card: Omit<ReportCard<z.output<Schema>>, "schema" | "axis"> & { readonly schema: Schema },
): ReportCard<z.output<Schema>> => ({ ...card, axis: "report" }) as ReportCard<z.output<Schema>>;

/** The body of a report that came as JSON; null where it is another report, or has another form. */
export function bodyOf<Body>(card: ReportCard<Body>, value: Json): Body | null {
  if (!isJsonObject(value) || value["report"] !== card.name) return null;
  const parsed = card.schema.safeParse(value["body"]);
  return parsed.success ? parsed.data : null;
}

/** What an output that should be this report discloses; null, and so closed, where it is another or has another form. */
export function disclosureOfReport<Body>(card: ReportCard<Body>, artifact: Artifact): Disclosure | null {
  if (artifact.type !== "report" || artifact.report !== card.name) return null;
  const parsed = card.schema.safeParse(artifact.body);
  return parsed.success ? card.discloses(parsed.data) : null;
}
