import { describe, expect, it } from "vitest";
import { queueAddress } from "./queue-address.ts";

describe("queueAddress", () => {
  it.each([
    ["https://sqs.eu-west-1.amazonaws.com/111122223333/trail", "arn:aws:sqs:eu-west-1:111122223333:trail", true],
    ["https://sqs.cn-north-1.amazonaws.com.cn/111122223333/t", "arn:aws-cn:sqs:cn-north-1:111122223333:t", true],
    ["https://sqs.us-gov-west-1.amazonaws.com/111122223333/t", "arn:aws-us-gov:sqs:us-gov-west-1:111122223333:t", true],
    ["https://eu-west-1.queue.amazonaws.com/111122223333/t", "arn:aws:sqs:eu-west-1:111122223333:t", false],
    [
      "https://vpce-0a-1b.sqs.eu-west-1.vpce.amazonaws.com/111122223333/t",
      "arn:aws:sqs:eu-west-1:111122223333:t",
      false,
    ],
    ["https://sqs-fips.us-east-1.amazonaws.com/111122223333/t", "arn:aws:sqs:us-east-1:111122223333:t", false],
    ["http://127.0.0.1:4566/000000000000/t", "http://127.0.0.1:4566/000000000000/t", false],
    [
      "https://sqs.eu-west-1.amazonaws.com.example.com/1/t",
      "https://sqs.eu-west-1.amazonaws.com.example.com/1/t",
      false,
    ],
  ])("%s", (url, arn, isStandardHost) => {
    expect(queueAddress(url)).toMatchObject({ arn, isStandardHost });
  });
});
