"use client";
import { PageError } from "#components/states/page-error.tsx";

/** The filters stay above it. */
export default PageError;
