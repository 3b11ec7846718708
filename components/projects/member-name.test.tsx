import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { MemberName } from "./member-name.tsx";

it("leads to the member's page and says whose account they are of", () => {
  const markup = renderToStaticMarkup(<MemberName userArn="arn:aws:iam::444455556666:user/a/ana" account="1" />);
  expect(markup).toContain('href="/principals/subject?arn=arn%3Aaws%3Aiam%3A%3A444455556666%3Auser%2Fa%2Fana"');
  expect(markup).toContain("444455556666</");
});
