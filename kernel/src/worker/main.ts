// The worker's program: the language of cells/ with its native engines, run inside the walls of sandbox/. Its only
// argument is the memory that it may use, in bytes.

import { decodeArtifact, encodeArtifact } from "@genomecraft/cells/artifacts/bytes-of-artifact.ts";
import { engineVersions } from "@genomecraft/cells/base/engine-versions.ts";
import { FailureError } from "@genomecraft/cells/base/failure.ts";
import { stepExecutorOf, stepKindOf } from "@genomecraft/cells/jobs.ts";
import { describeArtifact, digestOnNode } from "../describe-artifact.ts";
import { loadOnnxEngine, loadSqlEngine } from "../native-engines.ts";
import { shareMemory } from "../worker-memory.ts";
import { lazyEngines } from "./lazy-engines.ts";
import { runWorker } from "./run-worker.ts";
import { words as artifactsWords } from "@genomecraft/cells/artifacts/words.ts";

const memoryBytes = Number(process.argv[2]) || 1024 << 20;
const shares = shareMemory(memoryBytes);

runWorker({
  versions: engineVersions,
  memoryBytes,
  language: {
    kindOf: stepKindOf,
    executorOf: stepExecutorOf,
    describe: describeArtifact,
    encode: encodeArtifact,
    decode: (bytes, digest) => {
      const decoded = decodeArtifact(bytes);
      if (!decoded.ok) throw new FailureError(decoded.error);
      // Nothing is computed from an input that is not what its digest, and so the key of the result, says.
      if (digestOnNode(decoded.value) !== digest) throw new FailureError(artifactsWords.failure("altered"));
      return decoded.value;
    },
    engines: lazyEngines({
      sql: () => loadSqlEngine({ memoryBytes: shares.sqlBytes, spillBytes: shares.spillBytes }),
      onnx: loadOnnxEngine,
      secondCore: new URL("./second-core.mjs", import.meta.url),
    }),
  },
});
