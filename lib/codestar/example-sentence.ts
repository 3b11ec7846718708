import type { Wording } from "./catalogue/action.ts";
import { fillSentence } from "./sentence.ts";

/** What the placeholders of the catalogue might say; those that aren't here stay out of the example. */
const EXAMPLES: Record<string, string> = {
  branch: "main",
  configFile: "site.yaml",
  connection: "connection 1f2e3d",
  connectionName: "hub",
  deleteStack: " and its stack",
  description: "",
  eventRule: "event rule awscodestarnotifications-rule",
  link: "repository link 4c5b6a",
  name: "shop-news",
  onOff: "off",
  ownerId: "acme",
  profile: "the user profile of tomasz",
  project: "project shop",
  projectId: "shop",
  projectRole: "Contributor",
  provider: "GitHub",
  providerAction: "GitPull",
  providerEndpoint: "https://git.example.com",
  providerFilter: "GitHub",
  remoteAccess: "remote access",
  repositoryName: "site",
  resolvedReason: "the template was mended",
  stack: "stack site",
  subject: "tomasz",
  tags: "tag team",
  target: "topic ops",
  title: "The shop",
  watched: "pipeline shop-Pipeline",
};

/**
 * An action's sentence, without its actor, for a reader of the catalogue: `made tomasz Contributor of shop, with remote
 * access`. Where the action names a resource, the template's own words for it stay: `deleted a connection`.
 */
export function exampleSentence(words: Wording): string {
  const lookup = (name: string) => (Object.hasOwn(EXAMPLES, name) ? EXAMPLES[name]! : null);
  return words.sentence.map((template) => fillSentence(template, lookup)).find((found) => found !== null)?.done ?? "";
}
