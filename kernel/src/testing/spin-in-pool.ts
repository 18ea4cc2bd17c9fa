// A parent with a worker that never ends, for the test that kills it: `spin-in-pool.ts bubblewrap|trusted`. Says "spinning"
// when the cell runs.

import type { WorkerPoolOptions } from "../pool/worker-pool.ts";
import { act, hostilePool, step } from "./run-hostile.ts";

const pool = hostilePool({ walls: process.argv[2] as WorkerPoolOptions["walls"], spare: false });
await act(pool, [step("spin")], { hooks: { started: () => void process.stdout.write("spinning\n") } });
