"use client";
import { useRouter, useSearchParams } from "next/navigation";
import { parseAsString, useQueryStates } from "nuqs";
import { useEffect, useRef } from "react";
import { listHref, readListAddress } from "#components/events/list-address.ts";
import { FILTER_PARSERS } from "#components/events/use-filter.ts";

/** Of the kinds that the controls have theirs of: what one of them changes is handed to all as it is. */
const LIST_PARSERS = { ...FILTER_PARSERS, asOf: parseAsString, order: parseAsString, by: parseAsString };

/** What is on its way may still come. */
const WAIT_MS = 500;

/**
 * Whether what is shown isn't the list that the address means, which is still on its way. Has the page read again where
 * it doesn't come: a change of the address that asks nothing of the server (an event opened, live mode) overtakes one
 * that does, whose answer is then thrown away.
 * @param drawn the address of the list that the server drew; absent while it hasn't.
 */
export function useDrawnAddress(drawn: string | undefined): { isAwaited: boolean } {
  const router = useRouter();
  const meant = hrefOf(new URLSearchParams(useSearchParams()));
  // What is chosen is the filter at once; the address has it only once the answer is here.
  const [chosen] = useQueryStates(LIST_PARSERS);
  const pairs = Object.entries(chosen).flatMap(([name, values]) => [values ?? []].flat().map((value) => [name, value]));
  const asked = useRef("");
  useEffect(() => {
    if (drawn === undefined || meant === drawn) {
      asked.current = "";
      return;
    }
    const timer = setTimeout(() => {
      // Once for each address: where that doesn't help, asking again wouldn't either.
      if (asked.current === meant) return;
      asked.current = meant;
      router.refresh();
    }, WAIT_MS);
    return () => clearTimeout(timer);
  }, [meant, drawn, router]);
  return { isAwaited: drawn !== undefined && hrefOf(new URLSearchParams(pairs)) !== drawn };
}

function hrefOf(params: URLSearchParams): string {
  const { filter, place } = readListAddress(params);
  return listHref(filter, place);
}
