// Written by tools/generate-shapes.ts from AWS's service models. Do not edit.
import { shapeTable } from "../shape-table.ts";

/** The faults that the service declares, as the SDK's exception classes are named. */
export type FaultCode =
  | "AccessDeniedException"
  | "InvalidOperationException"
  | "InvalidParameterException"
  | "LimitExceededException"
  | "OperationAbortedException"
  | "ResourceAlreadyExistsException"
  | "ResourceNotFoundException"
  | "ServiceUnavailableException"
  | "SessionStreamingException"
  | "SessionTimeoutException"
  | "TooManyTagsException"
  | "ValidationException";

export const shapes = shapeTable(
  {"service":"logs","endpointPrefix":"logs","signingName":"logs","protocol":"aws-json","apiVersion":"2014-03-28","targetPrefix":"Logs_20140328","jsonVersion":"1.1"},
  String.raw`{
"CreateLogGroup":{"method":"POST","path":"/","status":200,"input":"CreateLogGroupRequest","faults":["InvalidParameterException","LimitExceededException","OperationAbortedException","ResourceAlreadyExistsException","ServiceUnavailableException"]},
"DeleteLogGroup":{"method":"POST","path":"/","status":200,"input":"DeleteLogGroupRequest","faults":["InvalidParameterException","OperationAbortedException","ResourceNotFoundException","ServiceUnavailableException","ValidationException"]},
"DeleteRetentionPolicy":{"method":"POST","path":"/","status":200,"input":"DeleteRetentionPolicyRequest","faults":["InvalidParameterException","OperationAbortedException","ResourceNotFoundException","ServiceUnavailableException"]},
"DescribeLogGroups":{"method":"POST","path":"/","status":200,"input":"DescribeLogGroupsRequest","output":"DescribeLogGroupsResponse","faults":["InvalidParameterException","ServiceUnavailableException"]},
"DescribeLogStreams":{"method":"POST","path":"/","status":200,"input":"DescribeLogStreamsRequest","output":"DescribeLogStreamsResponse","faults":["InvalidParameterException","ResourceNotFoundException","ServiceUnavailableException"]},
"FilterLogEvents":{"method":"POST","path":"/","status":200,"input":"FilterLogEventsRequest","output":"FilterLogEventsResponse","faults":["InvalidParameterException","ResourceNotFoundException","ServiceUnavailableException"]},
"GetLogEvents":{"method":"POST","path":"/","status":200,"input":"GetLogEventsRequest","output":"GetLogEventsResponse","faults":["InvalidParameterException","ResourceNotFoundException","ServiceUnavailableException"]},
"PutRetentionPolicy":{"method":"POST","path":"/","status":200,"input":"PutRetentionPolicyRequest","faults":["InvalidParameterException","OperationAbortedException","ResourceNotFoundException","ServiceUnavailableException"]},
"StartLiveTail":{"method":"POST","path":"/","status":200,"input":"StartLiveTailRequest","output":"StartLiveTailResponse","faults":["AccessDeniedException","InvalidOperationException","InvalidParameterException","LimitExceededException","ResourceNotFoundException"]},
"TagResource":{"method":"POST","path":"/","status":200,"input":"TagResourceRequest","faults":["InvalidParameterException","ResourceNotFoundException","ServiceUnavailableException","TooManyTagsException"]}
}`,
  String.raw`{
"AccessDeniedException":{"kind":"structure","members":{},"fault":{"status":400}},
"AccountId":{"kind":"string","min":12,"max":12,"pattern":"^\\d{12}$"},
"AccountIds":{"kind":"list","member":{"shape":"AccountId"},"min":0,"max":20},
"AmazonResourceName":{"kind":"string","min":1,"max":1011,"pattern":"[\\w+=/:,.@-]*"},
"Arn":{"kind":"string"},
"BearerTokenAuthenticationEnabled":{"kind":"boolean"},
"CreateLogGroupRequest":{"kind":"structure","members":{"deletionProtectionEnabled":{"shape":"DeletionProtectionEnabled"},"kmsKeyId":{"shape":"KmsKeyId"},"logGroupClass":{"shape":"LogGroupClass"},"logGroupName":{"shape":"LogGroupName"},"tags":{"shape":"Tags"}},"required":["logGroupName"]},
"DataProtectionStatus":{"kind":"string","enum":["ACTIVATED","DELETED","ARCHIVED","DISABLED"]},
"Days":{"kind":"integer"},
"DeleteLogGroupRequest":{"kind":"structure","members":{"logGroupName":{"shape":"LogGroupName"}},"required":["logGroupName"]},
"DeleteRetentionPolicyRequest":{"kind":"structure","members":{"logGroupName":{"shape":"LogGroupName"}},"required":["logGroupName"]},
"DeletionProtectionEnabled":{"kind":"boolean"},
"Descending":{"kind":"boolean"},
"DescribeLimit":{"kind":"integer","min":1,"max":50},
"DescribeLogGroupsLogGroupIdentifiers":{"kind":"list","member":{"shape":"LogGroupIdentifier"},"min":1,"max":50},
"DescribeLogGroupsRequest":{"kind":"structure","members":{"accountIdentifiers":{"shape":"AccountIds"},"includeLinkedAccounts":{"shape":"IncludeLinkedAccounts"},"limit":{"shape":"DescribeLimit"},"logGroupClass":{"shape":"LogGroupClass"},"logGroupIdentifiers":{"shape":"DescribeLogGroupsLogGroupIdentifiers"},"logGroupNamePattern":{"shape":"LogGroupNamePattern"},"logGroupNamePrefix":{"shape":"LogGroupName"},"nextToken":{"shape":"NextToken"}}},
"DescribeLogGroupsResponse":{"kind":"structure","members":{"logGroups":{"shape":"LogGroups"},"nextToken":{"shape":"NextToken"}}},
"DescribeLogStreamsRequest":{"kind":"structure","members":{"descending":{"shape":"Descending"},"limit":{"shape":"DescribeLimit"},"logGroupIdentifier":{"shape":"LogGroupIdentifier"},"logGroupName":{"shape":"LogGroupName"},"logStreamNamePrefix":{"shape":"LogStreamName"},"nextToken":{"shape":"NextToken"},"orderBy":{"shape":"OrderBy"}}},
"DescribeLogStreamsResponse":{"kind":"structure","members":{"logStreams":{"shape":"LogStreams"},"nextToken":{"shape":"NextToken"}}},
"EventId":{"kind":"string"},
"EventMessage":{"kind":"string","min":1},
"EventsLimit":{"kind":"integer","min":1,"max":10000},
"FilterCount":{"kind":"integer"},
"FilterLogEventsRequest":{"kind":"structure","members":{"endTime":{"shape":"Timestamp"},"filterPattern":{"shape":"FilterPattern"},"interleaved":{"shape":"Interleaved"},"limit":{"shape":"EventsLimit"},"logGroupIdentifier":{"shape":"LogGroupIdentifier"},"logGroupName":{"shape":"LogGroupName"},"logStreamNamePrefix":{"shape":"LogStreamName"},"logStreamNames":{"shape":"InputLogStreamNames"},"nextToken":{"shape":"NextToken"},"startTime":{"shape":"Timestamp"},"unmask":{"shape":"Unmask"}}},
"FilterLogEventsResponse":{"kind":"structure","members":{"events":{"shape":"FilteredLogEvents"},"nextToken":{"shape":"NextToken"},"searchedLogStreams":{"shape":"SearchedLogStreams"}}},
"FilterPattern":{"kind":"string","min":0,"max":1024},
"FilteredLogEvent":{"kind":"structure","members":{"eventId":{"shape":"EventId"},"ingestionTime":{"shape":"Timestamp"},"logStreamName":{"shape":"LogStreamName"},"message":{"shape":"EventMessage"},"timestamp":{"shape":"Timestamp"}}},
"FilteredLogEvents":{"kind":"list","member":{"shape":"FilteredLogEvent"}},
"GetLogEventsRequest":{"kind":"structure","members":{"endTime":{"shape":"Timestamp"},"limit":{"shape":"EventsLimit"},"logGroupIdentifier":{"shape":"LogGroupIdentifier"},"logGroupName":{"shape":"LogGroupName"},"logStreamName":{"shape":"LogStreamName"},"nextToken":{"shape":"NextToken"},"startFromHead":{"shape":"StartFromHead"},"startTime":{"shape":"Timestamp"},"unmask":{"shape":"Unmask"}},"required":["logStreamName"]},
"GetLogEventsResponse":{"kind":"structure","members":{"events":{"shape":"OutputLogEvents"},"nextBackwardToken":{"shape":"NextToken"},"nextForwardToken":{"shape":"NextToken"}}},
"IncludeLinkedAccounts":{"kind":"boolean"},
"InheritedProperties":{"kind":"list","member":{"shape":"InheritedProperty"}},
"InheritedProperty":{"kind":"string","enum":["ACCOUNT_DATA_PROTECTION"]},
"InputLogStreamNames":{"kind":"list","member":{"shape":"LogStreamName"},"min":1,"max":100},
"Interleaved":{"kind":"boolean"},
"InvalidOperationException":{"kind":"structure","members":{},"fault":{"status":400}},
"InvalidParameterException":{"kind":"structure","members":{},"fault":{"status":400}},
"IsSampled":{"kind":"boolean"},
"KmsKeyId":{"kind":"string","max":256},
"LimitExceededException":{"kind":"structure","members":{},"fault":{"status":400}},
"LiveTailSessionLogEvent":{"kind":"structure","members":{"ingestionTime":{"shape":"Timestamp"},"logGroupIdentifier":{"shape":"LogGroupIdentifier"},"logStreamName":{"shape":"LogStreamName"},"message":{"shape":"EventMessage"},"timestamp":{"shape":"Timestamp"}}},
"LiveTailSessionMetadata":{"kind":"structure","members":{"sampled":{"shape":"IsSampled"}}},
"LiveTailSessionResults":{"kind":"list","member":{"shape":"LiveTailSessionLogEvent"}},
"LiveTailSessionStart":{"kind":"structure","members":{"logEventFilterPattern":{"shape":"FilterPattern"},"logGroupIdentifiers":{"shape":"StartLiveTailLogGroupIdentifiers"},"logStreamNamePrefixes":{"shape":"InputLogStreamNames"},"logStreamNames":{"shape":"InputLogStreamNames"},"requestId":{"shape":"RequestId"},"sessionId":{"shape":"SessionId"}}},
"LiveTailSessionUpdate":{"kind":"structure","members":{"sessionMetadata":{"shape":"LiveTailSessionMetadata"},"sessionResults":{"shape":"LiveTailSessionResults"}}},
"LogGroup":{"kind":"structure","members":{"arn":{"shape":"Arn"},"bearerTokenAuthenticationEnabled":{"shape":"BearerTokenAuthenticationEnabled"},"creationTime":{"shape":"Timestamp"},"dataProtectionStatus":{"shape":"DataProtectionStatus"},"deletionProtectionEnabled":{"shape":"DeletionProtectionEnabled"},"inheritedProperties":{"shape":"InheritedProperties"},"kmsKeyId":{"shape":"KmsKeyId"},"logGroupArn":{"shape":"Arn"},"logGroupClass":{"shape":"LogGroupClass"},"logGroupName":{"shape":"LogGroupName"},"metricFilterCount":{"shape":"FilterCount"},"retentionInDays":{"shape":"Days"},"storedBytes":{"shape":"StoredBytes"}}},
"LogGroupClass":{"kind":"string","enum":["STANDARD","INFREQUENT_ACCESS","DELIVERY"]},
"LogGroupIdentifier":{"kind":"string","min":1,"max":2048,"pattern":"[\\w#+=/:,.@-]*"},
"LogGroupName":{"kind":"string","min":1,"max":512,"pattern":"[\\.\\-_/#A-Za-z0-9]+"},
"LogGroupNamePattern":{"kind":"string","min":0,"max":512,"pattern":"[\\.\\-_/#A-Za-z0-9]*"},
"LogGroups":{"kind":"list","member":{"shape":"LogGroup"}},
"LogStream":{"kind":"structure","members":{"arn":{"shape":"Arn"},"creationTime":{"shape":"Timestamp"},"firstEventTimestamp":{"shape":"Timestamp"},"lastEventTimestamp":{"shape":"Timestamp"},"lastIngestionTime":{"shape":"Timestamp"},"logStreamName":{"shape":"LogStreamName"},"storedBytes":{"shape":"StoredBytes"},"uploadSequenceToken":{"shape":"SequenceToken"}}},
"LogStreamName":{"kind":"string","min":1,"max":512,"pattern":"[^:*]*"},
"LogStreamSearchedCompletely":{"kind":"boolean"},
"LogStreams":{"kind":"list","member":{"shape":"LogStream"}},
"Message":{"kind":"string"},
"NextToken":{"kind":"string","min":1},
"OperationAbortedException":{"kind":"structure","members":{},"fault":{"status":400}},
"OrderBy":{"kind":"string","enum":["LogStreamName","LastEventTime"]},
"OutputLogEvent":{"kind":"structure","members":{"ingestionTime":{"shape":"Timestamp"},"message":{"shape":"EventMessage"},"timestamp":{"shape":"Timestamp"}}},
"OutputLogEvents":{"kind":"list","member":{"shape":"OutputLogEvent"}},
"PutRetentionPolicyRequest":{"kind":"structure","members":{"logGroupName":{"shape":"LogGroupName"},"retentionInDays":{"shape":"Days"}},"required":["logGroupName","retentionInDays"]},
"RequestId":{"kind":"string","min":0,"max":256},
"ResourceAlreadyExistsException":{"kind":"structure","members":{},"fault":{"status":400}},
"ResourceNotFoundException":{"kind":"structure","members":{},"fault":{"status":400}},
"SearchedLogStream":{"kind":"structure","members":{"logStreamName":{"shape":"LogStreamName"},"searchedCompletely":{"shape":"LogStreamSearchedCompletely"}}},
"SearchedLogStreams":{"kind":"list","member":{"shape":"SearchedLogStream"}},
"SequenceToken":{"kind":"string","min":1},
"ServiceUnavailableException":{"kind":"structure","members":{},"fault":{"status":500}},
"SessionId":{"kind":"string","min":0,"max":256},
"SessionStreamingException":{"kind":"structure","members":{"message":{"shape":"Message"}},"fault":{"status":400}},
"SessionTimeoutException":{"kind":"structure","members":{"message":{"shape":"Message"}},"fault":{"status":400}},
"StartFromHead":{"kind":"boolean"},
"StartLiveTailLogGroupIdentifiers":{"kind":"list","member":{"shape":"LogGroupIdentifier"},"min":1,"max":10},
"StartLiveTailRequest":{"kind":"structure","members":{"logEventFilterPattern":{"shape":"FilterPattern"},"logGroupIdentifiers":{"shape":"StartLiveTailLogGroupIdentifiers"},"logStreamNamePrefixes":{"shape":"InputLogStreamNames"},"logStreamNames":{"shape":"InputLogStreamNames"}},"required":["logGroupIdentifiers"]},
"StartLiveTailResponse":{"kind":"structure","members":{"responseStream":{"shape":"StartLiveTailResponseStream"}}},
"StartLiveTailResponseStream":{"kind":"structure","members":{"SessionStreamingException":{"shape":"SessionStreamingException"},"SessionTimeoutException":{"shape":"SessionTimeoutException"},"sessionStart":{"shape":"LiveTailSessionStart"},"sessionUpdate":{"shape":"LiveTailSessionUpdate"}}},
"StoredBytes":{"kind":"long","min":0},
"TagKey":{"kind":"string","min":1,"max":128,"pattern":"^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+)$"},
"TagResourceRequest":{"kind":"structure","members":{"resourceArn":{"shape":"AmazonResourceName"},"tags":{"shape":"Tags"}},"required":["resourceArn","tags"]},
"TagValue":{"kind":"string","max":256,"pattern":"^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$"},
"Tags":{"kind":"map","key":{"shape":"TagKey"},"value":{"shape":"TagValue"},"min":1,"max":50},
"Timestamp":{"kind":"long","min":0},
"TooManyTagsException":{"kind":"structure","members":{"message":{"shape":"Message"},"resourceName":{"shape":"AmazonResourceName"}},"fault":{"status":400}},
"Unmask":{"kind":"boolean"},
"ValidationException":{"kind":"structure","members":{},"fault":{"status":400}}
}`,
);
