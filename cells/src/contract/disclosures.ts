// Disclosures that kinds share: of what is handed on as it is, and of one port after another.

import type { Artifact } from "../artifacts/artifact.ts";
import type { Disclosure, Groups } from "../artifacts/told-of-individuals.ts";
import { artifactTypeOf } from "../artifacts/artifact-types.ts";
import type { Discloses } from "./disclosure.ts";

/** What an output tells that is handed on as it is; null for a type of which its maker has to say it. */
export const disclosureOfRows = (artifact: Artifact, grouped: Groups | null = null): Disclosure | null =>
  artifactTypeOf(artifact).rowsDisclose(artifact, grouped);

/** Each port says it for itself; a port that is not named stays closed. */
export const disclosesByPort =
  <Spec>(ports: { readonly [port: string]: Discloses<Spec> }): Discloses<Spec> =>
  (question) =>
    Object.hasOwn(ports, question.port) ? ((ports[question.port] as Discloses<Spec>)(question) ?? null) : null;
