import Link from "next/link";
import type { OnlyRelated } from "#lib/principals/only-related.ts";
import { eventsHref, valueFilter, withRelated } from "#components/events/edit-filter.ts";
import { Notice } from "#components/states/notice.tsx";
import { countOf } from "#components/text/format-count.ts";
import { SafeText } from "#components/text/safe-text.tsx";

/** Somebody without a dossier: what is known of them are other services' records, which aren't CodeStar's. */
export function OnlyRelatedPrincipal({ principal }: { principal: OnlyRelated }) {
  const events = withRelated(valueFilter("principal", principal.key), "only");
  return (
    <>
      <h1 className="text-title font-semibold">
        <SafeText text={principal.name} />
      </h1>
      <Notice title="Did nothing in CodeStar itself">
        All that is kept of them are records of other services that belong to a project:{" "}
        <Link href={eventsHref(events)}>{countOf(principal.events, "event")}</Link>.
      </Notice>
    </>
  );
}
