import type { Actor } from "./actors.ts";
import type { Call, Request } from "./call.ts";

/** CodeStar's own exceptions and the common ones, with the sentence each comes with. */
const MESSAGES: Record<string, (request: Request, actor: Actor) => string> = {
  AccessDeniedException: (request, actor) =>
    `User: ${arnOf(actor)} is not authorized to perform: ${request.source}:${request.name} because no identity-based policy allows the ${request.source}:${request.name} action`,
  AccessDenied: (request, actor) =>
    `User: ${arnOf(actor)} is not authorized to perform: ${request.source}:${request.name}`,
  ThrottlingException: () => "Rate exceeded",
  ValidationException: (request) =>
    `1 validation error detected: Value '${idOf(request)}' at 'id' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-z][a-z0-9-]+$`,
  ProjectNotFoundException: (request) => `Project not found: ${idOf(request)}`,
  ProjectAlreadyExistsException: (request) => `A project with the ID ${idOf(request)} already exists.`,
  ProjectCreationFailedException: () => "The toolchain stack could not be created: ROLLBACK_COMPLETE.",
  ProjectConfigurationException: () => "The project's configuration could not be read. Try again later.",
  InvalidServiceRoleException: () =>
    "The service role aws-codestar-service-role lacks a permission that this project needs.",
  ConcurrentModificationException: () =>
    "Another modification is being made. That modification must complete before you can make your change.",
  LimitExceededException: () => "A resource limit has been exceeded.",
  TeamMemberAlreadyAssociatedException: (request) =>
    `The team member is already associated with a role in this project: ${text(request.request?.["userArn"])}`,
  TeamMemberNotFoundException: (request) =>
    `The specified team member was not found: ${text(request.request?.["userArn"])}`,
  UserProfileNotFoundException: () => "The user profile was not found.",
  ResourceNotFoundException: (request) =>
    `Could not find a sync status for repository link:${text(request.request?.["repositoryLinkId"])}`,
  SyncConfigurationStillExistsException: () => "Repository link is still used by a sync configuration.",
  DeleteConflictException: () => "Cannot delete a policy attached to entities.",
  UnsupportedOperationException: () => "The host can't be changed while it is being set up.",
};

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const idOf = ({ request }: Request): string => text(request?.["projectId"] ?? request?.["id"]);
const arnOf = ({ identity }: Actor): string => text(identity["arn"] ?? identity["principalId"]) || "unknown";

/** What a failed call logs: the code, its sentence, and no response. */
export function failed(code: string, request: Request, actor: Actor): Pick<Call, "error" | "response"> {
  return { error: { code, message: MESSAGES[code]?.(request, actor) ?? "The request failed." }, response: null };
}
