import type { ExpectedSentence } from "./expected-sentence.ts";

const OWNERS = "arn:aws:iam::111122223333:policy/CodeStar_shop_Owner";

/** iam.amazonaws.com, in words written by hand. */
export const IAM_SENTENCES: readonly ExpectedSentence[] = [
  {
    action: "AttachRolePolicy",
    request: { roleName: "CodeStarWorker-shop", policyArn: "arn:aws:iam::aws:policy/service-role/Basic" },
    done: "attached policy Basic to role CodeStarWorker-shop",
    tried: "attach policy Basic to role CodeStarWorker-shop",
    bare: ["attached a policy to a role", "attach a policy to a role"],
  },
  {
    action: "AttachUserPolicy",
    request: { userName: "tomasz", policyArn: OWNERS },
    done: "attached policy CodeStar_shop_Owner to user tomasz",
    tried: "attach policy CodeStar_shop_Owner to user tomasz",
    bare: ["attached a policy to a user", "attach a policy to a user"],
  },
  {
    action: "CreatePolicy",
    request: { policyName: "CodeStar_shop_Owner", policyDocument: "{}" },
    done: "created policy CodeStar_shop_Owner",
    tried: "create policy CodeStar_shop_Owner",
    bare: ["created a policy", "create a policy"],
  },
  {
    action: "CreatePolicyVersion",
    request: { policyArn: OWNERS, setAsDefault: true },
    done: "wrote a new version of policy CodeStar_shop_Owner",
    tried: "write a new version of policy CodeStar_shop_Owner",
    bare: ["wrote a new version of a policy", "write a new version of a policy"],
  },
  {
    action: "CreateRole",
    request: { roleName: "CodeStarWorker-shop" },
    done: "created role CodeStarWorker-shop",
    tried: "create role CodeStarWorker-shop",
    bare: ["created a role", "create a role"],
  },
  {
    action: "DeletePolicy",
    request: { policyArn: OWNERS },
    done: "deleted policy CodeStar_shop_Owner",
    tried: "delete policy CodeStar_shop_Owner",
    bare: ["deleted a policy", "delete a policy"],
  },
  {
    action: "DeleteRole",
    request: { roleName: "CodeStarWorker-shop" },
    done: "deleted role CodeStarWorker-shop",
    tried: "delete role CodeStarWorker-shop",
    bare: ["deleted a role", "delete a role"],
  },
  {
    action: "DetachRolePolicy",
    request: { roleName: "CodeStarWorker-shop", policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
    done: "detached policy ReadOnlyAccess from role CodeStarWorker-shop",
    tried: "detach policy ReadOnlyAccess from role CodeStarWorker-shop",
    bare: ["detached a policy from a role", "detach a policy from a role"],
  },
  {
    action: "DetachUserPolicy",
    request: { userName: "tomasz", policyArn: OWNERS },
    done: "detached policy CodeStar_shop_Owner from user tomasz",
    tried: "detach policy CodeStar_shop_Owner from user tomasz",
    bare: ["detached a policy from a user", "detach a policy from a user"],
  },
  {
    action: "PassRole",
    request: { roleArn: "arn:aws:iam::111122223333:role/service-role/aws-codestar-service-role" },
    done: "let a service act as role aws-codestar-service-role",
    tried: "let a service act as role aws-codestar-service-role",
    bare: ["let a service act as a role", "let a service act as a role"],
  },
  {
    action: "PutRolePolicy",
    request: { roleName: "CodeStarWorker-shop", policyName: "ToolChain", policyDocument: "{}" },
    done: "put policy ToolChain into role CodeStarWorker-shop",
    tried: "put policy ToolChain into role CodeStarWorker-shop",
    bare: ["put a policy into a role", "put a policy into a role"],
  },
];
