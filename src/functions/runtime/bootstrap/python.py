"""Runs a Python function: asks Lambda's runtime API for events, one after the other.

Started by the server as `python3 python.py [FOLDER]`, where FOLDER is where boto3 lies when the
interpreter would not find it by itself. Ends when the server is gone.
"""

import http.client
import importlib
import json
import logging
import os
import sys
import time
import traceback
from decimal import Decimal

HOST, _, ROOT = os.environ["AWS_LAMBDA_RUNTIME_API"].partition("/")
PREFIX = ("/" + ROOT if ROOT else "") + "/2018-06-01/runtime"
TASK_ROOT = os.environ["LAMBDA_TASK_ROOT"]
CURRENT = {"request_id": ""}


class Failure(Exception):
    """Something that the runtime itself has to say, under a name that Lambda gave it."""

    def __init__(self, kind, message, trace=()):
        super().__init__(message)
        self.kind = kind
        self.message = message
        self.trace = list(trace)


class Context:
    """What Lambda tells a function about itself and about the event."""

    def __init__(self, headers):
        environment = os.environ
        self.aws_request_id = headers["Lambda-Runtime-Aws-Request-Id"]
        self.invoked_function_arn = headers["Lambda-Runtime-Invoked-Function-Arn"]
        self.function_name = environment["AWS_LAMBDA_FUNCTION_NAME"]
        self.function_version = environment["AWS_LAMBDA_FUNCTION_VERSION"]
        self.memory_limit_in_mb = environment["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]
        self.log_group_name = environment["AWS_LAMBDA_LOG_GROUP_NAME"]
        self.log_stream_name = environment["AWS_LAMBDA_LOG_STREAM_NAME"]
        self.client_context = client_context(headers.get("Lambda-Runtime-Client-Context"))
        self.identity = Identity()
        self.tenant_id = None
        self._deadline = int(headers["Lambda-Runtime-Deadline-Ms"])

    def get_remaining_time_in_millis(self):
        return max(0, self._deadline - int(time.time() * 1000))

    def log(self, message):
        sys.stdout.write(str(message))


class Identity:
    cognito_identity_id = None
    cognito_identity_pool_id = None


class Members:
    """Members of a JSON object as attributes."""

    def __init__(self, values):
        self.__dict__.update(values)


def client_context(text):
    if not text:
        return None
    given = json.loads(text)
    client = Members(given["client"]) if isinstance(given.get("client"), dict) else None
    return Members({"client": client, "custom": given.get("custom"), "env": given.get("env")})


class LogHandler(logging.StreamHandler):
    """Python's own log, in the form that Lambda gives it."""

    def __init__(self):
        super().__init__(sys.stdout)
        form = "[%(levelname)s]\t%(asctime)s.%(msecs)03dZ\t%(aws_request_id)s\t%(message)s"
        formatter = logging.Formatter(form, "%Y-%m-%dT%H:%M:%S")
        formatter.converter = time.gmtime
        self.setFormatter(formatter)

    def format(self, record):
        record.aws_request_id = CURRENT["request_id"]
        return super().format(record)


def load_handler(name):
    module_name, dot, function_name = name.rpartition(".")
    if not dot or not module_name or not function_name:
        message = f"Bad handler '{name}': not enough values to unpack (expected 2, got 1)"
        raise Failure("Runtime.MalformedHandlerName", message)
    try:
        module = importlib.import_module(module_name.replace("/", "."))
    except ImportError as error:
        message = f"Unable to import module '{module_name}': {error}"
        raise Failure("Runtime.ImportModuleError", message) from error
    except SyntaxError as error:
        trace = [f'  File "{error.filename}" Line {error.lineno}\n    {error.text}']
        message = f"Syntax error in module '{module_name}': {error}"
        raise Failure("Runtime.UserCodeSyntaxError", message, trace) from error
    handler = getattr(module, function_name, None)
    if handler is None:
        message = f"Handler '{function_name}' missing on module '{module_name}'"
        raise Failure("Runtime.HandlerNotFound", message)
    return handler


def describe(error, request_id):
    if isinstance(error, Failure):
        kind, message, trace = error.kind, error.message, error.trace
    else:
        kind, message = type(error).__name__, str(error)
        frames = traceback.extract_tb(error.__traceback__)
        own = [frame for frame in frames if frame.filename != __file__]
        trace = traceback.format_list(own)
    return {
        "errorMessage": message,
        "errorType": kind,
        "requestId": request_id,
        "stackTrace": trace,
    }


def write_error(described):
    lines = [f"[ERROR] {described['errorType']}: {described['errorMessage']}"]
    if described["stackTrace"]:
        lines.append("Traceback (most recent call last):")
        lines += [line.rstrip("\n") for line in described["stackTrace"]]
    print("\n".join(lines), flush=True)


def plain(value):
    """DynamoDB's numbers, which json does not know."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(f"Object of type {type(value).__name__} is not JSON serializable")


def encode(result):
    try:
        return json.dumps(result, default=plain, ensure_ascii=False).encode("utf-8")
    except Exception as error:
        message = f"Unable to marshal response: {error}"
        raise Failure("Runtime.MarshalError", message) from error


def decode(body):
    try:
        return json.loads(body)
    except ValueError as error:
        message = f"Unable to unmarshal input: {error}"
        raise Failure("Runtime.UnmarshalError", message) from error


def answer(handler, body, context):
    """Path and body to send for an event."""
    request_id = context.aws_request_id
    try:
        return "response", encode(handler(decode(body), context))
    except Exception as error:
        described = describe(error, request_id)
        write_error(described)
        return "error", json.dumps(described).encode("utf-8")


class Runtime:
    """One connection to the runtime API. The server is gone when it breaks, and so are we."""

    def __init__(self):
        self.connection = http.client.HTTPConnection(HOST)

    def ask(self, method, path, body=None):
        try:
            self.connection.request(method, PREFIX + path, body)
            response = self.connection.getresponse()
            return response, response.read()
        except (OSError, http.client.HTTPException):
            os._exit(0)

    def next(self):
        response, body = self.ask("GET", "/invocation/next")
        if response.status != 200:
            os._exit(1)
        return response.headers, body


def main():
    # In the place of this file's own folder, which is none of the function's business.
    sys.path[0] = TASK_ROOT
    sys.path += [folder for folder in sys.argv[1:] if folder not in sys.path]
    sys.argv = [""]
    logging.getLogger().addHandler(LogHandler())
    runtime = Runtime()
    try:
        handler = load_handler(os.environ["_HANDLER"])
    except Exception as error:
        described = describe(error, "")
        write_error(described)
        runtime.ask("POST", "/init/error", json.dumps(described).encode("utf-8"))
        sys.exit(1)
    while True:
        headers, body = runtime.next()
        context = Context(headers)
        CURRENT["request_id"] = context.aws_request_id
        os.environ["_X_AMZN_TRACE_ID"] = headers.get("Lambda-Runtime-Trace-Id", "")
        kind, content = answer(handler, body, context)
        sys.stdout.flush()
        runtime.ask("POST", f"/invocation/{context.aws_request_id}/{kind}", content)


main()
