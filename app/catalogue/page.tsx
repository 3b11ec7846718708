import type { Metadata } from "next";
import { listActionsSeen } from "#lib/catalogue/queries/list-actions-seen.ts";
import { CataloguePage } from "#components/catalogue/catalogue-page.tsx";
import { readTimeZone } from "#components/shell/preferences.ts";
import { answerOf } from "#components/states/answer-of.ts";

export const metadata: Metadata = { title: "Catalogue" };

/** What each action means, and which actions of the data nobody has described yet. */
export default async function Page() {
  const timeZone = await readTimeZone();
  return <CataloguePage answer={await answerOf(listActionsSeen())} timeZone={timeZone} />;
}
