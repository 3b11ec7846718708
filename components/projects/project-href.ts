import { pathSegment } from "#components/shell/path-segment.ts";

/** A project's name: ids repeat across accounts and regions. */
export type ProjectName = { account: string; region: string; id: string };

/** The page of a project. */
export function projectHref({ account, region, id }: ProjectName): string {
  return `/projects/${[account, region, id].map(pathSegment).join("/")}`;
}

/** `account/region/id`, as the project filter takes it. */
export function projectValue({ account, region, id }: ProjectName): string {
  return `${account}/${region}/${id}`;
}
