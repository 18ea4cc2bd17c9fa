// npm test: everything that must hold, on a bare clone.

import { ensureBubblewrap, ensureChromium, ensurePackages } from "./prepare.mjs";
import { say, stop } from "./say.mjs";

ensurePackages();
if (!ensureChromium())
  stop(
    "The browser tests need Chromium. Install it (Debian: apt-get install chromium), or set CHROMIUM_PATH, and run npm test again.",
  );
if (process.platform === "linux" && !ensureBubblewrap())
  say("bubblewrap is missing: the tests of sealed workers will say that they were skipped.");
const { build } = await import("./build.mjs");
await build();
const { fast, slow, runAll } = await import("./checks.mjs");
runAll([...fast, ...slow]);
