"use client";
import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { Segmented } from "#components/ui/segmented.tsx";
import type { Theme } from "./preferences.ts";
import { setCookie } from "./set-cookie.ts";

const CHOICES = [
  { value: "light", label: "Light", icon: <Sun className="size-3.5" aria-hidden="true" /> },
  { value: "system", label: "As the system", icon: <Monitor className="size-3.5" aria-hidden="true" /> },
  { value: "dark", label: "Dark", icon: <Moon className="size-3.5" aria-hidden="true" /> },
] as const;

/** Light, dark or as the system: at once by a class, and by a cookie that the server reads. */
export function ThemeSwitch({ theme }: { theme: Theme }) {
  const [chosen, setChosen] = useState<Theme>(theme);
  return (
    <Segmented
      label="Theme"
      value={chosen}
      choices={CHOICES}
      onChange={(value) => {
        setChosen(value);
        document.documentElement.classList.remove("light", "dark");
        if (value !== "system") document.documentElement.classList.add(value);
        setCookie("theme", value === "system" ? "" : value);
      }}
    />
  );
}
