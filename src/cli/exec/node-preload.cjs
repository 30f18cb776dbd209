// Read by every Node.js program within `gatepool exec`, before the program itself: connections to
// AWS's names go to the server. Programs take proxies into account only from Node.js 24 on, and
// agents of their own, such as those of AWS's SDKs, not even then. Has to run on old ones.
"use strict";

const { Socket, _normalizeArgs } = require("node:net");
const { domainToASCII } = require("node:url");
const { answered, unanswered } = require("./aws-domains.json");

const { connect } = Socket.prototype;

Socket.prototype.connect = function connectElsewhere(...args) {
  // What net.connect hands over has been put in order already: the options, and the callback.
  const ordered = Array.isArray(args[0]) ? args[0] : _normalizeArgs(args);
  const options = ordered[0];
  const name = nameOf(options.host);
  const problem = problemWith(name);
  if (problem) {
    process.nextTick(() => this.destroy(new Error(`gatepool exec: ${problem}`)));
    return this;
  }
  if (isBelow(name, answered)) ordered[0] = Object.assign({}, options, serverAddress());
  return connect.call(this, ordered);
};

function problemWith(name) {
  if (isBelow(name, unanswered)) {
    return `${name} is AWS's, and Gatepool has nothing there; not passed on`;
  }
  if (isBelow(name, answered) && !process.env.GATEPOOL_URL) {
    return `${name} is AWS's, and GATEPOOL_URL names no server; not passed on`;
  }
  return undefined;
}

function serverAddress() {
  const { hostname, port, protocol } = new URL(process.env.GATEPOOL_URL);
  const host = hostname.replace(/^\[|\]$/g, "");
  return { host, port: Number(port) || (protocol === "https:" ? 443 : 80) };
}

/** Lower case, and without dots at the end. */
function nameOf(host) {
  return typeof host === "string" ? domainToASCII(host.replace(/\.+$/, "")) : "";
}

function isBelow(name, domains) {
  return domains.some((domain) => name === domain || name.endsWith(`.${domain}`));
}
