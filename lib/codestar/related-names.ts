import { parseArn } from "#lib/cloudtrail/arn.ts";
import type { RelatedReason } from "./related-reasons.ts";
import { mayHaveRelatedWord } from "./related-word.ts";

/** What a name is the name of. */
export type Named =
  | "policy"
  | "role"
  | "instance-profile"
  | "stack"
  | "function"
  | "event-rule"
  | "bucket"
  | "pipeline"
  | "build-project"
  | "repository"
  | "application";

/** A name that is, or could be, of a project's making; account and region where the name or its ARN has them. */
export type RelatedName = {
  reason: RelatedReason;
  /** what is left of the name for the project's id */
  mark: string | null;
  /** whether that is the id; else the id is a prefix of it */
  isExact: boolean;
  accountId: string | null;
  region: string | null;
  /** of no region, as all of IAM */
  isGlobal: boolean;
};

/** AWS allows longer ARNs for no service that is looked at; what is longer is hostile. */
const MAX_LENGTH = 2_048;
/** Letters of the names that AWS gives and takes, of which 255 is the most. */
const NAME = /^[\w+=,.@-]{1,255}$/;

/** Those whose names bear no mark. */
const ALIKE: readonly Named[] = ["pipeline", "build-project", "repository", "application"];

/** What an ARN's resource is called, by service. */
const ARNS: readonly (readonly [service: string, resource: RegExp, named: Named])[] = [
  ["iam", /^policy\/(?:.*\/)?([^/]+)$/s, "policy"],
  ["iam", /^role\/(?:.*\/)?([^/]+)$/s, "role"],
  ["sts", /^assumed-role\/([^/]+)/, "role"],
  ["iam", /^instance-profile\/(?:.*\/)?([^/]+)$/s, "instance-profile"],
  ["cloudformation", /^stack\/([^/]+)/, "stack"],
  ["lambda", /^function:([^:]+)/, "function"],
  ["events", /^rule\/(?:[^/]+\/)?([^/]+)$/, "event-rule"],
  ["s3", /^([^/]+)/, "bucket"],
  ["codepipeline", /^([^/:]+)/, "pipeline"],
  ["codebuild", /^(?:project|build)\/([^/:]+)/, "build-project"],
  ["codecommit", /^([^/:]+)$/, "repository"],
  ["codedeploy", /^(?:application|deploymentgroup):([^/:]+)/, "application"],
];

/** What an ARN says, when it is of something of these kinds. */
export function relatedArn(text: string, kinds: readonly Named[]): RelatedName | null {
  if (text.length > MAX_LENGTH || (!mayHaveRelatedWord(text) && !ALIKE.some((kind) => kinds.includes(kind))))
    return null;
  const arn = parseArn(text);
  // The account of AWS's own policies is `aws`; no project is there.
  if (!arn || (arn.accountId !== "" && !/^\d{12}$/.test(arn.accountId))) return null;
  for (const [service, resource, named] of ARNS) {
    if (service !== arn.service || !kinds.includes(named)) continue;
    const name = resource.exec(arn.resource)?.[1];
    const found = name === undefined ? null : shapeOf(named, name);
    if (found) {
      return { ...found, accountId: found.accountId ?? (arn.accountId || null), region: found.region ?? regionOf(arn) };
    }
  }
  return null;
}

/** What a name, or an ARN that stands in its place, says of such a thing's project. */
export function relatedName(named: Named, text: string): RelatedName | null {
  if (text.startsWith("arn:")) return relatedArn(text, [named]);
  if (named !== "function") return shapeOf(named, text);
  // Lambda also takes an ARN's end for a name, and either with a version.
  const [, accountId = "", name = ""] = /^(?:(\d{12}):)?(?:function:)?([^:]+)/.exec(text) ?? [];
  return relatedArn(`arn:aws:lambda::${accountId}:function:${name}`, [named]);
}

function regionOf(arn: { region: string }): string | null {
  return NAME.test(arn.region) ? arn.region : null;
}

/** A kind's names: those that begin so, and the rest is what is left for the id. */
function shapeOf(named: Named, name: string): RelatedName | null {
  if (!NAME.test(name)) return null;
  switch (named) {
    case "policy": {
      const id = /^CodeStar_(?:(.+)_(?:Owner|Contributor|Viewer|PermissionsBoundary)|([^_]+)(?:_.*)?)$/.exec(name);
      return id && related("policy", { mark: id[1] ?? id[2] ?? null, isExact: true, isGlobal: true });
    }
    case "role": {
      const mark = /^(?:CodeStarWorker|CodeStar|awscodestar)-(.+)$/.exec(name)?.[1];
      if (mark) return related("worker-role", { mark, isGlobal: true });
      return name.startsWith("aws-codestar-") ? related("service-role", { isGlobal: true }) : null;
    }
    case "instance-profile": {
      const mark = /^(?:awscodestar|CodeStarWorker|CodeStar)-(.+)$/.exec(name)?.[1];
      return mark ? related(named, { mark, isGlobal: true }) : null;
    }
    case "stack":
    case "function":
    case "event-rule": {
      const mark = /^awscodestar-(.+)$/.exec(name)?.[1];
      return mark ? related(named, { mark }) : null;
    }
    case "bucket": {
      const [, region = null, accountId = null, mark = null] =
        /^aws-codestar-([a-z]+(?:-[a-z]+)+-\d+)-(\d{12})-(.+)$/.exec(name) ?? [];
      return name.startsWith("aws-codestar-") ? related(named, { mark, region, accountId }) : null;
    }
    case "pipeline": {
      const mark = /^(.+)-Pipeline$/.exec(name)?.[1];
      return mark ? related("pipeline-name", { mark, isExact: true }) : null;
    }
    default:
      return related(`${named}-name`, { mark: name, isExact: true });
  }
}

function related(reason: RelatedReason, parts: Partial<RelatedName>): RelatedName {
  return { reason, mark: null, isExact: false, accountId: null, region: null, isGlobal: false, ...parts };
}
