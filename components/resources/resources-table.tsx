import type { ResourceGroup } from "#lib/resources/resource.ts";
import { RESOURCE_KINDS } from "#lib/codestar/resource-kind.ts";
import { providerName } from "#lib/codestar/provider-name.ts";
import { eventsHref, onlyValue, valueFilter } from "#components/events/edit-filter.ts";
import { formatCount } from "#components/text/format-count.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { EventTime } from "#components/time/event-time.tsx";
import { Table, Td, Th } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { KIND_WORDS } from "./kind-words.ts";
import { ResourceName } from "./resource-name.tsx";
import { ResourceStateMark } from "./resource-state.tsx";

/** Only these have a provider. */
const WITH_PROVIDER = new Set(["connection", "host", "repository-link"]);

/** Resources of a kind, a line each. */
export function ResourcesTable({ group, timeZone }: { group: ResourceGroup; timeZone: string }) {
  const { many } = KIND_WORDS[group.kind];
  const hasProvider = WITH_PROVIDER.has(group.kind);
  const isUsable = RESOURCE_KINDS[group.kind].used.length > 0;
  const none = <span className="text-ink-soft">–</span>;
  return (
    <Table className="table-fixed">
      <caption className="sr-only">{many}, latest activity first</caption>
      <thead>
        <tr>
          <Th>Name</Th>
          <Th className={hasProvider ? "w-50 max-xl:hidden" : "hidden"}>Provider</Th>
          <Th className="w-30 max-lg:hidden">Account</Th>
          <Th className="w-30 max-lg:hidden">Region</Th>
          <Th className="w-31 max-sm:hidden">State</Th>
          <Th className={isUsable ? "w-52 max-2xl:hidden" : "w-52 max-xl:hidden"}>First seen</Th>
          <Th className="w-52 max-md:hidden">Last seen</Th>
          {isUsable && <Th className="w-52 max-xl:hidden">Last use</Th>}
          <Th className="w-18 text-right">Failures</Th>
          <Th className="w-18 text-right">Events</Th>
        </tr>
      </thead>
      <tbody>
        {group.items.map((resource) => {
          const filter = valueFilter("resource", resource.key);
          return (
            <tr key={resource.key} className="hover:bg-sunken">
              <Td className="max-lg:py-1">
                <ResourceName resource={resource} />
                <p className="truncate font-mono text-small text-ink-soft lg:hidden">
                  {resource.account} {resource.region}
                </p>
                <p className="sm:hidden">
                  <ResourceStateMark state={resource.state} />
                </p>
              </Td>
              <Td className={hasProvider ? "max-xl:hidden" : "hidden"}>
                {resource.provider === null ? none : <SafeText text={providerName(resource.provider)} />}
              </Td>
              <Td className="font-mono text-small max-lg:hidden">
                <TextLink href={eventsHref(valueFilter("account", resource.account))}>{resource.account}</TextLink>
              </Td>
              <Td className="font-mono text-small max-lg:hidden">
                <TextLink href={eventsHref(valueFilter("region", resource.region))}>{resource.region}</TextLink>
              </Td>
              <Td className="max-sm:hidden">
                <ResourceStateMark state={resource.state} />
              </Td>
              <Td className={isUsable ? "max-2xl:hidden" : "max-xl:hidden"}>
                <EventTime iso={resource.firstSeen} timeZone={timeZone} />
              </Td>
              <Td className="max-md:hidden">
                <EventTime iso={resource.lastSeen} timeZone={timeZone} />
              </Td>
              {isUsable && (
                <Td className="max-xl:hidden">
                  {resource.lastUsed === null ? none : <EventTime iso={resource.lastUsed} timeZone={timeZone} />}
                </Td>
              )}
              <Td className={`text-right ${resource.failures > 0 ? "text-failure" : "text-ink-soft"}`}>
                <TextLink href={eventsHref(onlyValue(filter, "outcome", "failure"))}>
                  {formatCount(resource.failures)}
                </TextLink>
              </Td>
              <Td className="text-right">
                <TextLink href={eventsHref(filter)}>{formatCount(resource.events)}</TextLink>
              </Td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
