import type { FindingKindId } from "#lib/findings/finding-kinds.ts";
import { briefWidening } from "./brief-widening.ts";
import { deniedBurst } from "./denied-burst.ts";
import { firstOnProject } from "./first-on-project.ts";
import type { FoundSql } from "./found-sql.ts";
import { idleMember } from "./idle-member.ts";
import { keptStack } from "./kept-stack.ts";
import { leftPolicy } from "./left-policy.ts";
import { newAddress } from "./new-address.ts";
import { newNetwork } from "./new-network.ts";
import { uncausedPolicy } from "./uncaused-policy.ts";
import { unusedConnection } from "./unused-connection.ts";
import { unusualHour } from "./unusual-hour.ts";
import { withoutMfa } from "./without-mfa.ts";

/** The query of each kind. */
export const foundByKind: Readonly<Record<FindingKindId, FoundSql>> = {
  "first-on-project": firstOnProject,
  "new-network": newNetwork,
  "new-address": newAddress,
  "unusual-hour": unusualHour,
  "without-mfa": withoutMfa,
  "denied-burst": deniedBurst,
  "idle-member": idleMember,
  "left-policy": leftPolicy,
  "uncaused-policy": uncausedPolicy,
  "kept-stack": keptStack,
  "unused-connection": unusedConnection,
  "brief-widening": briefWidening,
};
