import { connection } from "next/server";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { TimeTitles } from "#components/time/time-titles.tsx";
import { AppHeader } from "./app-header.tsx";
import { readTheme } from "./preferences.ts";

/** The page around every page. It waits for the request: its scripts carry the request's nonce. */
export async function Document({ children }: { children: ReactNode }) {
  await connection();
  const theme = await readTheme();
  return (
    <html lang="en" className={theme === "system" ? undefined : theme}>
      <head>
        {/* Metadata streams in later, and until then a browser asks for a favicon.ico. */}
        <link rel="icon" href="/icon.svg" type="image/svg+xml" sizes="any" />
      </head>
      <body>
        <a
          href="#content"
          className="absolute left-2 top-2 z-50 -translate-y-16 rounded-md bg-brass px-3 py-1 text-paper focus:translate-y-0"
        >
          Skip to content
        </a>
        <AppHeader theme={theme} />
        <main id="content" tabIndex={-1} className="px-4 pb-16 pt-4 outline-none sm:px-6">
          <NuqsAdapter>{children}</NuqsAdapter>
        </main>
        <TimeTitles />
      </body>
    </html>
  );
}
