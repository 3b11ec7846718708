import type { PrincipalDetail } from "#lib/principals/principal-detail.ts";
import { ProjectLink } from "#components/projects/project-link.tsx";

/** What a role that works for CodeStar is, and that no person stands in its records. */
export function CodestarNote({ principal }: { principal: Pick<PrincipalDetail, "codestarPart" | "workerOf"> }) {
  const { codestarPart, workerOf } = principal;
  if (codestarPart === null) return null;
  return (
    <div className="my-1 max-w-prose border-l-2 border-line-strong pl-4">
      {codestarPart.kind === "service-role" ? (
        <p>
          By its name this is the role in which CodeStar itself acts: somebody clicks in CodeStar, and CodeStar makes
          the stacks, repositories and policies of the project with this role. Whoever clicked isn’t in these records.
        </p>
      ) : (
        <p>
          By its name this is a role that CodeStar made for the work of a project, such as its pipeline, builds or
          stacks. A service works in it, not a person.
        </p>
      )}
      {workerOf.length > 0 && (
        <p className="mt-1 flex flex-wrap items-baseline gap-x-2">
          <span className="text-ink-soft">Works for</span>
          {workerOf.map((project) => (
            <ProjectLink key={`${project.account}/${project.region}/${project.id}`} project={project} />
          ))}
        </p>
      )}
    </div>
  );
}
