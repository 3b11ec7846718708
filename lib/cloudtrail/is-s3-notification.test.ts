import { expect, test } from "vitest";
import { isS3Notification } from "./is-s3-notification.ts";

test("an S3 event notification is told from a record of S3", () => {
  const notification = {
    eventVersion: "2.1",
    eventSource: "aws:s3",
    eventName: "ObjectCreated:Put",
    s3: { bucket: { name: "trail" }, object: { key: "AWSLogs/…" } },
  };
  expect(isS3Notification(notification)).toBe(true);
  expect(isS3Notification({ ...notification, eventSource: undefined })).toBe(true);
  expect(isS3Notification({ eventSource: "s3.amazonaws.com", eventName: "PutObject", requestParameters: {} })).toBe(
    false,
  );
  expect(isS3Notification({ eventSource: "codestar.amazonaws.com", s3: null })).toBe(false);
  expect(isS3Notification(null)).toBe(false);
});
