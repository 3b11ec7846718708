import type { ReactNode } from "react";
import { SafeText } from "#components/text/safe-text.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { NeverConfirmed } from "./never-confirmed.tsx";
import { projectHref, type ProjectName } from "./project-href.ts";

type Props = {
  project: ProjectName;
  /** The page that one is on. */
  current: "overview" | "diary" | "compare" | "review";
  isConfirmed?: boolean;
  children?: ReactNode;
};

/** A project's name, and the ways between its pages. */
export function ProjectHeading({ project, current, isConfirmed = true, children }: Props) {
  const href = projectHref(project);
  const pages = [
    ["overview", "Overview", href],
    ["diary", "Diary", `${href}/diary`],
    ["compare", "Compare two dates", `${href}/compare`],
    ["review", "Access review", `${href}/review`],
  ] as const;
  return (
    <header className="grid grid-cols-1 gap-1">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h1 className="text-title font-semibold [overflow-wrap:anywhere]">
          <SafeText text={project.id} />
        </h1>
        {!isConfirmed && <NeverConfirmed />}
        <nav aria-label="Project" className="flex flex-wrap gap-x-4 print:hidden">
          {pages.map(([name, label, to]) => (
            <TextLink
              key={name}
              href={to}
              aria-current={name === current ? "page" : undefined}
              className="border-b border-transparent py-1 text-ink-soft aria-[current=page]:border-brass aria-[current=page]:text-ink"
            >
              {label}
            </TextLink>
          ))}
        </nav>
      </div>
      <p className="font-mono text-small text-ink-soft">
        <SafeText text={`${project.account} ${project.region}`} />
      </p>
      {children}
    </header>
  );
}
