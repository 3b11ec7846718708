import Link from "next/link";
import { KIND_NAMES, type ResourceKind } from "#lib/codestar/resource-kind.ts";
import type { ResourceList } from "#lib/resources/resource.ts";
import { NoneOfAll } from "#components/states/none-of-all.tsx";
import { Notice } from "#components/states/notice.tsx";
import { formatCount } from "#components/text/format-count.ts";
import { SafeText } from "#components/text/safe-text.tsx";
import { Button } from "#components/ui/button.tsx";
import { ListTitle } from "#components/ui/list-title.tsx";
import { SearchForm } from "#components/ui/search-form.tsx";
import { SectionHeading } from "#components/ui/section-heading.tsx";
import { KIND_WORDS } from "./kind-words.ts";
import { ResourcesTable } from "./resources-table.tsx";
import { resourcesHref } from "./resources-href.ts";

type Props = { list: ResourceList; kind: ResourceKind | undefined; search: string; timeZone: string };

/** Every connection, host, repository link and rule that events name, by kind. */
export function ResourcesPage({ list, kind, search, timeZone }: Props) {
  const { groups, total } = list;
  const shown = groups.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <ListTitle title="Resources" shown={shown} total={total} order="latest activity first" />
        <SearchForm
          action="/resources"
          label="Name, ARN or provider"
          search={search}
          kept={kind === undefined ? {} : { kind }}
        />
      </div>
      <nav aria-label="Kinds" className="flex flex-wrap gap-x-1 print:hidden">
        <KindLink label="All kinds" isCurrent={kind === undefined} href={resourcesHref({ search })} />
        {KIND_NAMES.map((name) => (
          <KindLink
            key={name}
            label={KIND_WORDS[name].many}
            isCurrent={kind === name}
            href={resourcesHref({ kind: name, search })}
          />
        ))}
      </nav>
      {total > 0 ? (
        groups.map((group) => (
          <section key={group.kind} className="min-w-0">
            <SectionHeading>
              {KIND_WORDS[group.kind].many}{" "}
              <span className="font-normal text-ink-soft">
                {formatCount(group.total)}
                <span className="ml-4 text-small max-sm:hidden">{KIND_WORDS[group.kind].about}</span>
              </span>
            </SectionHeading>
            <ResourcesTable group={group} timeZone={timeZone} />
            {group.items.length < group.total && (
              <p className="py-1 text-small text-ink-soft">
                The first {formatCount(group.items.length)} of {formatCount(group.total)}.{" "}
                {kind === undefined ? (
                  <Link className="text-brass underline" href={resourcesHref({ kind: group.kind, search })}>
                    More of them
                  </Link>
                ) : (
                  "Search for the others."
                )}
              </p>
            )}
          </section>
        ))
      ) : search === "" && kind === undefined ? (
        <NoneOfAll what="resource" />
      ) : (
        <Notice title="Nothing matches">
          No {kind === undefined ? "resource" : KIND_WORDS[kind].one.toLowerCase()}
          {search !== "" && (
            <>
              ’s ARN or creation has “<SafeText text={search} />” in it
            </>
          )}
          {search === "" && " is named by any event"}. Look through <Link href="/resources">all resources</Link>.
        </Notice>
      )}
    </div>
  );
}

function KindLink({ label, href, isCurrent }: { label: string; href: string; isCurrent: boolean }) {
  return (
    <Button asChild variant="quiet" className="aria-[current]:bg-sunken aria-[current]:text-ink">
      <Link href={href} prefetch={false} aria-current={isCurrent ? "page" : undefined}>
        {label}
      </Link>
    </Button>
  );
}
