/** Code hosts as their makers write them; the API's words have no spaces. */
const PROVIDERS = new Map([
  ["AzureDevOps", "Azure DevOps"],
  ["GitHubEnterpriseServer", "GitHub Enterprise Server"],
  ["GitLabSelfManaged", "GitLab (self-managed)"],
]);

/** A connection's `providerType` in words: `GitHub Enterprise Server`; one that isn't known as it is. */
export function providerName(providerType: string): string {
  return PROVIDERS.get(providerType) ?? providerType;
}
