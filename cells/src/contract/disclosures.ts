// Disclosures that kinds share: of rows as they are, of features and settings, and of one port after another.

import type { Artifact, Table } from "../artifacts/artifact.ts";
import { assertNever } from "../base/invariant.ts";
import { cellJson } from "../artifacts/table.ts";
import { identifies, rowsAreFeatures } from "../artifacts/semantics.ts";
import type { Discloses, Disclosure } from "./disclosure.ts";
import type { Groups } from "./step.ts";

/** No individuals are told of. */
export const nobody: Disclosure = { identifying: [], behind: { of: "nobody" } };

/** A column of that name counts rows, whoever made it. */
const counting = /^(?:n|count|count_star\(\))$/i;

/** What a table tells: its rows are features, or groups with their sizes, or individuals. */
export function disclosureOfTable(table: Table, grouped: Groups | null = null): Disclosure {
  const identifying = table.columns.filter(identifies).map((column) => column.name);
  if (rowsAreFeatures(table.columns)) return { identifying, behind: { of: "nobody" } };
  const counted = table.columns.filter((column) => grouped?.counts.includes(column.name) || counting.test(column.name));
  if (counted.length === 0 && grouped === null && table.rowCount > 0) return { identifying, behind: { of: "individuals" } };
  const sizes = counted
    .flatMap((column) => Array.from({ length: table.rowCount }, (_, row) => Number(cellJson(column, row) ?? 0)))
    .filter((size) => size > 0);
  return { identifying, behind: { of: "groups", sizes, statistics: grouped?.statistics ?? ["count", "value"] } };
}

/** What an output tells that is handed on as it is; null for a type of which its maker has to say it. */
export function disclosureOfRows(artifact: Artifact, grouped: Groups | null = null): Disclosure | null {
  switch (artifact.type) {
    case "table":
      return disclosureOfTable(artifact, grouped);
    case "assay":
      // Of a matrix the samples are the individuals, each a column of numbers.
      return {
        identifying: artifact.samples.columns.filter(identifies).map((column) => column.name),
        behind: { of: "individuals" },
      };
    case "model":
    case "figure":
    case "report":
    case "value":
      return null;
    default:
      return assertNever(artifact);
  }
}

/** Each port says it for itself; a port that is not named stays closed. */
export const disclosesByPort =
  <Spec>(ports: { readonly [port: string]: Discloses<Spec> }): Discloses<Spec> =>
  (question) =>
    Object.hasOwn(ports, question.port) ? ((ports[question.port] as Discloses<Spec>)(question) ?? null) : null;
