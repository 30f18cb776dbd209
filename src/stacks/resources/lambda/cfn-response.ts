/**
 * What inline code may import to answer CloudFormation with. Names and parameters are AWS's; see
 * "cfn-response module" in the CloudFormation user guide.
 */
export const cfnResponseModule = {
  node: {
    name: "node_modules/cfn-response.js",
    importedAs: "cfn-response",
    source: `"use strict";
exports.SUCCESS = "SUCCESS";
exports.FAILED = "FAILED";

exports.send = function (event, context, status, data, physicalId, noEcho) {
  const answer = JSON.stringify({
    Status: status,
    Reason: "See the details in CloudWatch Log Stream: " + context.logStreamName,
    PhysicalResourceId: physicalId || context.logStreamName,
    StackId: event.StackId,
    RequestId: event.RequestId,
    LogicalResourceId: event.LogicalResourceId,
    NoEcho: noEcho || false,
    Data: data,
  });
  const url = new URL(event.ResponseURL);
  const { request } = require(url.protocol === "http:" ? "http" : "https");
  const headers = { "content-type": "", "content-length": Buffer.byteLength(answer) };
  return new Promise((resolve) => {
    const done = (what) => {
      console.log(what);
      if (context.done) context.done();
      resolve();
    };
    const call = request(url, { method: "PUT", headers }, (response) => {
      response.resume();
      done("CloudFormation answered " + response.statusCode);
    });
    call.on("error", (error) => done("CloudFormation could not be told: " + error.message));
    call.end(answer);
  });
};
`,
  },
  python: {
    name: "cfnresponse.py",
    importedAs: "cfnresponse",
    source: `import json
import urllib.request

SUCCESS = "SUCCESS"
FAILED = "FAILED"


def send(event, context, responseStatus, responseData,
         physicalResourceId=None, noEcho=False, reason=None):
    log = "See the details in CloudWatch Log Stream: {}".format(context.log_stream_name)
    answer = json.dumps({
        "Status": responseStatus,
        "Reason": reason or log,
        "PhysicalResourceId": physicalResourceId or context.log_stream_name,
        "StackId": event["StackId"],
        "RequestId": event["RequestId"],
        "LogicalResourceId": event["LogicalResourceId"],
        "NoEcho": noEcho,
        "Data": responseData,
    }).encode()
    call = urllib.request.Request(
        event["ResponseURL"], data=answer, method="PUT", headers={"content-type": ""})
    try:
        with urllib.request.urlopen(call) as response:
            print("CloudFormation answered", response.status)
    except OSError as error:
        print("CloudFormation could not be told:", error)
`,
  },
} as const;
