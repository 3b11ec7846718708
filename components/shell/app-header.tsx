import Link from "next/link";
import { Brand } from "./brand.tsx";
import { MainNav } from "./main-nav.tsx";
import { type Theme, readTimeZone } from "./preferences.ts";
import { ShortcutsButton } from "./shortcuts-button.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";
import { TimeZoneSwitch } from "./time-zone-switch.tsx";

/** Name, ways to go, and how times and colours are shown; stays in sight. */
export async function AppHeader({ theme }: { theme: Theme }) {
  const timeZone = await readTimeZone();
  return (
    <header className="sticky top-0 z-30 flex flex-wrap items-center gap-x-6 border-b border-line bg-paper px-4 sm:px-6 md:h-12 md:max-lg:gap-x-4 print:static">
      <Link href="/" className="flex h-12 items-center gap-2 font-semibold" aria-label="Astrolabe, overview">
        <Brand />
        Astrolabe
      </Link>
      <MainNav />
      <div className="ml-auto flex h-12 items-center gap-3 print:hidden">
        <ShortcutsButton />
        <TimeZoneSwitch timeZone={timeZone} />
        <ThemeSwitch theme={theme} />
      </div>
    </header>
  );
}
