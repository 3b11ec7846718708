"use client";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";
import { listHref, readListAddress } from "#components/events/list-address.ts";

/** What is on its way may still come. */
const WAIT_MS = 500;

/**
 * Has the page read again where it isn't the one that the address means: a change of the address that asks nothing of
 * the server (an event opened, live mode) overtakes one that does, whose answer is then thrown away.
 */
export function FollowAddress({ drawn }: { /** The address of the list that the server drew. */ drawn: string }) {
  const router = useRouter();
  const { filter, place } = readListAddress(new URLSearchParams(useSearchParams()));
  const meant = listHref(filter, place);
  const asked = useRef("");
  useEffect(() => {
    if (meant === drawn) {
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
  return null;
}
