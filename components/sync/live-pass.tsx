"use client";
import { QueryClient, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { SyncRun } from "#lib/sync/queries/run-rows.ts";
import { formatCount } from "#components/text/format-count.ts";
import { PassProgress } from "./pass-progress.tsx";
import { isActive, trackRun } from "./track-run.ts";

const POLL_MS = 1000;

/** The pass that is on as it goes, read each second while somebody looks; one that has ended as it ended. */
export function LivePass({ run, hasHeading = true }: { run: SyncRun; hasHeading?: boolean }) {
  const router = useRouter();
  const [client] = useState(() => new QueryClient());
  const queryKey = ["run", run.id];
  const { data, error } = useQuery(
    {
      queryKey,
      queryFn: async ({ signal }) => {
        const before = client.getQueryData<ReturnType<typeof trackRun>>(queryKey);
        return trackRun(await fetchRun(run.id, signal), before);
      },
      initialData: () => trackRun(run),
      staleTime: isActive(run) ? 0 : Infinity,
      refetchInterval: ({ state }) => (state.data && isActive(state.data.run) ? POLL_MS : false),
      retry: false,
    },
    client,
  );
  const hasEnded = isActive(run) && !isActive(data.run);
  useEffect(() => {
    // The ledger and the lists below are of before.
    if (hasEnded) router.refresh();
  }, [hasEnded, router]);
  const trouble = error === null ? "" : `${error.message} The numbers are those of before.`;
  return (
    <>
      <PassProgress tracked={isActive(run) ? data : trackRun(run)} trouble={trouble} hasHeading={hasHeading} />
      <p role="status" className="sr-only">
        {hasEnded && `The pass has ended with ${formatCount(data.run.filesFailed)} failed files.`}
      </p>
    </>
  );
}

async function fetchRun(id: number, signal: AbortSignal): Promise<SyncRun> {
  const response = await fetch("/api/sync?limit=3", { signal }).catch(() => null);
  if (response?.ok !== true) throw new Error("The server does not answer.");
  const { runs } = (await response.json()) as { runs: SyncRun[] };
  const found = runs.find((run) => run.id === id);
  if (found === undefined) throw new Error("The server knows nothing of this pass.");
  return found;
}
