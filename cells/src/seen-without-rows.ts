// What somebody sees of an output who may see results and no rows: THE place where that is decided, asked at every door of a
// server. Closed: a kind, a family, a report, a statistic that says nothing of itself is not shown.
//
// Of data that are not about persons: figures without names and hover of rows and with few categories, reports, values. Of
// data about persons: what tells of large groups alone, each of whole rows that nobody chose among. All else waits until the
// labs whose data it is release it as it is.

import { artifactCardOf } from "./artifacts/artifact-cards.ts";
import { artifactTypeOf } from "./artifacts/artifact-types.ts";
import type { Artifact } from "./artifacts/artifact.ts";
import { drawsCategories } from "./artifacts/categories.ts";
import { areSafe } from "./artifacts/told-of-individuals.ts";
import type { JsonObject } from "./base/json.ts";
import type { Carried } from "./contract/carried.ts";
import type { Disclosure, DisclosureQuestion } from "./contract/disclosure.ts";
import { bodyOf } from "./contract/report.ts";
import { disclosureOf } from "./disclosure-of.ts";
import { kindOf } from "./kinds.ts";
import { reportNamed } from "./reports.ts";
import { readingReport } from "./reports/reading/report.ts";

/** What is known of the persons behind an output. */
export interface PersonsBehind {
  /** Fewest that may stand behind a mark. */
  readonly least: number;
  /** Rows that one of them has at most, as the kernel counted them in the declared column; null: nobody knows. */
  readonly rowsEach: number | null;
  /** Whom the rows behind the output stand for. */
  readonly carried: Carried;
  /** What is told of the groups that it reads, where its rows are groups. */
  readonly groups: Disclosure | null;
}

export interface SeenQuestion extends DisclosureQuestion<unknown> {
  readonly kind: string;
  /** Null: none of the data is about persons. */
  readonly persons: PersonsBehind | null;
  /** The labs whose data it is have released it. */
  readonly released: boolean;
}

/** rows: it holds rows. undeclared: nobody has said what it tells. release: until the labs of the data let it out. */
export type NotSeen = "rows" | "undeclared" | "release";
export type Seen = { readonly artifact: Artifact } | { readonly not: NotSeen };

export function seenWithoutRows({ kind, persons, released, ...question }: SeenQuestion): Seen {
  const known = kindOf(kind);
  const port = known?.outputs.find(({ name }) => name === question.port);
  if (!known || !port) return { not: "undeclared" };
  if (port.withRows) return { not: "rows" };
  const { artifact } = question;
  if (artifact.type === "report" && reportNamed(artifact.report)?.quotesRows) return { not: "rows" };
  if (artifactCardOf(artifact).rights === "rows") return { not: "rows" };
  const spec = known.schema.safeParse(question.spec);
  if (!spec.success) return { not: "undeclared" };
  const readers = { spec: spec.data, labels: false, nameOf: (name: string) => name, elsewhere: "" };
  // Links of a note lead to cells that she sees as well.
  const made = artifact.type === "figure" ? (known.forReaders?.(artifact, readers) ?? artifact) : artifact;
  const bare = artifactTypeOf(made).withoutRows(made);
  if (!bare) return { not: "rows" };
  const told = disclosureOf(kind, { ...question, artifact: bare });
  if (!told) return { not: "undeclared" };
  if (released) return { artifact: bare };
  if (bare.type === "model" || (bare.type === "figure" && !drawsCategories(bare))) return { not: "release" };
  // An axis of identifiers names rows, however few they are.
  if (told.identifying.length > 0) return { not: "release" };
  if (!persons) return { artifact: bare };
  const ofGroups = tellingOfGroups(bare);
  const toldOfGroups = disclosureOf(kind, { ...question, artifact: ofGroups });
  return toldOfGroups && isSafe(toldOfGroups, persons) ? { artifact: ofGroups } : { not: "release" };
}

/** Every mark is told of enough whole persons, and by what may be told of them. */
function isSafe({ behind }: Disclosure, { least, rowsEach, carried, groups }: PersonsBehind): boolean {
  // Nobody stands behind it, or behind all that it is made of.
  if (carried.rows === "none") return true;
  if (rowsEach === null || rowsEach < 1) return false;
  const fewest = Math.max(1, least) * rowsEach;
  const areLarge = (of: Disclosure["behind"]): boolean =>
    of.of === "groups" && of.sizes.length > 0 && areSafe(of.statistics) && of.sizes.every((size) => size >= fewest);
  if (carried.rows === "whole") return behind.of === "nobody" || areLarge(behind);
  // Whatever is drawn of groups is told of groups.
  return carried.rows === "groups" && groups !== null && areLarge(groups.behind);
}

/** The part of a report that tells of groups alone. */
function tellingOfGroups(artifact: Artifact): Artifact {
  if (artifact.type !== "report") return artifact;
  const card = reportNamed(artifact.report);
  const body = card?.schema.safeParse(artifact.body);
  return card?.ofGroups && body?.success ? { ...artifact, body: card.ofGroups(body.data) as JsonObject } : artifact;
}

/** Whether how a matrix was read says that each sample of the file is one of it, and that they are the samples: else nobody counts persons. */
export const hasAllSamples = (reading: Artifact): boolean =>
  reading.type === "report" && bodyOf(readingReport, { ...reading })?.samples === "all";
