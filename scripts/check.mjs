// npm run check: types, lint, layers, unit tests; under a minute.

import { ensurePackages } from "./prepare.mjs";

ensurePackages();
const { fast, runAll } = await import("./checks.mjs");
runAll(fast);
