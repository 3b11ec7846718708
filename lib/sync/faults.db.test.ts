import { vi } from "vitest";
import { serveEmbedded } from "#lib/s3/testing/serve-embedded.ts";
import { describeFaults } from "./testing/describe-faults.ts";

vi.mock("#lib/s3/limits.ts", () => import("#lib/s3/testing/impatient-limits.ts"));

describeFaults(serveEmbedded);
