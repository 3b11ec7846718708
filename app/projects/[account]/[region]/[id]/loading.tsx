import { ProjectSkeleton } from "#components/projects/project-skeleton.tsx";

export default ProjectSkeleton;
