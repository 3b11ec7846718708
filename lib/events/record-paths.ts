import type { FieldFilterName } from "./fields.ts";

/** Where a record may have the value of a filter's field, as dotted names; ARNs are known wherever they stand. */
export const RECORD_PATHS: { readonly [Name in FieldFilterName]?: readonly string[] } = {
  source: ["eventSource"],
  action: ["eventName"],
  error: ["errorCode"],
  principal: [
    "userIdentity.arn",
    "userIdentity.principalId",
    "userIdentity.userName",
    "userIdentity.invokedBy",
    "userIdentity.onBehalfOf.userId",
    "userIdentity.sessionContext.sessionIssuer.arn",
    "userIdentity.sessionContext.sessionIssuer.userName",
  ],
  project: [
    "requestParameters.projectId",
    "requestParameters.id",
    "requestParameters.project",
    "responseElements.projectId",
    "responseElements.id",
  ],
  account: ["recipientAccountId"],
  region: ["awsRegion"],
  ip: ["sourceIPAddress"],
  agent: ["userAgent"],
  key: ["userIdentity.accessKeyId"],
  mfa: ["userIdentity.sessionContext.attributes.mfaAuthenticated"],
};
