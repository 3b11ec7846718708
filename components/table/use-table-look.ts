"use client";
import { useSyncExternalStore } from "react";
import { setCookie } from "#components/shell/set-cookie.ts";
import { csvColumnsOf, DEFAULT_LOOK, LOOK_COOKIE, lookText, parseLook, type TableLook } from "./table-look.ts";

/** The look in this browser: read once from its cookie, then as it was changed. Never written on the server. */
let current: TableLook | null = null;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function look(): TableLook {
  current ??= parseLook(cookieText());
  return current;
}

function cookieText(): string {
  const pair = document.cookie.split("; ").find((part) => part.startsWith(`${LOOK_COOKIE}=`));
  try {
    return decodeURIComponent(pair?.slice(LOOK_COOKIE.length + 1) ?? "");
  } catch {
    return "";
  }
}

/** Changes how the table is set, and keeps it: what another tab has changed meanwhile stays changed. */
export function changeLook(change: (look: TableLook) => TableLook): void {
  current = change(navigator.cookieEnabled ? parseLook(cookieText()) : look());
  setCookie(LOOK_COOKIE, lookText(current));
  for (const listener of listeners) listener();
}

/**
 * How the table is set.
 * @param first as the server read it of the cookie, so that the first drawing is right.
 */
export function useTableLook(first: TableLook): TableLook {
  return useSyncExternalStore(subscribe, look, () => first);
}

/** The CSV columns of what the table shows, in its order. */
export function useShownColumns(): string[] {
  return csvColumnsOf(useTableLook(DEFAULT_LOOK).columns);
}
