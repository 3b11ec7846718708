"use client";
import { PageError } from "#components/states/page-error.tsx";

/** What no page foresaw. */
export default PageError;
