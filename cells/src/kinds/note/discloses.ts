// What a note tells: what its author wrote, values of parameters, and how large results are.

import { nobody } from "../../artifacts/told-of-individuals.ts";
import type { Discloses } from "../../contract/disclosure.ts";

export const discloses: Discloses<unknown> = ({ artifact }) => (artifact.type === "value" ? nobody : null);
