import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLogFile } from "#lib/sync/queries/get-log-file.ts";
import { listVersionEvents } from "#lib/sync/queries/list-version-events.ts";
import { VERSION_PARTS } from "#lib/sync/queries/version-parts.ts";
import { readTimeZone } from "#components/shell/preferences.ts";
import { answerOf } from "#components/states/answer-of.ts";
import { QueryTrouble } from "#components/states/query-trouble.tsx";
import { LogFilePage } from "#components/sync/log-file-page.tsx";
import type { VersionAddress } from "#components/sync/version-href.ts";

export const metadata: Metadata = { title: "Log file" };

type Search = Record<"version" | "part", string | string[] | undefined>;
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Search> };

const NUMBER = /^\d{1,15}$/;

/** One file of the ledger, what it was before, and what of it couldn't be stored. */
export default async function Page({ params, searchParams }: Props) {
  const [{ id }, search] = await Promise.all([params, searchParams]);
  const timeZone = await readTimeZone();
  if (!NUMBER.test(id)) notFound();
  const chosen = readAddress(search);
  const answer = await answerOf(Promise.all([getLogFile(Number(id)), chosen && eventsOf(Number(id), chosen)]));
  if ("problem" in answer) return <QueryTrouble problem={answer.problem} heading="Log file" />;
  const [file, events] = answer.data;
  if (file === null) notFound();
  return <LogFilePage file={file} chosen={chosen && { ...chosen, events: events ?? [] }} timeZone={timeZone} />;
}

function readAddress(search: Search): VersionAddress | undefined {
  const part = VERSION_PARTS.find((known) => known === search.part);
  const { version } = search;
  if (part === undefined || typeof version !== "string" || !NUMBER.test(version)) return undefined;
  return { version: Number(version), part };
}

function eventsOf(fileId: number, { version, part }: VersionAddress) {
  return listVersionEvents(fileId, { fromCommitNo: version, part });
}
