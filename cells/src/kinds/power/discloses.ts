// It tells of nobody: its numbers are those of a plan.

import { nobody } from "../../artifacts/told-of-individuals.ts";
import type { Discloses } from "../../contract/disclosure.ts";

export const discloses: Discloses<unknown> = () => nobody;
