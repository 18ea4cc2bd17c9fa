// npm run faults: the whole fault suite of the sync server, where npm test runs a seeded tenth.

import { ensurePackages } from "./prepare.mjs";

ensurePackages();
const { vitest, runAll } = await import("./checks.mjs");
runAll([() => vitest("faults", ["collab-server/src/sync/faults"], { GENOMECRAFT_FAULTS: "all" })]);
